import type { BoostedTrees } from '../../statistics/boosted-trees/index.ts';
import { fitBoostedTrees } from '../../statistics/boosted-trees/index.ts';
import { createRandom } from '../../statistics/random.ts';
import { NAME_COLUMNS, NUMBER_COLUMNS } from './spread-columns.ts';

const COPIES = 3;
/** Sizes of a planted deviation: mostly those of a bargain or an overcharge, some as large as a lost digit. */
const USUAL = { least: 0.2, most: 0.75 } as const;
const GROSS = { least: 0.75, most: 3 } as const;
const GROSS_SHARE = 0.12;
const TREES = {
  loss: 'logistic',
  treeCount: 160,
  learningRate: 0.09,
  maximumLeaves: 15,
  minimumLeafRows: 60,
  l2: 20,
} as const;

const COLUMNS = [
  'residual',
  'residual in spreads',
  'corrected residual',
  'corrected residual in spreads',
  'log local spread',
  ...NUMBER_COLUMNS,
  ...NAME_COLUMNS.map((name) => `sales of the ${name}`),
] as const;

/** How far a price lies from what was expected, and what trees say of such cars: where prices lie, and how they scatter. */
export interface Deviation {
  readonly residual: number;
  /** The median residual of such cars: what the expectation leaves of their level. */
  readonly levelCorrection: number;
  /** The typical absolute residual around that level. */
  readonly spread: number;
}

/** The row that says how odd a residual is on a car: the deviation, its unit, and the facts that shape its tails. */
export function contaminationRow(
  facts: readonly number[],
  { residual, levelCorrection, spread }: Deviation,
): readonly number[] {
  const corrected = residual - levelCorrection;
  return [residual, residual / spread, corrected, corrected / spread, Math.log(spread), ...facts];
}

/**
 * Learns the ratio of two densities of a residual on a car: that of mispriced cars over that of ordinary ones, as its log.
 * Mispriced cars are made: every sale in `rows` returns three times with its residual moved by a drawn deviation, cheap and
 * dear alike. What the trees cannot tell from an ordinary sale, such as a gross residual where gross ones are common,
 * scores low (density ratio estimation by classification, Sugiyama et al. 2012). The price enters through its residual
 * only: neither its digits nor its roundness are looked at.
 */
export function fitContamination(
  sales: readonly (Deviation & { readonly facts: readonly number[] })[],
  options: { readonly seed: number },
): BoostedTrees {
  const random = createRandom(options.seed);
  const rows: (readonly number[])[] = sales.map((sale) => contaminationRow(sale.facts, sale));
  for (const sale of sales) {
    for (let copy = 0; copy < COPIES; copy++) {
      const range = random.uniform() < GROSS_SHARE ? GROSS : USUAL;
      const size = range.least + (range.most - range.least) * random.uniform();
      const residual = sale.residual + (random.uniform() < 0.5 ? -size : size);
      rows.push(contaminationRow(sale.facts, { ...sale, residual }));
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
