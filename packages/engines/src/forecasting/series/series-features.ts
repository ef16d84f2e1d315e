import { cycleLength } from './combination-members.ts';

/** Names of the features that shift the weights of the combination, in their order. */
export const SERIES_FEATURES = [
  'one',
  'seasonal',
  'length',
  'step size',
  'step autocorrelation',
  'newest cycle growth',
  'cycle change to step',
] as const;

/**
 * What the weights of the combination depend on: length, size and persistence of the steps, and how the last cycle moved.
 * On the log scale where all values are above zero, relative to the mean size otherwise. Every feature is finite and
 * bounded.
 */
export function seriesFeatures(
  series: Float64Array,
  options: { readonly season: number; readonly seasonal: boolean },
): Float64Array {
  const cycle = cycleLength(options.season);
  const values = onCommonScale(series);
  const steps = values.subarray(1).map((value, t) => value - values[t]!);
  const changes = values.subarray(cycle).map((value, t) => value - values[t]!);
  const stepSize = rootMeanSquare(steps);
  const changeSize = changes.length === 0 ? stepSize : rootMeanSquare(changes);
  const growth = values.length < 2 * cycle ? 0 : meanOfNewest(values, cycle) - meanOfNewest(values, cycle, cycle);
  return Float64Array.of(
    1,
    options.seasonal ? 1 : 0,
    bounded(Math.log(series.length / 80), 2),
    bounded(Math.log(stepSize + 0.003) + 3, 4),
    lagOneCorrelation(steps),
    bounded(bounded(growth, 0.5) / (changeSize + 0.01), 3),
    bounded(Math.log((changeSize + 0.01) / (stepSize + 0.01)), 3),
  );
}

function onCommonScale(series: Float64Array): Float64Array {
  if (series.every((value) => value > 0)) return series.map(Math.log);
  let size = 0;
  for (const value of series) size += Math.abs(value) / series.length;
  return series.map((value) => value / (size || 1));
}

function rootMeanSquare(values: Float64Array): number {
  if (values.length === 0) return 0;
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum / values.length);
}

function meanOfNewest(values: Float64Array, count: number, skipped = 0): number {
  const end = values.length - skipped;
  let sum = 0;
  for (let t = end - count; t < end; t++) sum += values[t]!;
  return sum / count;
}

function lagOneCorrelation(steps: Float64Array): number {
  if (steps.length < 3) return 0;
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  let products = 0;
  let squares = 0;
  for (let t = 0; t < steps.length; t++) {
    squares += (steps[t]! - mean) ** 2;
    if (t > 0) products += (steps[t]! - mean) * (steps[t - 1]! - mean);
  }
  return squares > 0 ? products / squares : 0;
}

function bounded(value: number, limit: number): number {
  return Number.isFinite(value) ? Math.min(limit, Math.max(-limit, value)) : 0;
}
