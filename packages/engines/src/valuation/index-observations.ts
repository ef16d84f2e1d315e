import { monthOf } from '../market/calendar.ts';
import type { IndexObservation } from '../market/index-observation.ts';
import type { Sale } from '../market/listing.ts';
import { segmentsOf } from '../market/segment.ts';
import { MARKET_LEVEL } from './hedonic-model.ts';
import { screenSales } from './sale-screen.ts';
import type { FittedValuation } from './valuation.ts';

/**
 * What each sale says about the market level: its log price minus the value of the car without any market level, by a
 * fit that had not seen the sale. Sales that the valuation does not read (later than its `asOf`, unusable) or cannot
 * value are left out.
 */
export function indexObservations(valuation: FittedValuation, sales: Iterable<Sale>): readonly IndexObservation[] {
  const observations: IndexObservation[] = [];
  for (const sale of screenSales(sales, valuation).sales) {
    const value = valuation.valueLeftOut(sale);
    if (value.status !== 'ok') continue;
    let withoutLevel = value.baseLogPrice;
    for (const { name, logEffect } of value.contributions) if (name !== MARKET_LEVEL) withoutLevel += logEffect;
    observations.push({
      segments: segmentsOf(sale.vehicle),
      month: monthOf(sale.endedOn),
      price: sale.price.amount,
      logLevel: Math.log(sale.price.amount) - withoutLevel,
    });
  }
  return observations;
}
