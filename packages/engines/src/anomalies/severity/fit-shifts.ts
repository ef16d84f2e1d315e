import { choleskyFactor, choleskySolve } from '../../statistics/cholesky.ts';
import { probabilityOf } from './confirmation-scale.ts';

/** A verdict as the regression sees it. */
export interface VerdictRow {
  /** Log odds that the default gives. */
  readonly logOdds: number;
  readonly isConfirmed: boolean;
  /** Shifts that count for it, and how many times each. */
  readonly places: readonly number[];
  readonly values: readonly number[];
}

export interface FittedShifts {
  readonly shifts: Float64Array;
  /** Log of the probability of the verdicts under these spreads, shifts integrated out, but for a constant (Laplace). */
  readonly logEvidence: number;
}

const MOST_STEPS = 60;
const MOST_HALVINGS = 30;
const SMALL_GAIN = 1e-10;

/**
 * Fits shifts of log odds to verdicts: logistic regression with normal priors of the standard deviations `spreads`. The
 * penalised likelihood is concave; Newton steps are halved until they raise it, so that they find its only peak.
 */
export function fitShifts(
  rows: readonly VerdictRow[],
  { spreads, start }: { readonly spreads: Float64Array; readonly start?: Float64Array },
): FittedShifts {
  let shifts = start === undefined ? new Float64Array(spreads.length) : Float64Array.from(start);
  let value = penalisedLikelihood(rows, { spreads, shifts });
  let factor = new Float64Array(0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { gradient, curvature } = derivatives(rows, { spreads, shifts });
    factor = Float64Array.from(choleskyFactor(curvature, spreads.length));
    choleskySolve(factor, gradient);
    const from = { shifts, value };
    for (let halving = 0, part = 1; halving < MOST_HALVINGS; halving++, part /= 2) {
      const tried = from.shifts.map((shift, at) => shift + part * gradient[at]!);
      const reached = penalisedLikelihood(rows, { spreads, shifts: tried });
      if (reached < from.value) continue;
      [shifts, value] = [tried, reached];
      break;
    }
    if (value - from.value < SMALL_GAIN) break;
  }
  let logEvidence = value;
  for (let at = 0; at < spreads.length; at++) {
    logEvidence -= Math.log(spreads[at]!) + Math.log(factor[at * spreads.length + at]!);
  }
  return { shifts, logEvidence };
}

/** What the shifts add to the log odds of a row. */
function shiftOf({ places, values }: VerdictRow, shifts: Float64Array): number {
  let sum = 0;
  for (let held = 0; held < places.length; held++) sum += shifts[places[held]!]! * values[held]!;
  return sum;
}

interface Point {
  readonly spreads: Float64Array;
  readonly shifts: Float64Array;
}

function penalisedLikelihood(rows: readonly VerdictRow[], { spreads, shifts }: Point): number {
  let sum = 0;
  for (let at = 0; at < shifts.length; at++) sum -= 0.5 * (shifts[at]! / spreads[at]!) ** 2;
  for (const row of rows) {
    const logOdds = row.logOdds + shiftOf(row, shifts);
    sum -= Math.log1p(Math.exp(row.isConfirmed ? -logOdds : logOdds));
  }
  return sum;
}

function derivatives(
  rows: readonly VerdictRow[],
  { spreads, shifts }: Point,
): { readonly gradient: Float64Array; readonly curvature: Float64Array } {
  const size = spreads.length;
  const gradient = shifts.map((shift, at) => -shift / spreads[at]! ** 2);
  const curvature = new Float64Array(size * size);
  for (let at = 0; at < size; at++) curvature[at * size + at] = 1 / spreads[at]! ** 2;
  for (const row of rows) {
    const { places, values } = row;
    const probability = probabilityOf(row.logOdds + shiftOf(row, shifts));
    const weight = probability * (1 - probability);
    for (let one = 0; one < places.length; one++) {
      const at = places[one]!;
      gradient[at] = gradient[at]! + ((row.isConfirmed ? 1 : 0) - probability) * values[one]!;
      for (let other = 0; other < places.length; other++) {
        const cell = at * size + places[other]!;
        curvature[cell] = curvature[cell]! + weight * values[one]! * values[other]!;
      }
    }
  }
  return { gradient, curvature };
}
