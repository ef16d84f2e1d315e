import type { IndexObservation } from '../market/index-observation.ts';
import { monthIndex } from '../market/calendar.ts';
import { median } from '../statistics/quantile.ts';
import { robustWeight } from '../statistics/robust-weight.ts';

/** What a sale leaves unexplained, with what is known about the age of its car. */
export interface DatedResidual {
  /** Years at the sale; null where unknown. */
  readonly ageYears: number | null;
  readonly modelYear: number | null;
  /** What the valuation says about the model year within the trim, log scale; contained in what it took off. */
  readonly modelYearEffect: number;
}

/** Cars older than this do not lose value by age: the end of the valuation's curve of age. */
const LAST_AGE_YEARS = 25;
/** Sales of a model below which its age is taken from the valuation. */
const MINIMUM_MODEL_SALES = 100;
/** How far the valuation's loss of value in a year may be off, standard deviation on the log scale. */
const SLOPE_DEVIATION = 0.05;
/** How far the standings of trims may be off, standard deviation on the log scale. */
const TRIM_DEVIATION = 0.2;
const MEDIAN_ABSOLUTE_T4 = 0.7407;
const ROUNDS = 4;
const SWEEPS = 12;

/**
 * Tells age from drift anew within each model. Age, model year and month are tied to each other (a car sold a year later
 * is a year older), so that the valuation, which shrinks all three, can take a slow drift of a model's prices for the
 * age of its cars and the standing of their model years: up to 5 % a year on planted markets. Here the trend over model
 * years within a trim goes back into the level, and the slope of age is found by robust least squares beside one free
 * effect for every month and a shrunken one for every trim (the time-dummy hedonic of the Handbook on Residential
 * Property Price Indices, chapter 5; age, period and cohort as by Holford, 1983, without a trend of cohorts). Cars of 25
 * years and more keep their model years, since there age moves nothing. Models with fewer than 100 sales of known age
 * keep their observations as they are.
 */
export function settleAge(observations: readonly (IndexObservation & DatedResidual)[]): readonly IndexObservation[] {
  const byModel = Map.groupBy(observations.keys(), (row) => observations[row]!.segments[1] ?? '');
  const answer: IndexObservation[] = observations.map(({ segments, month, price, logLevel }) => ({
    segments,
    month,
    price,
    logLevel,
  }));
  for (const [model, rows] of byModel) {
    if (model === '') continue;
    const known = rows.filter((row) => observations[row]!.ageYears !== null && observations[row]!.modelYear !== null);
    if (known.length < MINIMUM_MODEL_SALES) continue;
    const members = known.map((row) => observations[row]!);
    const settled = settleModel(members);
    known.forEach((row, at) => {
      answer[row] = { ...answer[row]!, logLevel: settled.levels[at]! };
    });
    for (const row of rows) answer[row] = { ...answer[row]!, driftVariance: settled.driftVariance };
  }
  return answer;
}

function settleModel(members: readonly (IndexObservation & DatedResidual)[]): {
  readonly levels: Float64Array;
  readonly driftVariance: number;
} {
  const trims = positions(members.map(({ segments }) => segments.at(-1)!));
  const months = positions(members.map(({ month }) => monthIndex(month)));
  const ages = Float64Array.from(members, ({ ageYears }) => Math.min(ageYears!, LAST_AGE_YEARS));
  const values = withModelYearTrend(members, trims);
  const weights = new Float64Array(values.length).fill(1);
  let slope = 0;
  let information = 0;
  let scale = 0;
  let effects = new Float64Array(values.length);
  for (let round = 0; round < ROUNDS; round++) {
    const penalty = scale === 0 ? 0 : (scale / TRIM_DEVIATION) ** 2;
    const age = sweep(ages, { trims, months, weights, penalty });
    const level = sweep(values, { trims, months, weights, penalty });
    let products = 0;
    information = (scale / SLOPE_DEVIATION) ** 2;
    for (let row = 0; row < values.length; row++) {
      products += weights[row]! * age.left[row]! * level.left[row]!;
      information += weights[row]! * age.left[row]! * age.left[row]!;
    }
    slope = information === 0 ? 0 : products / information;
    const residuals = level.left.map((value, row) => value - slope * age.left[row]!);
    scale = Math.max(0.005, median(residuals.map(Math.abs)) / MEDIAN_ABSOLUTE_T4);
    effects = level.trimEffects.map((effect, row) => effect - slope * age.trimEffects[row]!);
    residuals.forEach((residual, row) => {
      weights[row] = robustWeight(residual, { scale });
    });
  }
  const levels = values.map((value, row) => value - slope * ages[row]! - effects[row]!);
  // Every observation moved by a common amount: only differences between months mean something.
  return { levels, driftVariance: (scale * scale) / Math.max(1e-9, information) };
}

