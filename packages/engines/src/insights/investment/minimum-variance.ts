import { InvalidInputError } from '../../errors.ts';
import { choleskyFactor, choleskySolve } from '../../statistics/cholesky.ts';

/** Multipliers smaller than this are rounding. */
const TOLERANCE = 1e-12;
const MOST_STEPS = 1000;

/**
 * The weights of least variance that sum to 1 and lie between 0 and their bound: an active set method that solves the
 * equations of the free weights exactly. Bounds that sum to less than 1 are an `InvalidInputError`.
 *
 * @param matrix covariance, row after row
 * @param bounds largest weight of each asset, from 0 to 1; default 1
 */
export function minimumVarianceWeights(
  matrix: Float64Array,
  options: { readonly size: number; readonly bounds?: readonly number[] },
): readonly number[] {
  const { size } = options;
  const bounds = options.bounds ?? Array.from({ length: size }, () => 1);
  const room = bounds.reduce((sum, bound) => sum + Math.max(0, bound), 0);
  if (room < 1 - 1e-12) {
    throw new InvalidInputError(
      `The largest weights sum to ${room.toFixed(3)}: they have to leave room for a whole portfolio, so raise some.`,
    );
  }
  // A feasible start: fill the bounds in proportion.
  let weights = bounds.map((bound) => Math.max(0, bound) / room);
  const state: ('free' | 'zero' | 'full')[] = weights.map((weight, i) =>
    weight >= bounds[i]! - 1e-15 ? 'full' : 'free',
  );
  if (state.every((each) => each !== 'free')) return weights;
  for (let step = 0; step < MOST_STEPS; step++) {
    const free = state.flatMap((each, i) => (each === 'free' ? [i] : []));
    const target = free.length === 0 ? weights : solveFree(matrix, { size, free, weights });
    const stop = firstStop({ weights, target, bounds, free });
    weights = weights.map((weight, i) => weight + stop.share * (target[i]! - weight));
    if (stop.index !== null) {
      state[stop.index] = stop.isLower ? 'zero' : 'full';
      weights[stop.index] = stop.isLower ? 0 : bounds[stop.index]!;
      continue;
    }
    const released = mostWrong(matrix, { size, weights, state, bounds });
    if (released === null) return weights;
    state[released] = 'free';
  }
  return weights;
}

/** The free weights of least variance, the fixed ones given: (C_ff w_f + C_fx w_x) is the same for all, and they fill up. */
function solveFree(
  matrix: Float64Array,
  options: { readonly size: number; readonly free: readonly number[]; readonly weights: readonly number[] },
): readonly number[] {
  const { size, free, weights } = options;
  const count = free.length;
  const block = new Float64Array(count * count);
  const pull = new Float64Array(count);
  let left = 1;
  for (let j = 0; j < size; j++) if (!free.includes(j)) left -= weights[j]!;
  for (const [a, i] of free.entries()) {
    for (const [b, j] of free.entries()) block[a * count + b] = matrix[i * size + j]!;
    for (let j = 0; j < size; j++) if (!free.includes(j)) pull[a]! += matrix[i * size + j]! * weights[j]!;
  }
  const factor = choleskyFactor(block, count);
  const ones = new Float64Array(count).fill(1);
  choleskySolve(factor, ones);
  choleskySolve(factor, pull);
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const level = (left + sum(pull)) / sum(ones);
  const target = [...weights];
  for (const [a, i] of free.entries()) target[i] = level * ones[a]! - pull[a]!;
  return target;
}

/** How far one can go from the weights to the target before a bound stops it. */
function firstStop(options: {
  readonly weights: readonly number[];
  readonly target: readonly number[];
  readonly bounds: readonly number[];
  readonly free: readonly number[];
}): { readonly share: number; readonly index: number | null; readonly isLower: boolean } {
  const { weights, target, bounds, free } = options;
  let best = { share: 1, index: null as number | null, isLower: true };
  for (const i of free) {
    const move = target[i]! - weights[i]!;
    if (target[i]! < -1e-15) {
      const share = weights[i]! / -move;
      if (share < best.share) best = { share, index: i, isLower: true };
    } else if (target[i]! > bounds[i]! + 1e-15) {
      const share = (bounds[i]! - weights[i]!) / move;
      if (share < best.share) best = { share, index: i, isLower: false };
    }
  }
  return best;
}

/** The fixed weight that most wants to leave its bound; `null` at the optimum. */
function mostWrong(
  matrix: Float64Array,
  options: {
    readonly size: number;
    readonly weights: readonly number[];
    readonly state: readonly ('free' | 'zero' | 'full')[];
    readonly bounds: readonly number[];
  },
): number | null {
  const { size, weights, state, bounds } = options;
  const gradient = weights.map((_, i) => weights.reduce((sum, weight, j) => sum + matrix[i * size + j]! * weight, 0));
  const free = gradient.filter((_, i) => state[i] === 'free');
  // Without a free weight the level lies between those that are full and those that are empty.
  const level =
    free.length > 0
      ? free.reduce((sum, value) => sum + value, 0) / free.length
      : Math.max(...gradient.filter((_, i) => state[i] === 'full'));
  let worst: number | null = null;
  let worstGap = TOLERANCE * Math.max(...gradient.map(Math.abs), 1e-300);
  for (const [i, each] of state.entries()) {
    if (each === 'free' || bounds[i] === 0) continue;
    const gap = each === 'zero' ? level - gradient[i]! : gradient[i]! - level;
    if (gap > worstGap) {
      worst = i;
      worstGap = gap;
    }
  }
  return worst;
}
