import type { SeriesForecast } from '../series-forecast.ts';
import { decomposeSeason } from './seasonal-indices.ts';

/** How a series is made ready for a method that knows no season, and its forecast turned back. */
export interface Adjustment {
  /** The series as the method sees it. */
  readonly adjusted: Float64Array;
  /** Turns a forecast of the adjusted series into one of the series. */
  restore(path: Float64Array): Float64Array;
}

/**
 * Takes the logarithm where asked and the season out where one is given: amounts on the log scale, factors otherwise. The
 * season may be read from the newest `newest` values only and drawn towards none by `shrinkage`.
 */
export function adjustSeries(
  values: ArrayLike<number>,
  options: {
    /** 1 takes out no season. */
    readonly season: number;
    readonly scale: 'log' | 'none';
    readonly newest?: number;
    readonly shrinkage?: number | 'evidence';
  },
): Adjustment {
  const { season, scale } = options;
  const isLog = scale === 'log';
  const series = isLog ? Float64Array.from(values, Math.log) : Float64Array.from(values);
  const unscale = (path: Float64Array): Float64Array => (isLog ? path.map(Math.exp) : path);
  if (season <= 1) return { adjusted: series, restore: unscale };
  const isFactor = !isLog && series.every((value) => value > 0);
  const { length } = series;
  const decomposed = decomposeSeason(series.subarray(Math.max(0, length - (options.newest ?? length))), {
    season,
    form: isFactor ? 'multiplicative' : 'additive',
    shrinkage: options.shrinkage ?? 0,
  });
  // The season of the value t places into the series, counted from its end.
  const at = (t: number): number => decomposed.ahead(((((t - length) % season) + season) % season) + 1);
  return {
    adjusted: series.map((value, t) => (isFactor ? value / at(t) : value - at(t))),
    restore: (path) => {
      const seasonal = path.map((value, step) => {
        const index = decomposed.ahead(step + 1);
        return isFactor ? value * index : value + index;
      });
      return unscale(seasonal);
    },
  };
}

/** A forecast of the adjusted series as one of the series. */
export function restoreForecast(fitted: SeriesForecast, adjustment: Adjustment): SeriesForecast {
  return { ...fitted, forecast: (horizon) => adjustment.restore(fitted.forecast(horizon)) };
}
