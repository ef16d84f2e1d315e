import { Fragment, useState } from 'react';
import type { OptionValue } from '../../api/answers.ts';
import { money } from '../../format/money.ts';
import { percent } from '../../format/percent.ts';
import { count } from '../../format/quantity.ts';
import { ladderScale } from './ladder-scale.ts';
import classes from './options.module.css';
import { ValueDetails } from './value-details.tsx';

export interface ValueLadderProps {
  readonly label: string;
  readonly values: readonly OptionValue[];
  readonly currency: string;
}

/** Values from the dearest down, each with its interval on one scale; a row opens to what is behind it. */
export function ValueLadder({ label, values, currency }: ValueLadderProps) {
  const [open, setOpen] = useState<string | null>(null);
  if (values.length === 0) return <p className={classes.note}>No sale names enough of them for a number.</p>;
  const { place, zero } = ladderScale(values);
  const amount = (number: number) => money(number, { currency });
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.ladder}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Adds</th>
            <th scope="col" className={classes.wide}>
              90% interval
            </th>
            <th scope="col">Of list price</th>
            <th scope="col">Naive look</th>
            <th scope="col">Cars with / without</th>
          </tr>
        </thead>
        <tbody>
          {values.map((value) => {
            const { code, name, retainedShare, naive, withCount, withoutCount } = value;
            const { lower, upper } = value.value.interval;
            const isOpen = open === code;
            return (
              <Fragment key={code}>
                <tr>
                  <th scope="row">
                    <button
                      type="button"
                      className={classes.name}
                      aria-expanded={isOpen}
                      onClick={() => setOpen(isOpen ? null : code)}
                    >
                      {colorName(name)}
                    </button>
                  </th>
                  <td className={classes.amount}>{amount(value.value.amount)}</td>
                  <td className={classes.wide}>
                    <div className={classes.bar} role="img" aria-label={`${amount(lower)} to ${amount(upper)}`}>
                      <span className={classes.zero} style={{ left: `${zero}%` }} />
                      <span
                        className={classes.band}
                        style={{ left: `${place(lower)}%`, width: `${place(upper) - place(lower)}%` }}
                      />
                      <span className={classes.tick} style={{ left: `${place(value.value.amount)}%` }} />
                    </div>
                  </td>
                  {/* What takes off the price keeps nothing of what it cost. */}
                  <td>{retainedShare === null || retainedShare < 0 ? '–' : percent(retainedShare, { digits: 0 })}</td>
                  <td>{amount(naive.amount)}</td>
                  <td>
                    {count(withCount)} / {count(withoutCount)}
                  </td>
                </tr>
                {isOpen ? (
                  <tr>
                    <td colSpan={6} className={classes.details}>
                      <ValueDetails value={value} currency={currency} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A color in a column of colors: its name alone, with a capital like the names of options. */
function colorName(name: string): string {
  const bare = name.replace(/^(?:the color|a) /, '');
  return bare === name ? name : `${bare.charAt(0).toUpperCase()}${bare.slice(1)}`;
}
