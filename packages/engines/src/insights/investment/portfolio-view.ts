import { type NotEnoughData, notEnoughData } from '../../market/not-enough-data.ts';
import type { MarketIndex } from '../../market/market-index.ts';
import type { SegmentId } from '../../market/segment.ts';
import { minimumVarianceWeights } from './minimum-variance.ts';
import { shrinkageCovariance } from './shrinkage-covariance.ts';

/** Months of returns that a portfolio needs. */
export const MINIMUM_RETURN_MONTHS = 24;

/** Months over which sales are counted for liquidity. */
const LIQUIDITY_MONTHS = 12;

/** A segment in a portfolio. */
export interface PortfolioPosition {
  readonly segment: SegmentId;
  /** Share of the money, 0 to 1. */
  readonly weight: number;
  /** Standard deviation of its monthly return. */
  readonly monthlyDeviation: number;
  /** Mean sales a month over the last year: how soon a car of it can be sold. */
  readonly salesPerMonth: number;
}

/** The portfolio of least variance over some segments. */
export interface PortfolioView {
  readonly status: 'ok';
  /** In the order of the indices given. */
  readonly positions: readonly PortfolioPosition[];
  /** Standard deviation of the monthly return of the whole, and of equal weights beside it. */
  readonly monthlyDeviation: number;
  readonly equalWeightDeviation: number;
  /** The same of the weights that are held; `null` where none were given. */
  readonly heldDeviation: number | null;
  readonly shrinkage: number;
  /** Months of returns behind it. */
  readonly monthCount: number;
}

/**
 * The weights of least variance over the mix-adjusted indices of segments, with a shrunken covariance. A segment in which
 * few cars sell may only take the share that its sales allow: its part of all sales times `liquidityFactor` (default 3).
 * Refuses fewer than 2 segments and fewer than 24 common months.
 */
export function portfolioView(
  indices: readonly MarketIndex[],
  options: {
    readonly liquidityFactor?: number;
    /** In the order of the indices, with a sum of 1. */
    readonly heldWeights?: readonly number[];
  } = {},
): PortfolioView | NotEnoughData {
  if (indices.length < 2) return notEnoughData('segments for a portfolio', { found: indices.length, needed: 2 });
  const months = commonMonths(indices);
  const monthCount = Math.max(0, months.length - 1);
  if (monthCount < MINIMUM_RETURN_MONTHS) {
    return notEnoughData('common months of the indices', { found: monthCount, needed: MINIMUM_RETURN_MONTHS });
  }
  const levels = indices.map((index) => new Map(index.points.map((point) => [point.month, point.level])));
  const rows = months
    .slice(1)
    .map((month, step) => levels.map((level) => Math.log(level.get(month)! / level.get(months[step]!)!)));
  const { matrix, size, shrinkage } = shrinkageCovariance(rows);
  const sales = indices.map((index) =>
    index.points.slice(-LIQUIDITY_MONTHS).reduce((sum, point) => sum + point.saleCount, 0),
  );
  const all = sales.reduce((sum, count) => sum + count, 0);
  const factor = options.liquidityFactor ?? 3;
  const wanted = sales.map((count) => (all === 0 ? 1 : Math.min(1, (factor * count) / all)));
  const room = wanted.reduce((sum, bound) => sum + bound, 0);
  const bounds = room >= 1 ? wanted : wanted.map(() => 1);
  const weights = minimumVarianceWeights(matrix, { size, bounds });
  const equal = weights.map(() => 1 / size);
  return {
    status: 'ok',
    positions: indices.map((index, i) => ({
      segment: index.segment,
      weight: weights[i]!,
      monthlyDeviation: Math.sqrt(matrix[i * size + i]!),
      salesPerMonth: sales[i]! / LIQUIDITY_MONTHS,
    })),
    monthlyDeviation: deviation(matrix, { size, weights }),
    equalWeightDeviation: deviation(matrix, { size, weights: equal }),
    heldDeviation: options.heldWeights === undefined ? null : deviation(matrix, { size, weights: options.heldWeights }),
    shrinkage,
    monthCount,
  };
}

function deviation(
  matrix: Float64Array,
  { size, weights }: { readonly size: number; readonly weights: readonly number[] },
): number {
  let variance = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) variance += weights[i]! * matrix[i * size + j]! * weights[j]!;
  }
  return Math.sqrt(variance);
}

/** Months that every index has, oldest first. */
function commonMonths(indices: readonly MarketIndex[]): readonly string[] {
  const [first, ...others] = indices.map((index) =>
    index.points.filter(({ level }) => level > 0).map(({ month }) => month),
  );
  const sets = others.map((months) => new Set(months));
  return (first ?? []).filter((month) => sets.every((set) => set.has(month)));
}
