import { median } from '../quantile.ts';
import { findChangepoints } from './pelt.ts';
import { meanShiftCost } from './segment-cost.ts';

/** A lasting change of level: the index of its first value, and by how much. */
export interface LevelShift {
  readonly index: number;
  readonly before: number;
  readonly after: number;
}

/** Multiple of log n that one more changepoint has to save: above the 2 of BIC, so that few are invented. */
const PENALTY = 3;

/**
 * Lasting shifts of the level of a series by exact PELT. Variance and persistence are read from the steps, where a few
 * shifts hardly show; a persistent series looks like steps itself, so that the long-run variance of an autoregression of
 * order one is what a shift is measured by. Empty below eight values or where nothing moves.
 */
export function findLevelShifts(
  series: ArrayLike<number>,
  options: {
    /** Values a level must last. Default 3. */
    readonly minimumLength?: number;
    /** Standard deviation of what is new in a value, where it is known. Default: from the series. */
    readonly noise?: number;
  } = {},
): readonly LevelShift[] {
  const { length } = series;
  if (length < 8) return [];
  const { variance, persistence } = stepStatistics(series);
  const innovation = options.noise === undefined ? (variance * (1 + persistence)) / 2 : options.noise ** 2;
  if (!(innovation > 0)) return [];
  const { changepoints } = findChangepoints(meanShiftCost(series, { variance: innovation / (1 - persistence) ** 2 }), {
    penalty: PENALTY * Math.log(length),
    minimumLength: options.minimumLength ?? 3,
  });
  const bounds = [0, ...changepoints, length];
  const level = (segment: number): number => mean(series, bounds[segment]!, bounds[segment + 1]!);
  return changepoints.map((index, at) => ({ index, before: level(at), after: level(at + 1) }));
}

/**
 * Variance of the steps and the persistence they tell of: steps of an autoregression of order one have the lag-one
 * correlation -(1 - persistence) / 2. Steps beyond three robust deviations are cut, so that shifts do not count.
 */
function stepStatistics(series: ArrayLike<number>): { readonly variance: number; readonly persistence: number } {
  const steps = Float64Array.from({ length: series.length - 1 }, (_, t) => series[t + 1]! - series[t]!);
  const limit = 3 * 1.4826 * median(steps.map(Math.abs));
  if (!(limit > 0))
    return {
      variance: mean(
        steps.map((step) => step * step),
        0,
        steps.length,
      ),
      persistence: 0,
    };
  const cut = steps.map((step) => Math.min(limit, Math.max(-limit, step)));
  let products = 0;
  let squares = 0;
  for (let t = 0; t < cut.length; t++) {
    squares += cut[t]! ** 2;
    if (t > 0) products += cut[t]! * cut[t - 1]!;
  }
  const persistence = Math.min(0.85, Math.max(0, 1 + (2 * products) / squares));
  return { variance: squares / cut.length, persistence };
}

function mean(series: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let t = from; t < to; t++) sum += series[t]!;
  return sum / (to - from);
}
