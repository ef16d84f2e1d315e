import { rampBasis } from '../statistics/ramp-basis.ts';
import type { BentCurve } from './effect-group.ts';

/** A fact of a car that moves its value along a monotone curve. */
export interface ValueCurve {
  readonly name: BentCurve;
  /** Places, in units of `scale`, between which the curve is straight. */
  readonly knots: readonly number[];
  /** Turns the fact into the unit of the knots. */
  readonly scale: (fact: number) => number;
  /** -1: the value never rises with the fact; 1: it never falls. */
  readonly direction: -1 | 1;
}

const logMiles = (miles: number): number => Math.log(miles + 500);

/**
 * The three curves of the hedonic in their fixed order. Age ends at 25 years: what happens to a classic car later is a
 * matter of its model year and of the market, and no depreciation.
 */
export const VALUE_CURVES: readonly ValueCurve[] = [
  { name: 'age', knots: [0, 1, 2, 4, 7, 11, 16, 25], scale: (years) => years, direction: -1 },
  {
    name: 'mileage',
    knots: [0, 1_000, 5_000, 15_000, 35_000, 65_000, 100_000, 150_000, 250_000].map(logMiles),
    scale: logMiles,
    direction: -1,
  },
  { name: 'condition', knots: [1, 2, 3, 4, 5], scale: (grade) => grade, direction: 1 },
];

/** Position of a curve among them, and of its fact in the description of a car. */
export const CURVE_POSITIONS: Readonly<Record<BentCurve, 0 | 1 | 2>> = { age: 0, mileage: 1, condition: 2 };

/** Number of ramp coefficients of all curves together. */
export const RAMP_COUNT = VALUE_CURVES.reduce((count, curve) => count + curve.knots.length - 1, 0);

/** First ramp of each curve within the list of all ramps. */
export const RAMP_STARTS: readonly number[] = VALUE_CURVES.map((_, index) =>
  VALUE_CURVES.slice(0, index).reduce((count, curve) => count + curve.knots.length - 1, 0),
);

const buffer = new Float64Array(16);

/** Writes the ramps of one curve at `fact` into `out` from `offset`; all zero and false where the fact is unknown. */
export function writeRamps(
  curveIndex: number,
  fact: number,
  target: { readonly out: Float64Array; readonly offset: number },
): boolean {
  const curve = VALUE_CURVES[curveIndex]!;
  const size = curve.knots.length - 1;
  const known = Number.isFinite(fact);
  if (known) rampBasis(curve.scale(fact), curve.knots, buffer);
  for (let j = 0; j < size; j++) target.out[target.offset + j] = known ? buffer[j]! : 0;
  return known;
}