/** Puts the trend over model years within each trim back into the level of cars young enough to age. */
function withModelYearTrend(
  members: readonly (IndexObservation & DatedResidual)[],
  trims: Int32Array,
): Float64Array<ArrayBuffer> {
  const values = Float64Array.from(members, ({ logLevel }) => logLevel);
  const rowsOf = Map.groupBy(members.keys(), (row) => trims[row]!);
  for (const rows of rowsOf.values()) {
    const young = rows.filter((row) => members[row]!.ageYears! < LAST_AGE_YEARS);
    let year = 0;
    for (const row of young) year += members[row]!.modelYear! / young.length;
    let products = 0;
    let squares = 0;
    for (const row of young) {
      const distance = members[row]!.modelYear! - year;
      products += distance * members[row]!.modelYearEffect;
      squares += distance * distance;
    }
    if (squares === 0) continue;
    for (const row of young) values[row] = values[row]! + (products / squares) * (members[row]!.modelYear! - year);
  }
  return values;
}

/** Takes the means of months and the shrunken means of trims off, by turns until they fit each other. */
function sweep(
  values: Float64Array,
  fit: {
    readonly trims: Int32Array;
    readonly months: Int32Array;
    readonly weights: Float64Array;
    readonly penalty: number;
  },
): { readonly left: Float64Array<ArrayBuffer>; readonly trimEffects: Float64Array<ArrayBuffer> } {
  const left = Float64Array.from(values);
  const trimEffects = new Float64Array(values.length);
  const ofTrim = new Float64Array(values.length);
  const ofMonth = new Float64Array(values.length);
  for (let turn = 0; turn < SWEEPS; turn++) {
    for (let row = 0; row < left.length; row++) left[row] = left[row]! + ofTrim[row]!;
    groupMeans(left, { groups: fit.trims, weights: fit.weights, penalty: fit.penalty, out: ofTrim });
    for (let row = 0; row < left.length; row++) left[row] = left[row]! - ofTrim[row]! + ofMonth[row]!;
    groupMeans(left, { groups: fit.months, weights: fit.weights, penalty: 0, out: ofMonth });
    for (let row = 0; row < left.length; row++) left[row] = left[row]! - ofMonth[row]!;
  }
  trimEffects.set(ofTrim);
  return { left, trimEffects };
}

function groupMeans(
  values: Float64Array,
  fit: {
    readonly groups: Int32Array;
    readonly weights: Float64Array;
    readonly penalty: number;
    readonly out: Float64Array;
  },
): void {
  const sums = new Float64Array(values.length);
  const totals = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const group = fit.groups[row]!;
    sums[group] = sums[group]! + fit.weights[row]! * values[row]!;
    totals[group] = totals[group]! + fit.weights[row]!;
  }
  for (let row = 0; row < values.length; row++) {
    const group = fit.groups[row]!;
    fit.out[row] = sums[group]! / (totals[group]! + fit.penalty);
  }
}

function positions(keys: readonly (string | number)[]): Int32Array {
  const index = new Map<string | number, number>();
  return Int32Array.from(keys, (key) => {
    const position = index.get(key) ?? index.size;
    index.set(key, position);
    return position;
  });
}
