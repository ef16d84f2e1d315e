import type { SeriesForecast } from '../series-forecast.ts';
import { searchSimplex } from './nelder-mead.ts';

/**
 * ARIMA(1,1,1) and, with a season above one, ARIMA(1,1,1)(0,1,1): the airline model of Box and Jenkins (1970) with an
 * autoregressive term, by conditional least squares. Undefined where the differences are fewer than a season and eight.
 */
export function fitArima(values: ArrayLike<number>, options: { readonly season: number }): SeriesForecast | undefined {
  const series = Float64Array.from(values);
  const season = options.season > 1 ? options.season : 0;
  const count = series.length - season - 1;
  if (count < season + 8) return undefined;
  const steps = differences(series, season);
  const errors = new Float64Array(count);
  const run = (phi: number, theta: number, seasonal: number): number => {
    let squared = 0;
    for (let t = 0; t < count; t++) {
      let error = steps[t]!;
      if (t > 0) error += theta * errors[t - 1]! - phi * steps[t - 1]!;
      if (season > 0 && t >= season) {
        error += seasonal * errors[t - season]!;
        if (t > season) error -= theta * seasonal * errors[t - season - 1]!;
      }
      errors[t] = error;
      squared += error * error;
    }
    return squared;
  };
  const hasSeason = season > 0;
  const found = searchSimplex(([phi = 0, theta = 0, seasonal = 0]) => run(phi, theta, seasonal), {
    start: hasSeason ? [0, 0.3, 0.6] : [0, 0.3],
    lower: hasSeason ? [-0.9, -0.95, 0] : [-0.9, -0.95],
    upper: hasSeason ? [0.9, 0.95, 0.95] : [0.9, 0.95],
  });
  const [phi = 0, theta = 0, seasonal = 0] = found.point;
  run(phi, theta, seasonal);
  return {
    method: hasSeason ? `ARIMA(1,1,1)(0,1,1)[${season}]` : 'ARIMA(1,1,1)',
    parameters: hasSeason ? { phi, theta, seasonal } : { phi, theta },
    forecast: (horizon) => {
      const known = [...series];
      const ahead = [...steps];
      const shocks = [...errors];
      const path = new Float64Array(horizon);
      for (let step = 0; step < horizon; step++) {
        const t = ahead.length;
        let change = phi * ahead[t - 1]! - theta * shocks[t - 1]!;
        if (season > 0) change += theta * seasonal * (shocks[t - season - 1] ?? 0) - seasonal * shocks[t - season]!;
        ahead.push(change);
        shocks.push(0);
        const at = known.length;
        const cycle = season > 0 ? known[at - season]! - known[at - season - 1]! : 0;
        path[step] = known[at - 1]! + cycle + change;
        known.push(path[step]!);
      }
      return path;
    },
  };
}

function differences(series: Float64Array, season: number): Float64Array {
  return Float64Array.from({ length: series.length - season - 1 }, (_, t) => {
    const at = t + season + 1;
    const step = series[at]! - series[at - 1]!;
    return season === 0 ? step : step - (series[at - season]! - series[at - season - 1]!);
  });
}
