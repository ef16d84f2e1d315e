import type { RidgeBlocks, RidgeMatrix } from '../statistics/ridge-matrix.ts';
import { createBlockSums, positionsOf } from '../statistics/ridge-matrix.ts';
import type { CurveRows } from './curve-rows.ts';
import { CURVE_COUNT, CURVE_WIDTH, pieceLevels, placeOnCurves, UNKNOWN_PIECE, writeRampSums } from './curve-rows.ts';
import { EFFECT_GROUPS } from './effect-group.ts';
import type { EffectVocabulary } from './effect-vocabulary.ts';
import { DRIFT_COLUMN, FIRST_RAMP_COLUMN, INTERCEPT_COLUMN } from './effect-vocabulary.ts';
import type { EncodedSales } from './encoded-sales.ts';
import type { MergedColumns, MergedRows } from './merged-columns.ts';
import { mergeColumns } from './merged-columns.ts';
import { CURVE_POSITIONS, RAMP_COUNT, RAMP_STARTS } from './value-curve.ts';

/**
 * The design matrix of all sales: intercept, centred ramps, drift, and one column for each effect (or sum of effects). Nothing is stored of
 * an entry that is 1, nor of a ramp that follows from the place on its curve.
 */
export interface SaleDesign {
  readonly matrix: RidgeMatrix;
  readonly columns: MergedColumns;
  /** Mean of each ramp over the sales that know the fact; an unknown fact stands there. */
  readonly rampMeans: Float64Array;
  /** Sets the entries of the bending effects to the centred curves that the coefficients of the ramps describe. */
  followCurves(coefficients: Float64Array): void;
}

interface Rows extends MergedRows, CurveRows {
  readonly saleCount: number;
  readonly columnCount: number;
  /** Time of each sale. */
  readonly years: Float64Array;
  /** Height of each curve at each sale, as the bending effects see it; `CURVE_COUNT` numbers a sale. */
  readonly heights: Float64Array;
  /** Curve that a column bends. */
  readonly curveOf: Uint8Array;
}

/** Makes the design of encoded sales, with the columns made one that hold for the same sales. `years` is the time of each. */
export function buildDesign(
  sales: EncodedSales,
  options: { readonly vocabulary: EffectVocabulary; readonly years: Float64Array },
): SaleDesign {
  const { vocabulary, years } = options;
  const columns = mergeColumns(sales, vocabulary);
  const curveOf = new Uint8Array(columns.columnCount);
  EFFECT_GROUPS.forEach(({ curve }, group) => {
    if (curve === null) return;
    for (let column = vocabulary.starts[group]!; column < vocabulary.starts[group + 1]!; column++) {
      curveOf[columns.mergedOf[column]!] = CURVE_POSITIONS[curve];
    }
  });
  const rows: Rows = {
    ...columns.rows,
    ...placeOnCurves(sales.facts),
    saleCount: sales.saleCount,
    columnCount: columns.columnCount,
    years,
    heights: new Float64Array(sales.facts.length),
    curveOf,
  };
  return {
    columns,
    rampMeans: rows.rampMeans,
    followCurves: (coefficients) => followCurves(rows, coefficients),
    matrix: {
      rowCount: rows.saleCount,
      columnCount: rows.columnCount,
      multiplyRows: (vector, out) => multiplyRows(rows, vector, out),
      multiplyTransposed: (vector, out) => multiplyTransposed(rows, vector, out),
      multiplyNormal: (vector, { weights, out }) => multiplyNormal(rows, { vector, weights, out }),
      weightedSquares: (weights) => weightedSquares(rows, weights),
      blocks: (chosen, more) => blocks(rows, { columns: chosen, ...more }),
    },
  };
}

function followCurves({ pieces, shares, heights, rampMeans }: Rows, coefficients: Float64Array): void {
  const levels = pieceLevels(coefficients, { rampMeans, out: new Float64Array(CURVE_COUNT * CURVE_WIDTH) });
  for (let curve = 0; curve < CURVE_COUNT; curve++) {
    const first = FIRST_RAMP_COLUMN + RAMP_STARTS[curve]!;
    for (let place = curve; place < heights.length; place += CURVE_COUNT) {
      const piece = pieces[place]!;
      heights[place] =
        piece === UNKNOWN_PIECE
          ? 0
          : levels[curve * CURVE_WIDTH + piece]! + shares[place]! * coefficients[first + piece]!;
    }
  }
}

