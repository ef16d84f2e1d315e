import type { OptionValue } from '../../api/answers.ts';
import { money } from '../../format/money.ts';
import { percent } from '../../format/percent.ts';
import { count } from '../../format/quantity.ts';
import classes from './options.module.css';

/** What is behind one value: its decay, what it does not share with a naive look, and what to know before using it. */
export function ValueDetails({ value, currency }: { readonly value: OptionValue; readonly currency: string }) {
  const { byAge, orthogonal, listPrice, prior, interactions, interactionsTried, timeToSell, cautions } = value;
  const amount = (number: number) => money(number, { currency });
  const range = ({ lower, upper }: { readonly lower: number; readonly upper: number }) =>
    `${amount(lower)} to ${amount(upper)}`;
  return (
    <>
      <ul className={classes.facts}>
        <li>
          By sales alone: {amount(orthogonal.amount)} ({range(orthogonal.interval)})
        </li>
        {listPrice === null ? null : <li>List price: {amount(listPrice)}</li>}
        {prior === null ? null : (
          <li>Other options of the line keep {percent(prior.retainedShare, { digits: 0 })} of their list prices</li>
        )}
        {timeToSell === null ? null : (
          <li>
            Days on offer: {timeToSell.days.toFixed(1)} against {timeToSell.typicalDays.toFixed(0)} without (90%{' '}
            {timeToSell.interval.lower.toFixed(1)} to {timeToSell.interval.upper.toFixed(1)},{' '}
            {count(timeToSell.saleCount)} sales)
          </li>
        )}
        {interactions.length === 0 ? (
          <li>
            The same share of the price on every trim and at every age: {count(interactionsTried)} differences tried
          </li>
        ) : (
          interactions.map(({ kind, trim, logChange }) => (
            <li key={trim ?? kind}>
              {kind === 'age'
                ? `Changes by ${percent(logChange, { signed: true, digits: 1 })} of the price a year of age`
                : `${percent(logChange, { signed: true, digits: 1 })} of the price on the ${trim ?? ''}`}
            </li>
          ))
        )}
        {cautions.map((caution) => (
          <li key={caution}>{caution}</li>
        ))}
      </ul>
      {byAge.length === 0 ? null : (
        <dl className={classes.ages} aria-label="Value by age of the car">
          {byAge.map(({ ageYears, amount: atAge, interval, retainedShare }) => (
            <div key={ageYears}>
              <dt>{ageYears} years</dt>
              <dd>{amount(atAge)}</dd>
              <dd className={classes.small}>{range(interval)}</dd>
              {retainedShare === null || retainedShare < 0 ? null : (
                <dd className={classes.small}>{percent(retainedShare, { digits: 0 })} of list</dd>
              )}
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
