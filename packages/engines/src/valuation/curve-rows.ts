import { FIRST_RAMP_COLUMN } from './effect-vocabulary.ts';
import { RAMP_COUNT, RAMP_STARTS, VALUE_CURVES, writeRamps } from './value-curve.ts';

export const CURVE_COUNT = VALUE_CURVES.length;

/** Ramps of the curve with the most of them; tables by curve and ramp are this wide. */
export const CURVE_WIDTH = Math.max(...VALUE_CURVES.map(({ knots }) => knots.length - 1));

/** In place of a piece: the fact is unknown, and the car stands at the mean of the curve. */
export const UNKNOWN_PIECE = 255;

/**
 * Where each sale stands on each curve, `CURVE_COUNT` numbers a sale: all ramps before its piece are climbed, that of its
 * piece by the share, none after it. This says all that the `RAMP_COUNT` centred ramps of a sale say.
 */
export interface CurveRows {
  readonly pieces: Uint8Array;
  readonly shares: Float64Array;
  /** Mean of each ramp over the sales that know the fact; ramps are centred on it. */
  readonly rampMeans: Float64Array;
}

/** Finds the places of all sales on all curves. `facts` has `CURVE_COUNT` numbers a sale. */
export function placeOnCurves(facts: Float64Array): CurveRows {
  const pieces = new Uint8Array(facts.length).fill(UNKNOWN_PIECE);
  const shares = new Float64Array(facts.length);
  const rampMeans = new Float64Array(RAMP_COUNT);
  const ramps = new Float64Array(CURVE_WIDTH);
  for (let curve = 0; curve < CURVE_COUNT; curve++) {
    const first = RAMP_STARTS[curve]!;
    const size = VALUE_CURVES[curve]!.knots.length - 1;
    let known = 0;
    for (let place = curve; place < facts.length; place += CURVE_COUNT) {
      if (!writeRamps(curve, facts[place]!, { out: ramps, offset: 0 })) continue;
      known++;
      let piece = 0;
      while (piece < size - 1 && ramps[piece] === 1) piece++;
      pieces[place] = piece;
      shares[place] = ramps[piece]!;
      for (let j = 0; j < size; j++) rampMeans[first + j] = rampMeans[first + j]! + ramps[j]!;
    }
    for (let j = first; j < first + size; j++) rampMeans[j] = known === 0 ? 0 : rampMeans[j]! / known;
  }
  return { pieces, shares, rampMeans };
}

/**
 * What the coefficients of the ramps make of a curve at the start of each piece, `CURVE_WIDTH` numbers a curve: the value
 * of a sale is that of its piece, and its share of the coefficient of the piece.
 */
export function pieceLevels(
  vector: Float64Array,
  options: { readonly rampMeans: Float64Array; readonly out: Float64Array },
): Float64Array {
  const { rampMeans, out } = options;
  for (let curve = 0; curve < CURVE_COUNT; curve++) {
    const first = RAMP_STARTS[curve]!;
    const size = VALUE_CURVES[curve]!.knots.length - 1;
    let level = 0;
    for (let j = first; j < first + size; j++) level -= rampMeans[j]! * vector[FIRST_RAMP_COLUMN + j]!;
    for (let j = 0; j < size; j++) {
      out[curve * CURVE_WIDTH + j] = level;
      level += vector[FIRST_RAMP_COLUMN + first + j]!;
    }
  }
  return out;
}

/**
 * The sums over sales of each centred ramp times a number of the sale, from those numbers summed by piece (`atPiece`)
 * and summed with the share (`withShare`), `CURVE_WIDTH` of each a curve. Written into the columns of the ramps.
 */
export function writeRampSums(
  sums: { readonly atPiece: Float64Array; readonly withShare: Float64Array },
  options: { readonly rampMeans: Float64Array; readonly out: Float64Array },
): void {
  for (let curve = 0; curve < CURVE_COUNT; curve++) {
    const first = RAMP_STARTS[curve]!;
    const size = VALUE_CURVES[curve]!.knots.length - 1;
    let total = 0;
    for (let j = 0; j < size; j++) total += sums.atPiece[curve * CURVE_WIDTH + j]!;
    let beyond = 0;
    for (let j = size - 1; j >= 0; j--) {
      const place = curve * CURVE_WIDTH + j;
      options.out[FIRST_RAMP_COLUMN + first + j] =
        beyond + sums.withShare[place]! - options.rampMeans[first + j]! * total;
      beyond += sums.atPiece[place]!;
    }
  }
}
