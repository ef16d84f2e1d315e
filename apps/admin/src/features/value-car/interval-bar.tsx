import type { ValuationAnswer } from '../../api/answers.ts';
import { money } from '../../format/money.ts';
import classes from './value-panel.module.css';

/** The three intervals around the value as nested bands on one line. */
export function IntervalBar({ answer }: { readonly answer: ValuationAnswer }) {
  const { intervals, amount, market } = answer;
  const outer = intervals.reduce((widest, interval) =>
    interval.upper - interval.lower > widest.upper - widest.lower ? interval : widest,
  );
  const span = Math.max(1, outer.upper - outer.lower);
  const place = (value: number): number => (100 * (value - outer.lower)) / span;
  const text = (value: number) => money(value, { currency: market.currency });
  const widestFirst = [...intervals].sort((left, right) => right.confidenceLevel - left.confidenceLevel);
  const percentOf = (level: number) => `${Math.round(level * 100)}`;
  return (
    <div>
      <div
        className={classes.bar}
        role="img"
        aria-label={`${text(amount)}; ${intervals
          .map(({ confidenceLevel, lower, upper }) => {
            return `${percentOf(confidenceLevel)} per cent between ${text(lower)} and ${text(upper)}`;
          })
          .join('; ')}`}
      >
        {widestFirst.map(({ confidenceLevel, lower, upper }) => (
          <div
            key={confidenceLevel}
            className={classes.band}
            data-level={percentOf(confidenceLevel)}
            style={{ left: `${place(lower)}%`, width: `${place(upper) - place(lower)}%` }}
          />
        ))}
        <div className={classes.tick} style={{ left: `${place(amount)}%` }} />
      </div>
      <dl className={classes.intervals}>
        {intervals.map(({ confidenceLevel, lower, upper }) => (
          <div key={confidenceLevel}>
            <dt>
              <span className={classes.swatch} data-level={percentOf(confidenceLevel)} aria-hidden="true" />
              {percentOf(confidenceLevel)}%
            </dt>
            <dd>
              {text(lower)} – {text(upper)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
