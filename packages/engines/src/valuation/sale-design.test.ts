import { describe, expect, it } from 'vitest';
import { createRandom } from '../statistics/random.ts';
import { ridgeMatrix } from '../statistics/ridge-matrix.ts';
import { ageAndMiles, describeCar } from './car-description.ts';
import { plainSale } from './__fixtures__/planted-sales.ts';
import { EFFECT_GROUPS } from './effect-group.ts';
import { createVocabulary, DRIFT_COLUMN, FIRST_RAMP_COLUMN, INTERCEPT_COLUMN } from './effect-vocabulary.ts';
import { encodeSales } from './encoded-sales.ts';
import { mergeColumns } from './merged-columns.ts';
import { buildDesign } from './sale-design.ts';
import { learnTypicalMileage } from './typical-mileage.ts';
import { CURVE_POSITIONS, RAMP_COUNT, RAMP_STARTS, VALUE_CURVES, writeRamps } from './value-curve.ts';

const random = createRandom(21);
const sales = Array.from({ length: 240 }, (_, index) =>
  plainSale({
    id: `s${index}`,
    vehicle: {
      ...plainSale({ id: '' }).vehicle,
      make: random.choice(['Porsche', 'BMW']),
      model: random.choice(['911', 'M3', 'Boxster']),
      trim: random.uniform() < 0.2 ? null : random.choice(['S', 'GT3', 'Sport Line', 'Base']),
      marks: random.uniform() < 0.3 ? ['touring'] : [],
    },
    modelYear: random.uniform() < 0.1 ? null : 2000 + random.integer(30 - 8),
    mileage: random.uniform() < 0.15 ? null : random.choice([0, 90, 12_000, 61_000, 400_000]),
    condition: random.uniform() < 0.5 ? null : 1 + random.integer(5),
    color: random.choice(['red', 'blue', null]),
    region: random.choice(['ca', 'tx', null]),
    sellerType: random.choice(['bank', 'dealer', null]),
    endedOn: `2023-0${1 + random.integer(6)}-1${random.integer(9)}`,
  }),
);
const typicalMileage = learnTypicalMileage(sales.map((sale) => ageAndMiles(sale, sale.endedOn)));
const encoded = encodeSales(sales, { typicalMileage });
const vocabulary = createVocabulary(encoded.groups);
const years = Float64Array.from(sales, () => random.normal());
const { mergedOf, columnCount } = mergeColumns(encoded, vocabulary);
const coefficients = Float64Array.from({ length: columnCount }, () => random.normal());
const makes = new Set(
  Array.from({ length: vocabulary.starts[1]! - vocabulary.starts[0]! }, (_, k) => mergedOf[vocabulary.starts[0]! + k]!),
);

/** The same design written out entry by entry from the descriptions of the cars. */
function written(): { start: Int32Array; columns: Int32Array; values: Float64Array } {
  const cars = sales.map((sale) => describeCar(sale, { valuedOn: sale.endedOn, typicalMileage }));
  const ramps = cars.map(({ facts }) => {
    const out = new Float64Array(RAMP_COUNT);
    VALUE_CURVES.forEach((_, curve) => writeRamps(curve, facts[curve]!, { out, offset: RAMP_STARTS[curve]! }));
    return out;
  });
  const curveOfRamp = (j: number): number => RAMP_STARTS.findLastIndex((first) => first <= j);
  const means = Float64Array.from({ length: RAMP_COUNT }, (_, j) => {
    const known = cars.flatMap(({ facts }, row) => (Number.isNaN(facts[curveOfRamp(j)]!) ? [] : [ramps[row]![j]!]));
    return known.reduce((sum, value) => sum + value, 0) / known.length;
  });
  const start = [0];
  const columns: number[] = [];
  const values: number[] = [];
  cars.forEach((car, row) => {
    const heights = VALUE_CURVES.map(() => 0);
    columns.push(INTERCEPT_COLUMN, DRIFT_COLUMN);
    values.push(1, years[row]!);
    ramps[row]!.forEach((ramp, j) => {
      const curve = curveOfRamp(j);
      const value = Number.isNaN(car.facts[curve]!) ? 0 : ramp - means[j]!;
      columns.push(FIRST_RAMP_COLUMN + j);
      values.push(value);
      heights[curve]! += value * coefficients[FIRST_RAMP_COLUMN + j]!;
    });
    car.groups.forEach((group, k) => {
      const column = vocabulary.column(group, car.keys[k]!);
      if (column < 0) return;
      const { curve } = EFFECT_GROUPS[group]!;
      // Columns that hold for the same sales are one.
      if (columns.indexOf(mergedOf[column]!, start.at(-1)) >= 0) return;
      columns.push(mergedOf[column]!);
      values.push(curve === null ? 1 : heights[CURVE_POSITIONS[curve]]!);
    });
    start.push(columns.length);
  });
  return { start: Int32Array.from(start), columns: Int32Array.from(columns), values: Float64Array.from(values) };
}

describe('the design of sales', () => {
  const { matrix, followCurves } = buildDesign(encoded, { vocabulary, years });
  followCurves(coefficients);
  const expected = ridgeMatrix({ rowCount: sales.length, columnCount, ...written() });
  const weights = Float64Array.from(sales, () => (random.uniform() < 0.1 ? 0 : random.uniform()));
  const close = (actual: Float64Array, wanted: Float64Array): void => {
    expect(actual.length).toBe(wanted.length);
    expect(wanted.some((value) => value !== 0)).toBe(true);
    actual.forEach((value, k) => expect(value).toBeCloseTo(wanted[k]!, 9));
  };

  it('has every kind of effect: some that bend a curve, some whose key is too rare for a column', () => {
    expect([...encoded.entries].some((entry) => entry < 0)).toBe(true);
    expect([...encoded.bendStart].some((from, row) => from < encoded.keptEnd[row]!)).toBe(true);
  });

  it('multiplies as the written-out matrix does', () => {
    const rows = [new Float64Array(sales.length), new Float64Array(sales.length)] as const;
    matrix.multiplyRows(coefficients, rows[0]);
    expected.multiplyRows(coefficients, rows[1]);
    close(...rows);
    const columns = [matrix, expected].map(() => new Float64Array(columnCount));
    matrix.multiplyTransposed(weights, columns[0]!);
    expected.multiplyTransposed(weights, columns[1]!);
    close(columns[0]!, columns[1]!);
    matrix.multiplyNormal(coefficients, { weights, out: columns[0]! });
    expected.multiplyNormal(coefficients, { weights, out: columns[1]! });
    close(columns[0]!, columns[1]!);
  });

  it('has its diagonal and its dense blocks', () => {
    close(matrix.weightedSquares(weights), expected.weightedSquares(weights));
    const chosen = Array.from({ length: columnCount }, (_, column) => column).filter((j) => j % 3 === 0);
    const tree = Int32Array.of(INTERCEPT_COLUMN, ...makes);
    const [actual, wanted] = [matrix, expected].map(({ blocks }) => blocks(chosen, { tree, weights }));
    close(actual!.block, wanted!.block);
    close(actual!.cross, wanted!.cross);
    close(actual!.endingWeights, wanted!.endingWeights);
  });
});
