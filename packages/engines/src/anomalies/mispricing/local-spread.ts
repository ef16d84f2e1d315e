import type { TreeFeature } from '../../statistics/boosted-trees/index.ts';
import { type CrossFittedTrees, fitCrossFittedTrees } from './cross-fitted-trees.ts';
import type { JudgedSale } from './judged-sale.ts';
import { NAME_COLUMNS, NUMBER_COLUMNS } from './spread-columns.ts';

/** A residual below this says no more than that: half a per cent is the roundness of prices. */
const LEAST_RESIDUAL = 0.005;
const TREES = { treeCount: 150, learningRate: 0.05, maximumLeaves: 15, minimumLeafRows: 30 } as const;

/**
 * Learns what the expectation leaves of the level of a car: trees on residuals whose leaves are medians, so that gross errors
 * count as little as small ones. `rows` are the values of each sale by `createSpreadRow`.
 */
export function fitLevelCorrection(
  sales: readonly JudgedSale[],
  data: { readonly rows: readonly (readonly number[])[]; readonly residuals: Float64Array },
): CrossFittedTrees {
  const { rows, residuals } = data;
  const training = { name: 'level', rows, features: spreadFeatures(rows), target: residuals };
  return fitCrossFittedTrees(sales, training, { ...TREES, loss: 'l1' });
}

/**
 * Learns how far cars lie from their expected price, car by car: trees on the log of the absolute residual, where one gross
 * error counts as little as a small one. `rows` are the values of each sale by `createSpreadRow`.
 */
export function fitLocalSpread(
  sales: readonly JudgedSale[],
  data: { readonly rows: readonly (readonly number[])[]; readonly residuals: Float64Array },
): CrossFittedTrees {
  const { rows, residuals } = data;
  const target = residuals.map((residual) => Math.log(Math.max(Math.abs(residual), LEAST_RESIDUAL)));
  return fitCrossFittedTrees(sales, { name: 'spread', rows, features: spreadFeatures(rows), target }, TREES);
}

function spreadFeatures(rows: readonly (readonly number[])[]): readonly TreeFeature[] {
  const column = (index: number): Float64Array => Float64Array.from(rows, (row) => row[index]!);
  const names = NUMBER_COLUMNS.length;
  return [
    ...NUMBER_COLUMNS.map((name, index) => ({ name, kind: 'numeric' as const, values: column(index) })),
    ...NAME_COLUMNS.map((name, index) => ({ name, kind: 'categorical' as const, values: column(names + index) })),
    ...NAME_COLUMNS.map((name, index) => ({
      name: `sales of the ${name}`,
      kind: 'numeric' as const,
      values: column(names + NAME_COLUMNS.length + index),
    })),
  ];
}
