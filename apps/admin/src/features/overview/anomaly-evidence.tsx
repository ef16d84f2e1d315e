import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { anomalyEvidenceQuery } from '../../api/anomaly-queries.ts';
import type { Comparable, FlagRemoval } from '../../api/answers.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { day } from '../../format/calendar.ts';
import { money } from '../../format/money.ts';
import { distance } from '../../format/quantity.ts';
import classes from './anomaly-drawer.module.css';

/** The sold cars that a finding is compared with, and what would clear it; read when the anomaly is opened. */
export function AnomalyEvidence({ anomalyId }: { readonly anomalyId: string }) {
  const evidence = useQuery(anomalyEvidenceQuery(anomalyId));
  if (evidence.isError) {
    const reason = evidence.error instanceof ApiProblem ? evidence.error.message : 'The server cannot be reached.';
    return <p className={classes.description}>No comparable sales can be shown. {reason}</p>;
  }
  if (evidence.data === undefined) return <Skeleton height={180} radius="md" aria-hidden="true" />;
  const { market, amount, comparables, removals } = evidence.data;
  const format = (value: number) => money(value, { currency: market.currency });
  const [smallest] = removals;
  return (
    <>
      <section>
        <h3 className={classes.heading}>Comparable sales</h3>
        {comparables === null ? (
          <p className={classes.description}>Too few sales of the model line to compare with.</p>
        ) : (
          <>
            <p className={classes.description}>Each price and its adjustments sum to {format(amount)}.</p>
            <ul className={classes.list}>
              {comparables.comparables.map((comparable) => (
                <ComparableSale key={comparable.id} comparable={comparable} format={format} />
              ))}
            </ul>
          </>
        )}
      </section>
      {smallest === undefined ? null : (
        <section>
          <h3 className={classes.heading}>What would clear it</h3>
          <ul className={classes.list}>
            {removals.map((removal) => (
              <li key={removal.fact} className={classes.factor}>
                <span className={classes.name}>{FACT_NAMES[removal.fact]}</span>
                <span className={classes.effect}>{changeWords(removal, format)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const FACT_NAMES: Readonly<Record<FlagRemoval['fact'], string>> = {
  price: 'Price',
  mileage: 'Odometer reading',
  'mileage unit': 'Odometer unit',
  'model year': 'Model year',
  condition: 'Condition',
};

function changeWords({ fact, from, to }: FlagRemoval, format: (amount: number) => string): string {
  if (fact === 'price') return `${format(Number(to))} in place of ${format(Number(from))}`;
  if (fact === 'mileage')
    return `${Number(to).toLocaleString('en-US')} in place of ${Number(from).toLocaleString('en-US')}`;
  return `${to} in place of ${from}`;
}

function ComparableSale({
  comparable,
  format,
}: {
  readonly comparable: Comparable;
  readonly format: (amount: number) => string;
}) {
  const { modelYear, vehicle, soldOn, mileage, mileageUnit, price, adjustments } = comparable;
  const name = [modelYear, vehicle.generation, vehicle.trim ?? vehicle.model].filter((part) => part !== null).join(' ');
  const facts = [day(soldOn), mileage === null ? null : distance(mileage, mileageUnit)].filter((part) => part !== null);
  const steps = adjustments
    .filter(({ amount }) => amount !== 0)
    .map(({ name: step, amount }) => `${step} ${amount > 0 ? '+' : ''}${format(amount)}`);
  return (
    <li className={classes.factor}>
      <span className={classes.name}>{name}</span>
      <span className={classes.effect}>{format(price)}</span>
      <span className={classes.description}>
        {facts.join(' · ')}
        <br />
        {steps.join(', ')}
      </span>
    </li>
  );
}
