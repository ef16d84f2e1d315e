import type { SeriesForecast } from '../series-forecast.ts';
import { fitNaive } from '../naive-forecast.ts';

/**
 * An autoregression of the differences by Burg's method (1975), its order from 0 to `maximumOrder` by AICc, around their
 * mean shrunken by `driftShare`. Stable by construction. Fewer than eight values give the last one for ever.
 */
export function fitAutoregression(
  values: ArrayLike<number>,
  options: {
    /** Default 13, at most a quarter of the series. */
    readonly maximumOrder?: number;
    /** Share of the mean step that is kept as drift. Default 0.5. */
    readonly driftShare?: number;
  } = {},
): SeriesForecast {
  const series = Float64Array.from(values);
  const count = series.length - 1;
  if (count < 7) return fitNaive(series);
  const steps = Float64Array.from({ length: count }, (_, t) => series[t + 1]! - series[t]!);
  const mean = steps.reduce((sum, step) => sum + step, 0) / count;
  const drift = (options.driftShare ?? 0.5) * mean;
  const centred = steps.map((step) => step - drift);
  const highest = Math.min(options.maximumOrder ?? 13, Math.floor(count / 4));
  const coefficients = burg(centred, highest);
  const last = series[count]!;
  return {
    method: `AR(${coefficients.length}) of differences`,
    parameters: { order: coefficients.length, drift },
    forecast: (horizon) => {
      const path = new Float64Array(horizon);
      const known = [...centred];
      let level = last;
      for (let step = 0; step < horizon; step++) {
        let predicted = 0;
        for (let lag = 0; lag < coefficients.length; lag++) {
          predicted += coefficients[lag]! * known[known.length - 1 - lag]!;
        }
        known.push(predicted);
        level += predicted + drift;
        path[step] = level;
      }
      return path;
    },
  };
}

/** Burg's recursion up to `highest`, answering the coefficients of the order with the smallest AICc. */
function burg(values: Float64Array, highest: number): Float64Array {
  const count = values.length;
  const forward = Float64Array.from(values);
  const backward = Float64Array.from(values);
  let power = 0;
  for (const value of values) power += (value * value) / count;
  let coefficients = new Float64Array(0);
  let best = coefficients;
  let bestCriterion = criterion(power, 0, count);
  for (let order = 1; order <= highest; order++) {
    let numerator = 0;
    let denominator = 0;
    for (let t = order; t < count; t++) {
      numerator += 2 * forward[t]! * backward[t - 1]!;
      denominator += forward[t]! ** 2 + backward[t - 1]! ** 2;
    }
    if (!(denominator > 0)) break;
    const reflection = numerator / denominator;
    const next = new Float64Array(order);
    for (let lag = 0; lag < order - 1; lag++)
      next[lag] = coefficients[lag]! - reflection * coefficients[order - 2 - lag]!;
    next[order - 1] = reflection;
    coefficients = next;
    for (let t = count - 1; t >= order; t--) {
      const ahead = forward[t]!;
      const behind = backward[t - 1]!;
      forward[t] = ahead - reflection * behind;
      backward[t] = behind - reflection * ahead;
    }
    power *= 1 - reflection * reflection;
    const value = criterion(power, order, count);
    if (value < bestCriterion) {
      bestCriterion = value;
      best = coefficients;
    }
  }
  return best;
}

function criterion(power: number, order: number, count: number): number {
  const freedom = order + 1;
  return count * Math.log(power + 1e-300) + (2 * freedom * count) / Math.max(1, count - freedom - 1);
}
