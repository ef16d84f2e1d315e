import type { BoostedTrees, TreeFeature } from '../../statistics/boosted-trees/index.ts';
import { fitBoostedTrees } from '../../statistics/boosted-trees/index.ts';
import { textHash } from '../../statistics/text-hash.ts';
import type { JudgedSale } from './judged-sale.ts';
import { NAME_COLUMNS, NUMBER_COLUMNS } from './spread-columns.ts';

const FOLD_COUNT = 5;
/** A residual below this says no more than that: half a per cent is the roundness of prices. */
const LEAST_RESIDUAL = 0.005;
const TREES = { treeCount: 150, learningRate: 0.05, maximumLeaves: 15, minimumLeafRows: 30 } as const;

/** Trees on log absolute residuals, and what they say of every sale of the fit without having seen it. */
export interface LocalSpreadFit {
  readonly trees: BoostedTrees;
  readonly unseenSpreads: Float64Array;
}

/**
 * Learns how far cars lie from their expected price, car by car: trees on the log of the absolute residual, where one gross
 * error counts as little as a small one. `rows` are the values of each sale by `createSpreadRow`.
 */
export function fitLocalSpread(
  sales: readonly JudgedSale[],
  data: { readonly rows: readonly (readonly number[])[]; readonly residuals: Float64Array },
): LocalSpreadFit {
  const target = data.residuals.map((residual) => Math.log(Math.max(Math.abs(residual), LEAST_RESIDUAL)));
  const features = spreadFeatures(data.rows);
  const folds = sales.map(({ carKey }) => textHash(`spread ${carKey}`) % FOLD_COUNT);
  const unseenSpreads = new Float64Array(sales.length);
  for (let fold = 0; fold < FOLD_COUNT; fold++) {
    const weights = Float64Array.from(folds, (value) => (value === fold ? 0 : 1));
    if (!weights.some((weight) => weight > 0)) continue;
    const { trees } = fitBoostedTrees({ features, target, weights }, TREES);
    folds.forEach((value, row) => {
      if (value === fold) unseenSpreads[row] = Math.exp(trees.predictRow(data.rows[row]!));
    });
  }
  return { trees: fitBoostedTrees({ features, target }, TREES).trees, unseenSpreads };
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
