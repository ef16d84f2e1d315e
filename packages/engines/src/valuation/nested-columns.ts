import type { NestedColumns } from '../statistics/nested-columns.ts';
import { groupIndex } from './effect-group.ts';
import type { EffectVocabulary } from './effect-vocabulary.ts';
import { INTERCEPT_COLUMN } from './effect-vocabulary.ts';
import type { EncodedSales } from './encoded-sales.ts';
import type { MergedColumns } from './merged-columns.ts';

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
  /** The same trees of merged columns. */
  readonly merged: NestedColumns;
  readonly crossed: readonly { readonly rootGroup: number; readonly columns: NestedColumns }[];
}

interface Trees extends NestedColumns {
  /** Position of the chain of each column, -1 for none. */
  readonly treeOf: Int8Array;
}

/** Finds both in the rows of encoded sales. */
export function nestEffects(
  sales: EncodedSales,
  { vocabulary, columns }: { readonly vocabulary: EffectVocabulary; readonly columns: MergedColumns },
): NestedEffects {
  const solved = nestedColumns(sales, { vocabulary, chains: CHAINS, root: INTERCEPT_COLUMN });
  return {
    solved,
    merged: mergeTrees(solved, columns),
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
): Trees {
  const { vocabulary, chains, root } = options;
  const { start, keptEnd, entries } = sales;
  const parents = new Int32Array(vocabulary.columnCount).fill(-1);
  const isNested = new Uint8Array(vocabulary.columnCount);
  const treeOf = new Int8Array(vocabulary.columnCount).fill(-1);
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
          treeOf[column] = index;
          parents[column] = above;
        }
        above = column;
      }
    }
  });
  if (root >= 0) {
    isNested[root] = 1;
    treeOf[root] = 0;
  }
  return { parents, isNested, treeOf };
}

/**
 * The trees of merged columns. One that has parts in several trees stands in the first of them, under the parent of its
 * topmost part there; a child whose parent went to another tree becomes a root.
 */
function mergeTrees({ parents, treeOf }: Trees, { columnCount, mergedOf }: MergedColumns): NestedColumns {
  const none = CHAINS.length;
  const mergedTree = new Int8Array(columnCount).fill(none);
  for (let j = 0; j < treeOf.length; j++) {
    if (treeOf[j]! >= 0) mergedTree[mergedOf[j]!] = Math.min(mergedTree[mergedOf[j]!]!, treeOf[j]!);
  }
  const mergedParents = new Int32Array(columnCount).fill(-1);
  const isPlaced = new Uint8Array(columnCount);
  for (let j = 0; j < treeOf.length; j++) {
    const column = mergedOf[j]!;
    if (isPlaced[column] === 1 || treeOf[j] !== mergedTree[column]) continue;
    isPlaced[column] = 1;
    const parent = parents[j]! < 0 ? -1 : mergedOf[parents[j]!]!;
    if (parent >= 0 && parent < column && mergedTree[parent] === mergedTree[column]) mergedParents[column] = parent;
  }
  return {
    parents: mergedParents,
    isNested: Uint8Array.from(mergedTree, (tree) => (tree < none ? 1 : 0)),
    isMain: Uint8Array.from(mergedTree, (tree) => (tree === 0 ? 1 : 0)),
  };
}
