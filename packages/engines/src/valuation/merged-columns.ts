import { EFFECT_GROUPS } from './effect-group.ts';
import type { EffectVocabulary } from './effect-vocabulary.ts';
import { FIRST_EFFECT_COLUMN } from './effect-vocabulary.ts';
import type { EncodedSales } from './encoded-sales.ts';

/** The rows of encoded sales, without the effects whose key has too few sales. */
export type MergedRows = Pick<EncodedSales, 'start' | 'bendStart' | 'keptEnd' | 'entries'>;

/**
 * The design's columns with those made one that hold for the very same sales, such as a generation with a single trim
 * and that trim. The data speak of nothing but the sum of such effects, and the shrinkage says how it splits: solving
 * for sums is exact, has fewer columns, and spares the solver the directions in which it hardly moves.
 */
export interface MergedColumns {
  readonly columnCount: number;
  /** Merged column of each column of the vocabulary. A merged column stands where its first part stood. */
  readonly mergedOf: Int32Array;
  readonly rows: MergedRows;
}

/** Sums of this many bits over the rows stay whole numbers up to 8 million rows. */
const KEY_BITS = 30;

/** Finds the columns that hold for the same sales by the sums of two pseudo-random keys of their rows. */
export function mergeColumns(sales: EncodedSales, vocabulary: EffectVocabulary): MergedColumns {
  const { columnCount, starts } = vocabulary;
  const { start, keptEnd, entries } = sales;
  const first = new Float64Array(columnCount);
  const second = new Float64Array(columnCount);
  for (let row = 0; row < sales.saleCount; row++) {
    const one = rowKey(row, 0x9e3779b9);
    const other = rowKey(row, 0x7f4a7c15);
    for (let k = start[row]!; k < keptEnd[row]!; k++) {
      const column = entries[k]!;
      first[column] = first[column]! + one;
      second[column] = second[column]! + other;
    }
  }
  const mergedOf = Int32Array.from({ length: columnCount }, (_, column) => column);
  const known = new Map<string, number>();
  let next = FIRST_EFFECT_COLUMN;
  EFFECT_GROUPS.forEach(({ curve }, group) => {
    for (let column = starts[group]!; column < starts[group + 1]!; column++) {
      const key = `${curve} ${first[column]} ${second[column]}`;
      const same = known.get(key);
      mergedOf[column] = same ?? next++;
      if (same === undefined) known.set(key, mergedOf[column]!);
    }
  });
  return { columnCount: next, mergedOf, rows: mergeRows(sales, { mergedOf, columnCount: next }) };
}

/** The finalizer of MurmurHash3 (Appleby 2011). */
function rowKey(row: number, seed: number): number {
  let bits = (row ^ seed) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> (32 - KEY_BITS);
}

function mergeRows(
  sales: EncodedSales,
  { mergedOf, columnCount }: { readonly mergedOf: Int32Array; readonly columnCount: number },
): MergedRows {
  const { saleCount } = sales;
  const start = new Int32Array(saleCount + 1);
  const bendStart = new Int32Array(saleCount);
  const keptEnd = new Int32Array(saleCount);
  const entries = new Int32Array(sales.entries.length);
  const lastRow = new Int32Array(columnCount).fill(-1);
  let place = 0;
  const put = (column: number, row: number): void => {
    if (lastRow[column] === row) return;
    lastRow[column] = row;
    entries[place++] = column;
  };
  for (let row = 0; row < saleCount; row++) {
    start[row] = place;
    for (let k = sales.start[row]!; k < sales.bendStart[row]!; k++) put(mergedOf[sales.entries[k]!]!, row);
    bendStart[row] = place;
    for (let k = sales.bendStart[row]!; k < sales.keptEnd[row]!; k++) put(mergedOf[sales.entries[k]!]!, row);
    keptEnd[row] = place;
  }
  start[saleCount] = place;
  return { start, bendStart, keptEnd, entries: entries.slice(0, place) };
}

/** The sums of coefficients that were made one. */
export function mergeCoefficients(coefficients: Float64Array, { mergedOf, columnCount }: MergedColumns): Float64Array {
  const sums = new Float64Array(columnCount);
  for (let j = 0; j < coefficients.length; j++) sums[mergedOf[j]!] = sums[mergedOf[j]!]! + coefficients[j]!;
  return sums;
}

/** The penalties of sums of effects: their variances add. */
export function mergePenalties(penalties: Float64Array, { mergedOf, columnCount }: MergedColumns): Float64Array {
  const variances = new Float64Array(columnCount);
  for (let j = 0; j < penalties.length; j++) variances[mergedOf[j]!] = variances[mergedOf[j]!]! + 1 / penalties[j]!;
  return variances.map((variance) => 1 / variance);
}

/** Splits sums among their effects in proportion to the variances of these, as the solution of all columns would. */
export function splitCoefficients(
  sums: Float64Array,
  { penalties, columns }: { readonly penalties: Float64Array; readonly columns: MergedColumns },
): Float64Array {
  const { mergedOf } = columns;
  const ofSums = mergePenalties(penalties, columns);
  return penalties.map((penalty, j) => {
    const sum = sums[mergedOf[j]!]!;
    return penalty === 0 ? sum : (sum * ofSums[mergedOf[j]!]!) / penalty;
  });
}
