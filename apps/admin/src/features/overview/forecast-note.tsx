import type { MarketIndex } from '../../api/answers.ts';
import { day, month } from '../../format/calendar.ts';
import { count, countOf, distance } from '../../format/quantity.ts';
import classes from './forecast-panel.module.css';
import { lastSaleMonth } from './last-sale-month.ts';
import type { PriceScale } from './price-scale.ts';

export interface ForecastNoteProps {
  readonly index: MarketIndex;
  readonly scale: PriceScale | null;
}

/** What the chart shows, what it rests on, and how far the forecast may be trusted. */
export function ForecastNote({ index, scale }: ForecastNoteProps) {
  const what = scale
    ? `Price of the typical car of this segment: model year ${scale.car.modelYear}, ${distance(scale.car.mileage, 'mi')}; its age and mileage are held still, and the mix of cars sold is taken out.`
    : 'Price level with the mix of cars sold taken out, 100 in the base month.';
  const { forecast } = index;
  const staleSince = lastSaleMonth(index.points);
  const sources = `${countOf(index.dataRange.saleCount, 'sale')}, as of ${day(index.asOf)}${index.synthetic ? ', synthetic' : ''}.`;
  const trust =
    forecast === null
      ? `No forecast: ${index.forecastRefusal ?? 'the sales do not carry one'}.`
      : forecast.hasSkill
        ? `In ${count(forecast.backtest.originCount)} backtests the forecast beat the assumption of no change.`
        : `In ${count(forecast.backtest.originCount)} backtests the forecast did not beat the assumption of no change: read the bands, not the line.`;
  return (
    <p className={classes.note}>
      {staleSince === null ? null : (
        <strong>{`No sale since ${month(staleSince)}: the line is carried on from there. `}</strong>
      )}
      {what} {sources} {trust} {index.disclaimer}
    </p>
  );
}
