import type { BudgetChange } from '../../api/answers.ts';
import classes from '../../components/report.module.css';
import { moment } from '../../format/moment.ts';
import { nanoDollars } from '../../format/nano-dollars.ts';
import details from './daily-panel.module.css';

/** Every change of a budget with its reason, newest first. */
export function BudgetHistory({ changes }: { readonly changes: readonly BudgetChange[] }) {
  if (changes.length === 0) return null;
  return (
    <details className={details.data}>
      <summary>Who changed them, and why</summary>
      <ul className={classes.list} style={{ marginTop: 8 }}>
        {changes.map((change) => (
          <li key={change.id}>
            <span className={classes.name}>{change.budgetId}</span>: {limitOf(change.before)} to {limitOf(change.after)}
            . {change.reason}
            <div className={classes.muted}>
              {change.changedBy}, {moment(change.changedAt)}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function limitOf(budget: BudgetChange['before']): string {
  return budget === null ? 'none' : nanoDollars(budget.limitNanoUsd);
}
