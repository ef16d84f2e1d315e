import type { BoostedTrees, BoostedTreesOptions, TreeFeature } from '../../statistics/boosted-trees/index.ts';
import { fitBoostedTrees } from '../../statistics/boosted-trees/index.ts';
import { textHash } from '../../statistics/text-hash.ts';
import type { JudgedSale } from './judged-sale.ts';

const FOLD_COUNT = 5;

/** Trees, and what they say of every sale of the fit without having seen it or another sale of its car. */
export interface CrossFittedTrees {
  readonly trees: BoostedTrees;
  readonly unseen: Float64Array;
}

/** Fits trees on all sales, and once more on all but each fifth of the cars. `name` draws the fifths. */
export function fitCrossFittedTrees(
  sales: readonly JudgedSale[],
  data: {
    readonly name: string;
    readonly rows: readonly (readonly number[])[];
    readonly features: readonly TreeFeature[];
    readonly target: Float64Array;
  },
  options: BoostedTreesOptions,
): CrossFittedTrees {
  const { name, rows, features, target } = data;
  const folds = sales.map(({ carKey }) => textHash(`${name} ${carKey}`) % FOLD_COUNT);
  const unseen = new Float64Array(sales.length);
  const all = Array.from(sales.keys());
  for (let fold = 0; fold < FOLD_COUNT; fold++) {
    const held = all.filter((row) => folds[row] === fold);
    const kept = all.filter((row) => folds[row] !== fold);
    if (held.length === 0 || kept.length === 0) continue;
    const training = { features: features.map((feature) => only(feature, kept)), target: valuesOf(target, kept) };
    const { trees } = fitBoostedTrees(training, options);
    for (const row of held) unseen[row] = trees.predictRow(rows[row]!);
  }
  return { trees: fitBoostedTrees({ features, target }, options).trees, unseen };
}

function only(feature: TreeFeature, rows: readonly number[]): TreeFeature {
  return { ...feature, values: valuesOf(feature.values, rows) };
}

function valuesOf(values: ArrayLike<number>, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, (row) => values[row]!);
}
