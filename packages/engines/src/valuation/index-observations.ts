import { monthOf } from '../market/calendar.ts';
import type { IndexObservation } from '../market/index-observation.ts';
import type { Sale } from '../market/listing.ts';
import { segmentsOf } from '../market/segment.ts';
import { ageAndMiles } from './car-description.ts';
import { AUCTION_DAY, MARKET_LEVEL } from './hedonic-model.ts';
import { screenSales } from './sale-screen.ts';
import type { DatedResidual } from './settle-age.ts';
import { settleAge } from './settle-age.ts';
import type { FittedValuation } from './valuation.ts';

/** Contributions that hold a part of what the market did and so stay in the level. */
const OF_THE_MARKET: readonly string[] = [MARKET_LEVEL, AUCTION_DAY];
const OF_THE_MODEL_YEAR: readonly string[] = ['model year', 'chassis number'];

/**
 * What each sale says about the market level: its log price minus the value of the car without any market level, by a
 * fit that had not seen the sale; age and drift are told apart anew within each model, see `settleAge`. Sales that the
 * valuation does not read (later than its `asOf`, unusable) or cannot value are left out.
 */
export function indexObservations(valuation: FittedValuation, sales: Iterable<Sale>): readonly IndexObservation[] {
  const observations: (IndexObservation & DatedResidual)[] = [];
  for (const sale of screenSales(sales, valuation).sales) {
    const value = valuation.valueLeftOut(sale);
    if (value.status !== 'ok') continue;
    let withoutLevel = value.baseLogPrice;
    let modelYearEffect = 0;
    for (const { name, logEffect } of value.contributions) {
      if (!OF_THE_MARKET.includes(name)) withoutLevel += logEffect;
      if (OF_THE_MODEL_YEAR.includes(name)) modelYearEffect += logEffect;
    }
    const { ageYears } = ageAndMiles(sale, sale.endedOn);
    observations.push({
      segments: segmentsOf(sale.vehicle),
      month: monthOf(sale.endedOn),
      price: sale.price.amount,
      logLevel: Math.log(sale.price.amount) - withoutLevel,
      ageYears: Number.isFinite(ageYears) ? ageYears : null,
      modelYear: sale.modelYear,
      modelYearEffect,
    });
  }
  return settleAge(observations);
}
