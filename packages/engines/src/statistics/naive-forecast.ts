import type { SeriesForecast } from './series-forecast.ts';

/** The last value for ever: the forecaster that every other one has to beat. NaN for an empty series. */
export function fitNaive(series: ArrayLike<number>): SeriesForecast {
  const last = series.length === 0 ? Number.NaN : series[series.length - 1]!;
  return { method: 'naive', parameters: {}, forecast: (horizon) => new Float64Array(horizon).fill(last) };
}
