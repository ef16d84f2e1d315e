import type { Insight } from '../../api/answers.ts';
import classes from './insights.module.css';
import { textPieces } from './text-pieces.ts';

/** A text in which every figure is a button that opens its fact. */
export function ProvedText({
  insight,
  onFact,
}: {
  readonly insight: Insight;
  readonly onFact: (factId: string) => void;
}) {
  return (
    <div className={classes.text}>
      {textPieces(insight).map((paragraph) => (
        <p key={paragraph[0]?.start}>
          {paragraph.map(({ text, factId, start }) =>
            factId === null ? (
              text
            ) : (
              <button
                key={start}
                type="button"
                className={classes.figure}
                title="How this was computed"
                onClick={() => onFact(factId)}
              >
                {text}
              </button>
            ),
          )}
        </p>
      ))}
    </div>
  );
}
