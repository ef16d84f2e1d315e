import type { NestedColumns } from '../statistics/ridge-preconditioner.ts';
import type { SparseRows } from '../statistics/sparse-rows.ts';
import { groupIndex } from './effect-group.ts';
import type { EffectVocabulary } from './effect-vocabulary.ts';
import { INTERCEPT_COLUMN } from './effect-vocabulary.ts';

/** Chains of groups in which each lies within the one before. */
const CHAINS = [
  ['make', 'model', 'generation', 'trim', 'trim and year'],
  ['body', 'segment and body'],
  ['transmission', 'segment and transmission'],
  ['colour', 'segment and colour'],
  ['chassis type', 'chassis type and year'],
].map((names) => names.map(groupIndex));

/** Finds the parent of each effect of a chain: the effect of the chain's group before, in any row that has both. */
export function nestedColumns(matrix: SparseRows, vocabulary: EffectVocabulary): NestedColumns {
  const parents = new Int32Array(matrix.columnCount).fill(-1);
  const isNested = new Uint8Array(matrix.columnCount);
  const groupOf = new Int16Array(matrix.columnCount).fill(-1);
  vocabulary.starts.forEach((start, group) => groupOf.fill(group, start, vocabulary.starts[group + 1] ?? start));
  CHAINS.forEach((chain, index) => {
    const placeOf = new Map(chain.map((group, place) => [group, place]));
    const found = new Int32Array(chain.length);
    for (let row = 0; row < matrix.rowCount; row++) {
      found.fill(-1);
      for (let k = matrix.start[row]!; k < matrix.start[row + 1]!; k++) {
        const column = matrix.columns[k]!;
        const place = placeOf.get(groupOf[column]!);
        if (place !== undefined) found[place] = column;
      }
      let above = index === 0 ? INTERCEPT_COLUMN : -1;
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
  isNested[INTERCEPT_COLUMN] = 1;
  return { parents, isNested };
}