function multiplyRows(rows: Rows, vector: Float64Array, out: Float64Array): void {
  const { start, bendStart, keptEnd, entries, years, pieces, shares, heights, curveOf } = rows;
  const levels = pieceLevels(vector, {
    rampMeans: rows.rampMeans,
    out: new Float64Array(CURVE_COUNT * CURVE_WIDTH),
  });
  const slopes = slopesOf(vector);
  const intercept = vector[INTERCEPT_COLUMN]!;
  const drift = vector[DRIFT_COLUMN]!;
  for (let row = 0; row < rows.saleCount; row++) {
    let sum = intercept + drift * years[row]!;
    const base = row * CURVE_COUNT;
    for (let curve = 0; curve < CURVE_COUNT; curve++) {
      const piece = pieces[base + curve]!;
      if (piece !== UNKNOWN_PIECE) {
        const place = curve * CURVE_WIDTH + piece;
        sum += levels[place]! + shares[base + curve]! * slopes[place]!;
      }
    }
    const bend = bendStart[row]!;
    const end = keptEnd[row]!;
    for (let k = start[row]!; k < bend; k++) sum += vector[entries[k]!]!;
    for (let k = bend; k < end; k++) {
      const column = entries[k]!;
      sum += heights[base + curveOf[column]!]! * vector[column]!;
    }
    out[row] = sum;
  }
}

function multiplyTransposed(rows: Rows, vector: Float64Array, out: Float64Array): void {
  const { start, bendStart, keptEnd, entries, years, pieces, shares, heights, curveOf, rampMeans } = rows;
  const atPiece = new Float64Array(CURVE_COUNT * CURVE_WIDTH);
  const withShare = new Float64Array(CURVE_COUNT * CURVE_WIDTH);
  let intercept = 0;
  let drift = 0;
  out.fill(0);
  for (let row = 0; row < rows.saleCount; row++) {
    const scale = vector[row]!;
    if (scale === 0) continue;
    intercept += scale;
    drift += scale * years[row]!;
    const base = row * CURVE_COUNT;
    for (let curve = 0; curve < CURVE_COUNT; curve++) {
      const piece = pieces[base + curve]!;
      if (piece !== UNKNOWN_PIECE) {
        const place = curve * CURVE_WIDTH + piece;
        atPiece[place] = atPiece[place]! + scale;
        withShare[place] = withShare[place]! + scale * shares[base + curve]!;
      }
    }
    const bend = bendStart[row]!;
    const end = keptEnd[row]!;
    for (let k = start[row]!; k < bend; k++) {
      const column = entries[k]!;
      out[column] = out[column]! + scale;
    }
    for (let k = bend; k < end; k++) {
      const column = entries[k]!;
      out[column] = out[column]! + scale * heights[base + curveOf[column]!]!;
    }
  }
  out[INTERCEPT_COLUMN] = intercept;
  out[DRIFT_COLUMN] = drift;
  writeRampSums({ atPiece, withShare }, { rampMeans, out });
}

/** Both products in one pass, which meets each row while it is still in the cache. */
function multiplyNormal(
  rows: Rows,
  options: { readonly vector: Float64Array; readonly weights: Float64Array; readonly out: Float64Array },
): void {
  const { start, bendStart, keptEnd, entries, years, pieces, shares, heights, curveOf, rampMeans } = rows;
  const { vector, weights, out } = options;
  const levels = pieceLevels(vector, { rampMeans, out: new Float64Array(CURVE_COUNT * CURVE_WIDTH) });
  const slopes = slopesOf(vector);
  const atPiece = new Float64Array(CURVE_COUNT * CURVE_WIDTH);
  const withShare = new Float64Array(CURVE_COUNT * CURVE_WIDTH);
  const [interceptIn, driftIn] = [vector[INTERCEPT_COLUMN]!, vector[DRIFT_COLUMN]!];
  let intercept = 0;
  let drift = 0;
  out.fill(0);
  for (let row = 0; row < rows.saleCount; row++) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    let sum = interceptIn + driftIn * years[row]!;
    const base = row * CURVE_COUNT;
    for (let curve = 0; curve < CURVE_COUNT; curve++) {
      const piece = pieces[base + curve]!;
      if (piece !== UNKNOWN_PIECE) {
        const place = curve * CURVE_WIDTH + piece;
        sum += levels[place]! + shares[base + curve]! * slopes[place]!;
      }
    }
    const from = start[row]!;
    const bend = bendStart[row]!;
    const end = keptEnd[row]!;
    for (let k = from; k < bend; k++) sum += vector[entries[k]!]!;
    for (let k = bend; k < end; k++) {
      const column = entries[k]!;
      sum += heights[base + curveOf[column]!]! * vector[column]!;
    }
    const scale = weight * sum;
    intercept += scale;
    drift += scale * years[row]!;
    for (let curve = 0; curve < CURVE_COUNT; curve++) {
      const piece = pieces[base + curve]!;
      if (piece !== UNKNOWN_PIECE) {
        const place = curve * CURVE_WIDTH + piece;
        atPiece[place] = atPiece[place]! + scale;
        withShare[place] = withShare[place]! + scale * shares[base + curve]!;
      }
    }
    for (let k = from; k < bend; k++) {
      const column = entries[k]!;
      out[column] = out[column]! + scale;
    }
    for (let k = bend; k < end; k++) {
      const column = entries[k]!;
      out[column] = out[column]! + scale * heights[base + curveOf[column]!]!;
    }
  }
  out[INTERCEPT_COLUMN] = intercept;
  out[DRIFT_COLUMN] = drift;
  writeRampSums({ atPiece, withShare }, { rampMeans, out });
}

