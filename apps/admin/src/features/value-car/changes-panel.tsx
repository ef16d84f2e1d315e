import type { ValuationAnswer } from '../../api/answers.ts';
import { Panel } from '../../components/panel.tsx';
import { money } from '../../format/money.ts';
import { changeWords } from './value-words.ts';
import classes from './value-panel.module.css';

/** Single changes of the car, the one that moves its value most first. */
export function ChangesPanel({ answer }: { readonly answer: ValuationAnswer }) {
  const { currency } = answer.market;
  if (answer.changes.length === 0) return null;
  return (
    <Panel id="changes" title="What would change it most" subtitle="One change at a time, valued anew">
      <ul className={classes.changes}>
        {answer.changes.map((change) => (
          <li key={`${change.fact} ${change.from} ${change.to}`}>
            <span>{changeWords(change, answer.car.mileageUnit)}</span>
            <span className={classes.difference} data-tone={change.difference < 0 ? 'loss' : 'gain'}>
              {change.difference > 0 ? '+' : ''}
              {money(change.difference, { currency })}
            </span>
            <span className={classes.changed}>{money(change.amount, { currency })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
