import type { SparseRows } from '../statistics/sparse-rows.ts';
import type { CarDescription } from './car-description.ts';
import { EFFECT_GROUPS } from './effect-group.ts';
import type { EffectVocabulary } from './effect-vocabulary.ts';
import { DRIFT_COLUMN, FIRST_RAMP_COLUMN, INTERCEPT_COLUMN } from './effect-vocabulary.ts';
import { CURVE_POSITIONS, RAMP_COUNT, RAMP_STARTS, VALUE_CURVES, writeRamps } from './value-curve.ts';

/** The design matrix of all sales. Ramps are centred, so that an unknown fact stands at the mean of the known ones. */
export interface SaleDesign {
  readonly matrix: SparseRows;
  /** Mean of each ramp over the sales that know the fact. */
  readonly rampMeans: Float64Array;
  /** Places in `matrix.values` of the effects that bend a curve; their values follow the curve as it is fitted. */
  readonly bendPlaces: Int32Array;
  /** Row and curve of each such place. */
  readonly bendRows: Int32Array;
  readonly bendCurves: Uint8Array;
  /** Centred ramps, `RAMP_COUNT` a row. */
  readonly ramps: Float64Array;
}

/**
 * Lays out the sparse rows: intercept, ramps, drift, then one entry for each effect that applies. `years` is the time of
 * each sale.
 */
export function buildDesign(
  cars: readonly CarDescription[],
  options: { readonly vocabulary: EffectVocabulary; readonly years: Float64Array },
): SaleDesign {
  const { vocabulary, years } = options;
  const { ramps, rampMeans } = centredRamps(cars);
  let capacity = 0;
  for (const car of cars) capacity += 2 + RAMP_COUNT + car.keys.length;
  const start = new Int32Array(cars.length + 1);
  const columns = new Int32Array(capacity);
  const values = new Float64Array(capacity);
  const bendPlaces: number[] = [];
  const bendRows: number[] = [];
  const bendCurves: number[] = [];

  let place = 0;
  const put = (column: number, value: number): void => {
    columns[place] = column;
    values[place++] = value;
  };
  for (let row = 0; row < cars.length; row++) {
    const car = cars[row]!;
    put(INTERCEPT_COLUMN, 1);
    for (let j = 0; j < RAMP_COUNT; j++) {
      const ramp = ramps[row * RAMP_COUNT + j]!;
      if (ramp !== 0) put(FIRST_RAMP_COLUMN + j, ramp);
    }
    put(DRIFT_COLUMN, years[row]!);
    for (let k = 0; k < car.keys.length; k++) {
      const group = car.groups[k]!;
      const column = vocabulary.column(group, car.keys[k]!);
      if (column < 0) continue;
      const curve = EFFECT_GROUPS[group]!.curve;
      if (curve === null) put(column, 1);
      else {
        bendPlaces.push(place);
        bendRows.push(row);
        bendCurves.push(CURVE_POSITIONS[curve]);
        put(column, 0);
      }
    }
    start[row + 1] = place;
  }
  return {
    matrix: {
      rowCount: cars.length,
      columnCount: vocabulary.columnCount,
      start,
      columns: columns.subarray(0, place),
      values: values.subarray(0, place),
    },
    rampMeans,
    bendPlaces: Int32Array.from(bendPlaces),
    bendRows: Int32Array.from(bendRows),
    bendCurves: Uint8Array.from(bendCurves),
    ramps,
  };
}

/** Sets the entries of the bending effects to the centred curves that the coefficients of the ramps describe. */
export function followCurves(design: SaleDesign, coefficients: Float64Array): void {
  const { matrix, bendPlaces, bendRows, bendCurves, ramps } = design;
  for (let k = 0; k < bendPlaces.length; k++) {
    const curve = bendCurves[k]!;
    const first = RAMP_STARTS[curve]!;
    const size = VALUE_CURVES[curve]!.knots.length - 1;
    let value = 0;
    for (let j = first; j < first + size; j++) {
      value += ramps[bendRows[k]! * RAMP_COUNT + j]! * coefficients[FIRST_RAMP_COLUMN + j]!;
    }
    matrix.values[bendPlaces[k]!] = value;
  }
}

function centredRamps(cars: readonly CarDescription[]): { ramps: Float64Array; rampMeans: Float64Array } {
  const ramps = new Float64Array(cars.length * RAMP_COUNT);
  const rampMeans = new Float64Array(RAMP_COUNT);
  for (let curve = 0; curve < VALUE_CURVES.length; curve++) {
    const first = RAMP_STARTS[curve]!;
    const size = VALUE_CURVES[curve]!.knots.length - 1;
    let known = 0;
    for (let row = 0; row < cars.length; row++) {
      const offset = row * RAMP_COUNT + first;
      if (!writeRamps(curve, cars[row]!.facts[curve]!, { out: ramps, offset })) continue;
      known++;
      for (let j = 0; j < size; j++) rampMeans[first + j] = rampMeans[first + j]! + ramps[offset + j]!;
    }
    for (let j = first; j < first + size; j++) rampMeans[j] = known === 0 ? 0 : rampMeans[j]! / known;
    for (let row = 0; row < cars.length; row++) {
      if (!Number.isFinite(cars[row]!.facts[curve]!)) continue;
      for (let j = first; j < first + size; j++) {
        ramps[row * RAMP_COUNT + j] = ramps[row * RAMP_COUNT + j]! - rampMeans[j]!;
      }
    }
  }
  return { ramps, rampMeans };
}
