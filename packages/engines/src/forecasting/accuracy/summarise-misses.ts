import type { MissAttribution } from '../../market/price-prediction.ts';
import { median } from '../../statistics/quantile.ts';

/** How much one part of the misses comes to, log scale. */
export interface MissPart {
  readonly part: keyof MissAttribution;
  /** Over all misses; those of index, car, mix and noise sum to that of the total. */
  readonly mean: number;
  readonly medianSize: number;
}

/** What the misses of a ledger came from. */
export interface MissSummary {
  /** Settled predictions that kept what it takes to divide their miss. */
  readonly count: number;
  /** Index, car, mix, noise, and the total last. */
  readonly parts: readonly MissPart[];
}

const PARTS = ['index', 'car', 'mix', 'noise', 'total'] as const;

/** Sums up divided misses; `null` without one. */
export function summariseMisses(misses: readonly MissAttribution[]): MissSummary | null {
  if (misses.length === 0) return null;
  return {
    count: misses.length,
    parts: PARTS.map((part) => ({
      part,
      mean: misses.reduce((sum, miss) => sum + miss[part], 0) / misses.length,
      medianSize: median(misses.map((miss) => Math.abs(miss[part]))),
    })),
  };
}
