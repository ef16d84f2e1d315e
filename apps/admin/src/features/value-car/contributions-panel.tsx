import type { ValuationAnswer } from '../../api/answers.ts';
import { Panel } from '../../components/panel.tsx';
import { money } from '../../format/money.ts';
import { partName } from './value-words.ts';
import { waterfallSteps } from './waterfall-steps.ts';
import classes from './value-panel.module.css';

const NAMES: Readonly<Record<string, string>> = { base: 'Any car', value: 'This car' };

/** Why the car is worth what it is: amounts that sum to the value, each drawn where the one before it ends. */
export function ContributionsPanel({ answer }: { readonly answer: ValuationAnswer }) {
  const { currency } = answer.market;
  const steps = waterfallSteps(answer.explanation).filter(({ kind, amount }) => kind === 'total' || amount !== 0);
  return (
    <Panel id="contributions" title="Why" subtitle="The amounts sum to the value">
      <ol className={classes.waterfall}>
        {steps.map(({ name, amount, kind, start, width }) => (
          <li key={name} data-kind={kind}>
            <span>{NAMES[name] ?? partName(name)}</span>
            <span className={classes.track} aria-hidden="true">
              <span
                className={classes.step}
                style={{ left: `${100 * start}%`, width: `max(2px, ${100 * width}%)` }}
                data-kind={kind}
              />
            </span>
            <span className={classes.stepAmount}>
              {kind === 'gain' ? '+' : ''}
              {money(amount, { currency })}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
