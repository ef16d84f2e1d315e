import { studentTwoSidedP } from './student-distribution.ts';

/** Whether one forecaster's losses differ from another's. */
export interface LossComparison {
  /** Pairs of losses. */
  readonly count: number;
  /** Mean of (loss - other loss): below 0 the first is better. */
  readonly meanDifference: number;
  /** Of the mean difference, in its standard errors. */
  readonly statistic: number;
  /** Two-sided. 1 where nothing differs or too little is known. */
  readonly pValue: number;
}

/**
 * The test of Diebold and Mariano (1995) with the correction of Harvey, Leybourne and Newbold (1997) for small samples:
 * losses of forecasts `horizon` steps ahead share horizon - 1 steps with their neighbours, which the variance allows for.
 * A horizon of 1 is the plain paired test, as for losses of different series.
 */
export function compareLosses(
  losses: ArrayLike<number>,
  options: { readonly against: ArrayLike<number>; readonly horizon: number },
): LossComparison {
  const count = Math.min(losses.length, options.against.length);
  const differences = Float64Array.from({ length: count }, (_, t) => losses[t]! - options.against[t]!);
  const mean = differences.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  const lags = Math.min(options.horizon - 1, count - 1);
  let variance = 0;
  for (let lag = 0; lag <= lags; lag++) {
    let covariance = 0;
    for (let t = lag; t < count; t++) covariance += (differences[t]! - mean) * (differences[t - lag]! - mean);
    // Bartlett weights keep the sum from falling below zero.
    variance += ((lag === 0 ? 1 : 2 * (1 - lag / (lags + 1))) * covariance) / count;
  }
  if (count < 3 || !(variance > 0)) {
    const statistic = mean === 0 || count < 3 ? 0 : Math.sign(mean) * Number.POSITIVE_INFINITY;
    return { count, meanDifference: mean, statistic, pValue: statistic === 0 ? 1 : 0 };
  }
  const { horizon } = options;
  const correction = Math.sqrt(
    Math.max(1 / count, (count + 1 - 2 * horizon + (horizon * (horizon - 1)) / count) / count),
  );
  const statistic = (correction * mean) / Math.sqrt(variance / count);
  return { count, meanDifference: mean, statistic, pValue: studentTwoSidedP(statistic, count - 1) };
}
