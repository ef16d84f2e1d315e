import type { CombinedForecast } from './combined-forecast.ts';
import { fitCombination } from './combined-forecast.ts';
import { errorScale } from './interval-scale.ts';
import { scoreQuantiles } from './score-quantiles.ts';

/** The forecast of one series: a path and, by level, the intervals around it. */
export interface CalibratedForecast {
  readonly point: Float64Array;
  readonly intervals: ReadonlyMap<number, { readonly lower: Float64Array; readonly upper: Float64Array }>;
  readonly seasonal: boolean;
}

/** Values before an origin without which its errors say nothing about those of today. */
const MINIMUM_CALIBRATION_VALUES = 32;

/**
 * Forecasts many series by the default combination. Intervals are conformal: each series is forecast again from an origin
 * one horizon before its end, and the errors, divided by their expected size, are pooled over all series. Reads nothing
 * but the values given; the time grows with the number of values. An empty series has a path of NaN.
 */
export function forecastMany(
  series: readonly ArrayLike<number>[],
  options: {
    readonly season: number;
    readonly horizon: number;
    /** Nominal coverages, such as 0.8. */
    readonly levels: readonly number[];
    /** Told after each series. */
    readonly onSeries?: (done: number) => void;
  },
): readonly CalibratedForecast[] {
  const { season, horizon } = options;
  const scores: Float64Array[] = [];
  const fitted = series.map((raw, index) => {
    const values = Float64Array.from(raw);
    const past = pastScores(values, { season, horizon });
    if (past !== undefined) scores.push(past);
    options.onSeries?.(index + 1);
    return { values, forecast: fitCombination(values, { season }) };
  });
  const multiples = [...options.levels]
    .sort((a, b) => a - b)
    .map((level) => ({ level, multiples: scoreQuantiles(scores, { horizon, level }) }));
  return fitted.map(({ values, forecast }) => {
    const point = forecast.forecast(horizon);
    const scale = errorScale(forecast, { horizon });
    const band = intervalAround(values);
    const intervals = new Map<number, { lower: Float64Array; upper: Float64Array }>();
    for (const { level, multiples: factors } of multiples) {
      intervals.set(level, {
        lower: point.map((value, step) => band(value, -factors[step]! * scale[step]!)),
        upper: point.map((value, step) => band(value, factors[step]! * scale[step]!)),
      });
    }
    return { point, intervals, seasonal: forecast.seasonal };
  });
}

/** Scores of a forecast made one horizon before the end; undefined where too little comes before it. */
function pastScores(
  values: Float64Array,
  options: { readonly season: number; readonly horizon: number },
): Float64Array | undefined {
  const origin = values.length - options.horizon;
  if (origin < MINIMUM_CALIBRATION_VALUES) return undefined;
  const known = values.subarray(0, origin);
  const forecast: CombinedForecast = fitCombination(known, { season: options.season });
  const scale = errorScale(forecast, options);
  const distance = errorDistance(known);
  return forecast.forecast(options.horizon).map((point, step) => {
    return distance(values[origin + step]!, point) / scale[step]!;
  });
}

/** Errors are logarithmic for series above zero and relative to the mean size of the others. */
function errorDistance(known: Float64Array): (actual: number, point: number) => number {
  if (known.every((value) => value > 0)) {
    return (actual, point) => (actual > 0 ? Math.abs(Math.log(actual / point)) : Number.POSITIVE_INFINITY);
  }
  const size = meanSize(known);
  return (actual, point) => Math.abs(actual - point) / size;
}

function intervalAround(values: Float64Array): (point: number, reach: number) => number {
  if (values.every((value) => value > 0)) return (point, reach) => point * Math.exp(reach);
  const size = meanSize(values);
  return (point, reach) => point + reach * size;
}

function meanSize(values: Float64Array): number {
  return values.reduce((sum, value) => sum + Math.abs(value) / values.length, 0) || 1;
}
