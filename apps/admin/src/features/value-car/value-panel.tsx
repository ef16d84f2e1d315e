import type { ValuationAnswer } from '../../api/answers.ts';
import { Panel } from '../../components/panel.tsx';
import { day } from '../../format/calendar.ts';
import { money } from '../../format/money.ts';
import { count, countOf, distance } from '../../format/quantity.ts';
import { IntervalBar } from './interval-bar.tsx';
import classes from './value-panel.module.css';
import { optionName } from './value-words.ts';

/** The answer in one figure, with how sure it is and what it rests on. */
export function ValuePanel({ answer }: { readonly answer: ValuationAnswer }) {
  const { car, market, assumed, uncounted } = answer;
  const usual = assumed.filter((fact) => fact !== 'mileage');
  const { vehicle } = car;
  const facts = [
    vehicle.body,
    vehicle.transmission,
    car.mileage === null ? 'mileage not known' : distance(car.mileage, car.mileageUnit),
    car.color,
    ...car.optionCodes.map(optionName),
  ].filter((fact) => fact !== null);
  return (
    <Panel
      id="value"
      title={[car.modelYear, vehicle.make, vehicle.model, vehicle.generation, vehicle.trim]
        .filter((part) => part !== null)
        .join(' ')}
      subtitle={facts.join(' · ')}
    >
      <div className={classes.amount}>{money(answer.amount, { currency: market.currency })}</div>
      <IntervalBar answer={answer} />
      <p className={classes.note}>
        {usual.length === 0 ? '' : `Taken as most such cars have it: ${usual.map(factName).join(' and ')}. `}
        {assumed.includes('mileage') ? 'The odometer is not believed: valued as driven like others of its age. ' : ''}
        {uncounted.length === 0
          ? ''
          : `Not counted, because too few sales have it: ${uncounted.map(({ given }) => given).join(', ')}. `}
        {`From ${countOf(answer.saleCount, 'sale')} of ${answer.segment} among ${count(answer.marketSaleCount)}, `}
        {`${market.priceKind === 'sold' ? 'public sales' : 'sales between dealers'}, as of ${day(answer.asOf)}. `}
        {answer.disclaimer}
      </p>
    </Panel>
  );
}

function factName(fact: string): string {
  return fact === 'transmission' ? 'gearbox' : fact;
}
