import type { BinnedRows, FeatureBins } from './bin-features.ts';

/** The best split of a leaf; reused from leaf to leaf, since there are many. */
export interface Split {
  gain: number;
  /** -1 where no split is worth its price. */
  feature: number;
  /** Numeric: bins of the feature up to this one go left. */
  lastBin: number;
  missingLeft: boolean;
  /** Categorical: the bins that go left. */
  leftBins: readonly number[] | null;
  leftGradient: number;
  leftWeight: number;
}

export interface SplitRules {
  readonly minimumLeafWeight: number;
  readonly l2: number;
  readonly minimumGain: number;
}

/** Strength of the shrinkage of categories with few rows, and what a categorical split has to be better by. */
const CATEGORY_SMOOTHING = 10;
const CATEGORY_L2 = 10;
const MOST_LEFT_CATEGORIES = 64;
const TINY = 1e-12;

/**
 * Finds the best split of a leaf from its histogram (pairs of gradient sum and weight, bin after bin): every bound of a
 * numeric feature with missing values on either side; for a categorical one every prefix, from both ends, of the bins
 * sorted by their gradient per weight (Fisher 1958, as in Ke et al. 2017). A split against a monotone constraint is none.
 */
export function findSplit(
  histogram: Float64Array,
  leaf: { readonly gradient: number; readonly weight: number },
  context: {
    readonly binned: BinnedRows;
    readonly bins: readonly FeatureBins[];
    readonly monotone: Int8Array;
    readonly usable: Uint8Array;
    readonly rules: SplitRules;
  },
): Split {
  const { binned, bins, rules, monotone, usable } = context;
  const best: Split = {
    gain: rules.minimumGain,
    feature: -1,
    lastBin: 0,
    missingLeft: false,
    leftBins: null,
    leftGradient: 0,
    leftWeight: 0,
  };
  const parentScore = (leaf.gradient * leaf.gradient) / (leaf.weight + rules.l2 + TINY);
  for (let feature = 0; feature < bins.length; feature++) {
    if (usable[feature] === 0 || bins[feature]!.count < 2) continue;
    const scan = { histogram, leaf, rules, parentScore, best, feature, start: binned.starts[feature]! };
    if (bins[feature]!.kind === 'numeric') scanNumeric(scan, bins[feature]!.count, monotone[feature]!);
    else scanCategories(scan, bins[feature]!.count);
  }
  return best;
}

interface Scan {
  readonly histogram: Float64Array;
  readonly leaf: { readonly gradient: number; readonly weight: number };
  readonly rules: SplitRules;
  readonly parentScore: number;
  readonly best: Split;
  readonly feature: number;
  readonly start: number;
}

function scanNumeric(scan: Scan, binCount: number, direction: number): void {
  const { histogram, leaf, rules, parentScore, best, feature, start } = scan;
  const { l2, minimumLeafWeight } = rules;
  const totalGradient = leaf.gradient;
  const totalWeight = leaf.weight;
  const missingGradient = histogram[start * 2]!;
  const missingWeight = histogram[start * 2 + 1]!;
  const passes = missingWeight > 0 ? 2 : 1;
  for (let pass = 0; pass < passes; pass++) {
    // Without missing rows they go where most rows go, which is decided once the split is known.
    let gradient = pass === 1 ? missingGradient : 0;
    let weight = pass === 1 ? missingWeight : 0;
    for (let bin = 1; bin < binCount - 1; bin++) {
      const place = (start + bin) * 2;
      gradient += histogram[place]!;
      weight += histogram[place + 1]!;
      if (weight < minimumLeafWeight) continue;
      const rightWeight = totalWeight - weight;
      if (rightWeight < minimumLeafWeight) break;
      const rightGradient = totalGradient - gradient;
      const gain =
        (gradient * gradient) / (weight + l2 + TINY) +
        (rightGradient * rightGradient) / (rightWeight + l2 + TINY) -
        parentScore;
      if (gain <= best.gain) continue;
      if (direction !== 0) {
        const rise = gradient / (weight + l2 + TINY) - rightGradient / (rightWeight + l2 + TINY);
        if (rise * direction < 0) continue;
      }
      best.gain = gain;
      best.feature = feature;
      best.lastBin = bin;
      best.missingLeft = passes === 1 ? weight >= rightWeight : pass === 1;
      best.leftBins = null;
      best.leftGradient = gradient;
      best.leftWeight = weight;
    }
  }
}

function scanCategories(scan: Scan, binCount: number): void {
  const { histogram, leaf, rules, parentScore, best, feature, start } = scan;
  const l2 = rules.l2 + CATEGORY_L2;
  const order: number[] = [];
  for (let bin = 0; bin < binCount; bin++) if (histogram[(start + bin) * 2 + 1]! > 0) order.push(bin);
  if (order.length < 2) return;
  const slope = (bin: number): number =>
    histogram[(start + bin) * 2]! / (histogram[(start + bin) * 2 + 1]! + CATEGORY_SMOOTHING);
  order.sort((a, b) => slope(a) - slope(b) || a - b);
  for (let end = 0; end < 2; end++) {
    let gradient = 0;
    let weight = 0;
    const most = Math.min(order.length - 1, MOST_LEFT_CATEGORIES);
    for (let taken = 0; taken < most; taken++) {
      const place = (start + order[end === 0 ? taken : order.length - 1 - taken]!) * 2;
      gradient += histogram[place]!;
      weight += histogram[place + 1]!;
      if (weight < rules.minimumLeafWeight) continue;
      const rightWeight = leaf.weight - weight;
      if (rightWeight < rules.minimumLeafWeight) break;
      const rightGradient = leaf.gradient - gradient;
      const gain =
        (gradient * gradient) / (weight + l2) + (rightGradient * rightGradient) / (rightWeight + l2) - parentScore;
      if (gain <= best.gain) continue;
      best.gain = gain;
      best.feature = feature;
      best.lastBin = 0;
      best.leftBins = end === 0 ? order.slice(0, taken + 1) : order.slice(order.length - 1 - taken);
      // Where the leaf has no missing row they go where most rows go.
      best.missingLeft = histogram[start * 2 + 1]! > 0 ? best.leftBins.includes(0) : weight >= rightWeight;
      best.leftGradient = gradient;
      best.leftWeight = weight;
    }
  }
}
