import type { SeriesForecast } from '../statistics/series-forecast.ts';

/** Errors of a method and of the last value at one origin: actual minus forecast, one entry a step ahead. */
export interface OriginErrors {
  readonly origin: number;
  readonly errors: Float64Array;
  readonly naiveErrors: Float64Array;
}

/**
 * Forecasts again from every origin as it stood then: the method sees `known` up to the origin and nothing later, and is
 * judged by `truth`, what is known today. The last `maximumOrigins` origins that have at least one step to be judged by.
 */
export function backtestRollingOrigins(
  series: { readonly known: Float64Array; readonly truth: Float64Array },
  options: {
    readonly fit: (series: Float64Array) => SeriesForecast;
    readonly horizon: number;
    readonly firstOrigin: number;
    readonly maximumOrigins: number;
  },
): readonly OriginErrors[] {
  const { known, truth } = series;
  const last = truth.length - 2;
  const first = Math.max(options.firstOrigin, last - options.maximumOrigins + 1);
  const origins: OriginErrors[] = [];
  for (let origin = first; origin <= last; origin++) {
    const steps = Math.min(options.horizon, truth.length - 1 - origin);
    const path = options.fit(known.slice(0, origin + 1)).forecast(steps);
    const naive = known[origin]!;
    const ahead = truth.subarray(origin + 1, origin + 1 + steps);
    origins.push({
      origin,
      errors: ahead.map((actual, step) => actual - path[step]!),
      naiveErrors: ahead.map((actual) => actual - naive),
    });
  }
  return origins;
}