/** The coefficients of the ramps, `CURVE_WIDTH` a curve. */
function slopesOf(vector: Float64Array): Float64Array {
  const slopes = new Float64Array(CURVE_COUNT * CURVE_WIDTH);
  RAMP_STARTS.forEach((first, curve) => {
    const end = RAMP_STARTS[curve + 1] ?? RAMP_COUNT;
    slopes.set(vector.subarray(FIRST_RAMP_COLUMN + first, FIRST_RAMP_COLUMN + end), curve * CURVE_WIDTH);
  });
  return slopes;
}

function weightedSquares(rows: Rows, weights: Float64Array): Float64Array {
  const { start, bendStart, keptEnd, entries, years, heights, curveOf } = rows;
  const squares = new Float64Array(rows.columnCount);
  const ramps = new Float64Array(RAMP_COUNT);
  for (let row = 0; row < rows.saleCount; row++) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    squares[INTERCEPT_COLUMN] = squares[INTERCEPT_COLUMN]! + weight;
    squares[DRIFT_COLUMN] = squares[DRIFT_COLUMN]! + weight * years[row]! * years[row]!;
    writeCentredRamps(rows, { row, out: ramps });
    for (let j = 0; j < RAMP_COUNT; j++) {
      squares[FIRST_RAMP_COLUMN + j] = squares[FIRST_RAMP_COLUMN + j]! + weight * ramps[j]! * ramps[j]!;
    }
    for (let k = start[row]!; k < bendStart[row]!; k++) {
      const column = entries[k]!;
      squares[column] = squares[column]! + weight;
    }
    for (let k = bendStart[row]!; k < keptEnd[row]!; k++) {
      const column = entries[k]!;
      const height = heights[row * CURVE_COUNT + curveOf[column]!]!;
      squares[column] = squares[column]! + weight * height * height;
    }
  }
  return squares;
}

function writeCentredRamps(
  { pieces, shares, rampMeans }: Rows,
  target: { readonly row: number; readonly out: Float64Array },
): void {
  for (let curve = 0; curve < CURVE_COUNT; curve++) {
    const first = RAMP_STARTS[curve]!;
    const end = RAMP_STARTS[curve + 1] ?? RAMP_COUNT;
    const piece = pieces[target.row * CURVE_COUNT + curve]!;
    const share = shares[target.row * CURVE_COUNT + curve]!;
    for (let j = first; j < end; j++) {
      const climbed = j - first < piece ? 1 : j - first === piece ? share : 0;
      target.out[j] = piece === UNKNOWN_PIECE ? 0 : climbed - rampMeans[j]!;
    }
  }
}

function blocks(
  rows: Rows,
  options: { readonly columns: readonly number[]; readonly tree: Int32Array; readonly weights: Float64Array },
): RidgeBlocks {
  const { start, bendStart, keptEnd, entries, years, heights, curveOf } = rows;
  const { columns, tree, weights } = options;
  const position = positionsOf(columns, rows.columnCount);
  const treePosition = positionsOf(tree, rows.columnCount);
  const sums = createBlockSums(columns.length, tree.length);
  const ramps = new Float64Array(RAMP_COUNT);
  const put = (column: number, value: number): void => {
    if (position[column]! >= 0) sums.put(position[column]!, value);
  };
  for (let row = 0; row < rows.saleCount; row++) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    let end = treePosition[INTERCEPT_COLUMN]!;
    put(INTERCEPT_COLUMN, 1);
    put(DRIFT_COLUMN, years[row]!);
    writeCentredRamps(rows, { row, out: ramps });
    for (let j = 0; j < RAMP_COUNT; j++) put(FIRST_RAMP_COLUMN + j, ramps[j]!);
    for (let k = start[row]!; k < bendStart[row]!; k++) {
      const column = entries[k]!;
      if (treePosition[column]! > end) end = treePosition[column]!;
      put(column, 1);
    }
    for (let k = bendStart[row]!; k < keptEnd[row]!; k++) {
      put(entries[k]!, heights[row * CURVE_COUNT + curveOf[entries[k]!]!]!);
    }
    sums.addRow(weight, end);
  }
  return sums;
}
