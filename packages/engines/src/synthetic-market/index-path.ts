import { addMonths, type IsoMonth } from '../market/calendar.ts';
import { type SegmentId, segmentsOf } from '../market/segment.ts';
import type { MarketPreset } from './market-preset.ts';
import { randomStream } from './random-stream.ts';
import type { SegmentPlan } from './segment-plan.ts';

/** True log level of a segment by month, 0 in the first month. Without season. */
export interface IndexTruthPoint {
  readonly month: IsoMonth;
  readonly logLevel: number;
}

export type IndexTruth = ReadonlyMap<SegmentId, readonly IndexTruthPoint[]>;

/**
 * Random walks with drift: one shared by all, one for each model line, one for each segment. The level of a wider
 * segment is the mean of the trims in it, weighted by their share of the sales, so that it moves with prices only and
 * never with the mix.
 */
export function drawIndexPaths(
  preset: MarketPreset,
  options: { readonly seed: number; readonly firstMonth: IsoMonth; readonly months: number },
): IndexTruth {
  const steps = options.months - 1;
  const walk = (purpose: string, deviation: number): number[] => {
    const random = randomStream(options.seed, `index/${purpose}`);
    return Array.from({ length: steps }, () => deviation * random.normal());
  };
  const lineGrowth = drawLineGrowth(preset, walk);
  const shared = walk('shared', preset.sharedGrowthDeviation);
  const sums = new Map<SegmentId, { weight: number; readonly levels: number[] }>();
  for (const plan of preset.segments) {
    const path = segmentsOf({ make: 'Porsche', ...plan });
    const own = walk(path.at(-1) ?? '', preset.segmentGrowthDeviation);
    const line = lineGrowth.get(plan.model) ?? [];
    const weight = segmentWeight(preset, plan);
    for (const segment of path) {
      const sum = sums.get(segment) ?? { weight: 0, levels: Array.from({ length: options.months }, () => 0) };
      sums.set(segment, sum);
      sum.weight += weight;
      let level = 0;
      for (let step = 0; step < steps; step++) {
        level += preset.monthlyDrift + (shared[step] ?? 0) + (line[step] ?? 0) + (own[step] ?? 0);
        sum.levels[step + 1] = (sum.levels[step + 1] ?? 0) + weight * level;
      }
    }
  }
  return new Map(
    [...sums].map(([segment, { weight, levels }]) => [
      segment,
      levels.map((total, step) => ({ month: addMonths(options.firstMonth, step), logLevel: total / weight })),
    ]),
  );
}

/** Relative number of sales of a segment within its preset. */
export function segmentWeight(preset: MarketPreset, plan: SegmentPlan): number {
  return plan.weight ** preset.weightPower;
}

function drawLineGrowth(
  preset: MarketPreset,
  walk: (purpose: string, deviation: number) => number[],
): ReadonlyMap<string, readonly number[]> {
  const growth = new Map<string, readonly number[]>();
  for (const { model } of preset.segments) {
    if (!growth.has(model)) growth.set(model, walk(`line/${model}`, preset.lineGrowthDeviation));
  }
  const pair = preset.laggedPair;
  if (pair === null) return growth;
  // The draws before the first month let the follower have a past to follow from its first step on.
  const before = walk('line/leader-before-the-first-month', preset.lineGrowthDeviation).slice(0, pair.lagMonths);
  const leader = [...before, ...(growth.get(pair.leader) ?? [])];
  const ownShare = Math.sqrt(1 - pair.correlation ** 2);
  const follower = (growth.get(pair.follower) ?? []).map(
    (own, step) => pair.correlation * (leader[step] ?? 0) + ownShare * own,
  );
  return growth.set(pair.follower, follower);
}
