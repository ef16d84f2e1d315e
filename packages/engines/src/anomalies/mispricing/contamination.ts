import type { BoostedTrees } from '../../statistics/boosted-trees/index.ts';
import { fitBoostedTrees } from '../../statistics/boosted-trees/index.ts';
import { createRandom } from '../../statistics/random.ts';
import { NUMBER_COLUMNS } from './spread-columns.ts';

const COPIES = 3;
/** Sizes of a planted deviation: mostly those of a bargain or an overcharge, some as large as a lost digit. */
const USUAL = { least: 0.2, most: 0.75 } as const;
const GROSS = { least: 0.75, most: 3 } as const;
const GROSS_SHARE = 0.12;
const TREES = {
  loss: 'logistic',
  treeCount: 250,
  learningRate: 0.06,
  maximumLeaves: 15,
  minimumLeafRows: 60,
  l2: 5,
} as const;

const COLUMNS = ['residual', 'residual in spreads', 'log local spread', ...NUMBER_COLUMNS.slice(0, 7)] as const;

/** The row that says how odd a residual is on a car: the deviation, its unit, and the facts that shape its tails. */
export function contaminationRow(
  numbers: readonly number[],
  data: { readonly residual: number; readonly spread: number },
): readonly number[] {
  return [data.residual, data.residual / data.spread, Math.log(data.spread), ...numbers.slice(0, 7)];
}

/**
 * Learns the ratio of two densities of a residual on a car: that of mispriced cars over that of ordinary ones, as its log.
 * Mispriced cars are made: every sale in `rows` returns three times with its residual moved by a drawn deviation, cheap and
 * dear alike. What the trees cannot tell from an ordinary sale, such as a gross residual where gross ones are common,
 * scores low (density ratio estimation by classification, Sugiyama et al. 2012). The price enters through its residual
 * only: neither its digits nor its roundness are looked at.
 */
export function fitContamination(
  sales: readonly { readonly numbers: readonly number[]; readonly residual: number; readonly spread: number }[],
  options: { readonly seed: number },
): BoostedTrees {
  const random = createRandom(options.seed);
  const rows: (readonly number[])[] = sales.map((sale) => contaminationRow(sale.numbers, sale));
  for (const sale of sales) {
    for (let copy = 0; copy < COPIES; copy++) {
      const range = random.uniform() < GROSS_SHARE ? GROSS : USUAL;
      const size = range.least + (range.most - range.least) * random.uniform();
      const residual = sale.residual + (random.uniform() < 0.5 ? -size : size);
      rows.push(contaminationRow(sale.numbers, { residual, spread: sale.spread }));
    }
  }
  const target = Float64Array.from(rows, (_, row) => (row < sales.length ? 0 : 1));
  const weights = Float64Array.from(target, (isMade) => (isMade === 1 ? 1 / COPIES : 1));
  const features = COLUMNS.map((name, index) => ({
    name,
    kind: 'numeric' as const,
    values: Float64Array.from(rows, (row) => row[index]!),
  }));
  return fitBoostedTrees({ features, target, weights }, TREES).trees;
}
