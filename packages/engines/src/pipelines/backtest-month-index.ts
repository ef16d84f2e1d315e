import type { MonthIndexForecast } from '../forecasting/month-index/forecast-month-index.ts';
import { forecastMonthIndices } from '../forecasting/month-index/forecast-month-index.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { IndexObservation } from '../market/index-observation.ts';
import type { Sale } from '../market/listing.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import { fitValuation } from '../valuation/fit-valuation.ts';
import { indexObservations } from '../valuation/index-observations.ts';

/**
 * Forecasts the month indices of a market from its sales up to `origin`: the valuation that takes the mix out is fitted
 * on those sales alone. Refuses where they are too few for a valuation.
 */
export function forecastMonthIndexFromSales(
  sales: readonly Sale[],
  options: { readonly origin: IsoDate; readonly horizons: readonly number[]; readonly levels: readonly number[] },
): readonly MonthIndexForecast[] | NotEnoughData {
  const { origin: asOf, horizons, levels } = options;
  const known = sales.filter(({ endedOn, knownOn }) => endedOn <= asOf && knownOn <= asOf);
  const valuation = fitValuation(known, { asOf });
  if ('status' in valuation) return valuation;
  return forecastMonthIndices(indexObservations(valuation, known), {
    market: valuation.market,
    asOf,
    horizons,
    levels,
  });
}

/** What all sales say about the level of every month, by a valuation fitted once on all of them: the fixed target. */
export function monthIndexTarget(sales: readonly Sale[]): readonly IndexObservation[] | NotEnoughData {
  const asOf = sales.reduce((last, { endedOn }) => (endedOn > last ? endedOn : last), '');
  const valuation = fitValuation(sales, { asOf });
  return 'status' in valuation ? valuation : indexObservations(valuation, sales);
}
