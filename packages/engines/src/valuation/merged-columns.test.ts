import { describe, expect, it } from 'vitest';
import { createRandom } from '../statistics/random.ts';
import { ridgeMatrix } from '../statistics/ridge-matrix.ts';
import { solveRidge } from '../statistics/solve-ridge.ts';
import { plainSale } from './__fixtures__/planted-sales.ts';
import { createVocabulary, FIRST_EFFECT_COLUMN } from './effect-vocabulary.ts';
import { encodeSales } from './encoded-sales.ts';
import type { MergedRows } from './merged-columns.ts';
import { mergeCoefficients, mergeColumns, mergePenalties, splitCoefficients } from './merged-columns.ts';
import { learnTypicalMileage } from './typical-mileage.ts';

const random = createRandom(8);
/** One model with a single generation, whose trims have one body each. */
const sales = Array.from({ length: 200 }, (_, index) => {
  const trim = random.choice(['Base', 'S', 'GTS']);
  return plainSale({
    id: `s${index}`,
    vehicle: { ...plainSale({ id: '' }).vehicle, model: 'Cayman', generation: '981', trim, body: 'coupe' },
    modelYear: random.choice([2014, 2015]),
    color: random.choice(['red', 'blue']),
  });
});
const encoded = encodeSales(sales, { typicalMileage: learnTypicalMileage([]) });
const vocabulary = createVocabulary(encoded.groups);
const columns = mergeColumns(encoded, vocabulary);

/** The effects that add to the price, with an intercept. */
function rowsOf({ start, bendStart, entries }: MergedRows, columnCount: number) {
  const starts = [0];
  const places: number[] = [];
  for (let row = 0; row < sales.length; row++) {
    places.push(0, ...entries.subarray(start[row]!, bendStart[row]!));
    starts.push(places.length);
  }
  return ridgeMatrix({
    rowCount: sales.length,
    columnCount,
    start: Int32Array.from(starts),
    columns: Int32Array.from(places),
    values: new Float64Array(places.length).fill(1),
  });
}

describe('columns that hold for the same sales', () => {
  it('become one, and no others', () => {
    const rowsOfColumn = new Map<number, string[]>();
    for (let row = 0; row < sales.length; row++) {
      for (let k = encoded.start[row]!; k < encoded.keptEnd[row]!; k++) {
        const isBend = k >= encoded.bendStart[row]!;
        rowsOfColumn.set(encoded.entries[k]!, [...(rowsOfColumn.get(encoded.entries[k]!) ?? []), `${isBend} ${row}`]);
      }
    }
    const distinct = new Set([...rowsOfColumn.values()].map((rows) => rows.join()));
    expect(distinct.size).toBeLessThan(rowsOfColumn.size);
    // Bends of several curves that hold for the same sales stay apart.
    const together = Map.groupBy(rowsOfColumn.keys(), (column) => columns.mergedOf[column]!);
    for (const list of together.values()) {
      expect(new Set(list.map((column) => rowsOfColumn.get(column)!.join())).size).toBe(1);
    }
    expect(together.size).toBe(columns.columnCount - FIRST_EFFECT_COLUMN);
    const [generation, model] = [2, 1].map((group) => columns.mergedOf[vocabulary.starts[group]!]);
    expect(generation).toBe(model);
  });

  it('have the coefficients that all columns would have', () => {
    const penalties = Float64Array.from({ length: vocabulary.columnCount }, (_, j) =>
      j < FIRST_EFFECT_COLUMN ? 0 : 0.5 + (j % 7),
    );
    const weights = Float64Array.from(sales, () => random.uniform());
    const response = Float64Array.from(sales, () => random.normal());
    const problem = { weights, response, tolerance: 1e-11, maximumIterations: 2_000 };
    const every = new Float64Array(vocabulary.columnCount);
    solveRidge(every, { ...problem, matrix: rowsOf(encoded, vocabulary.columnCount), penalties });
    const sums = new Float64Array(columns.columnCount);
    const merged = rowsOf(columns.rows, columns.columnCount);
    solveRidge(sums, { ...problem, matrix: merged, penalties: mergePenalties(penalties, columns) });
    const split = splitCoefficients(sums, { penalties, columns });
    split.forEach((value, j) => expect(value).toBeCloseTo(every[j]!, 6));
    mergeCoefficients(split, columns).forEach((value, j) => expect(value).toBeCloseTo(sums[j]!, 9));
  });
});
