import type { NestedColumns } from '../statistics/nested-columns.ts';
import { groupIndex } from './effect-group.ts';
import type { EffectVocabulary } from './effect-vocabulary.ts';
import { INTERCEPT_COLUMN } from './effect-vocabulary.ts';
import type { EncodedSales } from './encoded-sales.ts';

/** Chains of groups in which each lies within the one before. */
const CHAINS = [
  ['make', 'model', 'generation', 'trim', 'trim and year'],
  ['body', 'segment and body'],
  ['transmission', 'segment and transmission'],
  ['colour', 'segment and colour'],
  ['chassis type', 'chassis type and year'],
  ['age by model', 'age by generation'],
  ['mileage by model', 'mileage by generation'],
  ['condition by make', 'condition by model'],
  ['seller', 'seller and make', 'seller and model'],
  ['region', 'region and make', 'region and model'],
].map((names) => names.map(groupIndex));

/**
 * Effects that cross the trees above and yet are known no better than the finer effects below them differ: how a trim of
 * one name sells in all generations, what a model year adds in all trims.
 */
const CROSSED_CHAINS = [
  ['trim of model', 'trim', 'trim and year'],
  ['trim word', 'trim of model'],
  ['model and year', 'trim and year'],
].map((names) => names.map(groupIndex));

/** The trees that are solved exactly, then those that are only asked how well their roots are known. */
export interface NestedEffects {
  readonly solved: NestedColumns;
  readonly crossed: readonly { readonly rootGroup: number; readonly columns: NestedColumns }[];
}

/** Finds both in the rows of encoded sales. */
export function nestEffects(sales: EncodedSales, vocabulary: EffectVocabulary): NestedEffects {
  return {
    solved: nestedColumns(sales, { vocabulary, chains: CHAINS, root: INTERCEPT_COLUMN }),
    crossed: CROSSED_CHAINS.map((chain) => ({
      rootGroup: chain[0]!,
      columns: nestedColumns(sales, { vocabulary, chains: [chain], root: -1 }),
    })),
  };
}

/** Finds the parent of each effect of a chain: the effect of the chain's group before, in any row that has both. */
function nestedColumns(
  sales: EncodedSales,
  options: {
    readonly vocabulary: EffectVocabulary;
    readonly chains: readonly (readonly number[])[];
    /** Parent of the roots of the first chain; -1 for none. */
    readonly root: number;
  },
): NestedColumns {
  const { vocabulary, chains, root } = options;
  const { start, keptEnd, entries } = sales;
  const parents = new Int32Array(vocabulary.columnCount).fill(-1);
  const isNested = new Uint8Array(vocabulary.columnCount);
  const groupOf = new Int16Array(vocabulary.columnCount).fill(-1);
  vocabulary.starts.forEach((start, group) => groupOf.fill(group, start, vocabulary.starts[group + 1] ?? start));
  chains.forEach((chain, index) => {
    const placeOf = new Int16Array(vocabulary.starts.length).fill(-1);
    chain.forEach((group, place) => {
      placeOf[group] = place;
    });
    const found = new Int32Array(chain.length);
    for (let row = 0; row < sales.saleCount; row++) {
      found.fill(-1);
      for (let k = start[row]!; k < keptEnd[row]!; k++) {
        const column = entries[k]!;
        const group = groupOf[column]!;
        const place = group < 0 ? -1 : placeOf[group]!;
        if (place >= 0) found[place] = column;
      }
      let above = index === 0 ? root : -1;
      for (const column of found) {
        if (column < 0) continue;
        if (isNested[column] === 0) {
          isNested[column] = 1;
          parents[column] = above;
        }
        above = column;
      }
    }
  });
  if (root >= 0) isNested[root] = 1;
  return { parents, isNested };
}
