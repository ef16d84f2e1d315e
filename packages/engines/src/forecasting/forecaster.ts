import { fitDampedTrend, fitHolt } from '../statistics/damped-trend.ts';
import { fitDrift } from '../statistics/drift-forecast.ts';
import { fitExponentialSmoothing } from '../statistics/exponential-smoothing.ts';
import { fitAggregation } from '../statistics/forecasters/aggregation-forecast.ts';
import { fitArima } from '../statistics/forecasters/arima-model.ts';
import { fitAutomaticEts } from '../statistics/forecasters/automatic-ets.ts';
import { fitAutoregression } from '../statistics/forecasters/autoregression.ts';
import { fitNaiveTwo } from '../statistics/forecasters/naive-two.ts';
import { fitDynamicTheta } from '../statistics/forecasters/optimised-theta.ts';
import { isSeasonal } from '../statistics/forecasters/seasonal-indices.ts';
import { adjustSeries, restoreForecast } from '../statistics/forecasters/seasonally-adjusted.ts';
import { fitNaive } from '../statistics/naive-forecast.ts';
import { fitSeasonalNaive } from '../statistics/seasonal-naive-forecast.ts';
import type { SeriesForecast } from '../statistics/series-forecast.ts';
import { fitTheta } from '../statistics/theta-forecast.ts';
import { fitCombination } from './series/combined-forecast.ts';

/**
 * A forecasting method. Glossary: *season*, the number of values in a cycle (12 for months, 1 for none); *fitted*, what
 * the method learnt from one series, which forecasts any number of steps. `fit` is pure, reads nothing but the values,
 * and answers for a series of any length: one too short for the method falls back to its last value; an empty one
 * forecasts NaN. Where `seasonal` is true the season is modelled only after a test has found it.
 */
export interface Forecaster {
  readonly name: string;
  fit(series: ArrayLike<number>, options: { readonly season: number }): SeriesForecast;
}

/** A method that knows no season, applied to the series with its season taken out where the test finds one. */
function adjusting(name: string, fit: (series: Float64Array) => SeriesForecast): Forecaster {
  return {
    name,
    fit: (series, options) => {
      const season = isSeasonal(series, options.season) ? options.season : 1;
      const adjustment = adjustSeries(series, { season, scale: 'none', shrinkage: 'evidence' });
      return restoreForecast(fit(adjustment.adjusted), adjustment);
    },
  };
}

/** The forecasters there are, behind one contract; the last is the default. */
export const FORECASTERS: readonly Forecaster[] = [
  { name: 'naive', fit: fitNaive },
  { name: 'seasonal naive', fit: fitSeasonalNaive },
  { name: 'drift', fit: fitDrift },
  { name: 'naive 2', fit: fitNaiveTwo },
  adjusting('exponential smoothing', fitExponentialSmoothing),
  adjusting('holt', fitHolt),
  adjusting('damped trend', fitDampedTrend),
  adjusting('theta', fitTheta),
  adjusting('dynamic optimised theta', fitDynamicTheta),
  adjusting('multiple temporal aggregation', fitAggregation),
  adjusting('autoregression', fitAutoregression),
  {
    name: 'automatic ets',
    fit: (series, { season }) => fitAutomaticEts(series, { season, seasonal: isSeasonal(series, season) }),
  },
  {
    name: 'arima',
    fit: (series, { season }) =>
      fitArima(series, { season: isSeasonal(series, season) ? season : 1 }) ?? fitNaive(series),
  },
  { name: 'combination', fit: fitCombination },
];
