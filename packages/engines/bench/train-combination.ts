/**
 * Chooses the settings of the default combination on the training parts of monthly series and prints
 * `combination-settings.ts`: `node --conditions=@pa/source packages/engines/bench/train-combination.ts FILE`. Reads the
 * key `train` alone. The penalty is chosen by weights of early origins judged on the last 18 training months.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fitCombination } from '../src/forecasting/series/combined-forecast.ts';
import { COMBINATION_MEMBERS, fitMembers } from '../src/forecasting/series/combination-members.ts';
import { scaleFeatures } from '../src/forecasting/series/interval-scale.ts';
import { seriesFeatures } from '../src/forecasting/series/series-features.ts';
import { solveNormalEquations } from './normal-equations.ts';

const HORIZON = 18;
const SEASON = 12;
const ORIGINS_BACK = [18, 21, 24, 27, 30, 36, 42, 48, 54, 60, 72];
const MINIMUM_LENGTH = 32;
const PENALTIES = [0.1, 0.03, 0.01, 0.003];
const MEMBER_COUNT = COMBINATION_MEMBERS.length;
/** Mean symmetric error and MASE of NAIVE2 on these origins: the units in which the two are added up. */
const UNIT = { smape: 13.44, mase: 1.013 };

interface Case {
  readonly id: number;
  readonly back: number;
  readonly train: Float64Array;
  readonly actual: Float64Array;
  readonly features: Float64Array;
  readonly paths: readonly Float64Array[];
  readonly scale: number;
  weight: number;
}

const file = process.argv[2];
if (file === undefined) throw new RangeError('Name a file of series, such as m3_monthly.json.gz.');
const bytes = readFileSync(file);
const text = file.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString();
const series = (JSON.parse(text) as readonly { readonly train: readonly number[] }[]).map(({ train }) => train);

const cases = series.flatMap((values, id) => {
  const backs = ORIGINS_BACK.filter((back) => values.length - back >= MINIMUM_LENGTH);
  return backs.map((back) => makeCase(values, { id, back, weight: 1 / backs.length }));
});
console.error(`${cases.length} origins of ${series.length} series`);

function makeCase(values: readonly number[], options: { id: number; back: number; weight: number }): Case {
  const origin = values.length - options.back;
  const train = Float64Array.from(values.slice(0, origin));
  const { members, seasonal } = fitMembers(train, { season: SEASON });
  const fallback = members[COMBINATION_MEMBERS.indexOf('theta of the newest logs')]!.forecast(HORIZON);
  const lowest = Math.min(...train) / 100;
  let change = 0;
  for (let t = SEASON; t < train.length; t++) change += Math.abs(train[t]! - train[t - SEASON]!);
  const actual = Float64Array.from(values.slice(origin, origin + HORIZON));
  const mean = actual.reduce((sum, value) => sum + value, 0) / HORIZON;
  return {
    ...options,
    train,
    actual,
    features: seriesFeatures(train, { season: SEASON, seasonal }),
    // As in the product: a member that falls far below anything seen is stopped there.
    paths: members.map((member) => (member?.forecast(HORIZON) ?? fallback).map((value) => Math.max(lowest, value))),
    scale: Math.max(change / (train.length - SEASON), 0.02 * mean),
  };
}

/** Softmax weights of one case. */
function softmax(coefficients: Float64Array, features: Float64Array): Float64Array {
  const scores = new Float64Array(MEMBER_COUNT);
  for (let row = 0; row < features.length; row++) {
    for (let member = 0; member < MEMBER_COUNT; member++) {
      scores[member] = scores[member]! + features[row]! * coefficients[row * MEMBER_COUNT + member]!;
    }
  }
  const highest = Math.max(...scores);
  const raw = scores.map((score) => Math.exp(score - highest));
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => value / total);
}

/** Mean of the two relative errors, and its gradient by Adam-ready accumulation. */
function loss(chosen: readonly Case[], coefficients: Float64Array, gradient?: Float64Array): number {
  let total = 0;
  let mass = 0;
  for (const { weight } of chosen) mass += weight;
  for (const { actual, features, paths, scale, weight } of chosen) {
    const weights = softmax(coefficients, features);
    const byMember = new Float64Array(MEMBER_COUNT);
    let sum = 0;
    for (let step = 0; step < HORIZON; step++) {
      let point = 0;
      for (let member = 0; member < MEMBER_COUNT; member++)
        point += weights[member]! * Math.max(1e-3, paths[member]![step]!);
      const value = actual[step]!;
      const miss = point - value;
      const size = point + value;
      const absolute = Math.sqrt(miss * miss + 1e-9 * value * value);
      sum += (200 * absolute) / size / UNIT.smape + absolute / scale / UNIT.mase;
      const slope =
        (200 * (miss / absolute / size - absolute / size ** 2)) / UNIT.smape + miss / absolute / scale / UNIT.mase;
      for (let member = 0; member < MEMBER_COUNT; member++) {
        byMember[member] = byMember[member]! + slope * Math.max(1e-3, paths[member]![step]!);
      }
    }
    const share = weight / mass / HORIZON / 2;
    total += share * sum;
    if (gradient === undefined) continue;
    let centre = 0;
    for (let member = 0; member < MEMBER_COUNT; member++) centre += weights[member]! * byMember[member]!;
    for (let row = 0; row < features.length; row++) {
      for (let member = 0; member < MEMBER_COUNT; member++) {
        const at = row * MEMBER_COUNT + member;
        gradient[at] = gradient[at]! + share * features[row]! * weights[member]! * (byMember[member]! - centre);
      }
    }
  }
  return total;
}

function trainWeights(chosen: readonly Case[], penalty: number): Float64Array {
  const size = chosen[0]!.features.length * MEMBER_COUNT;
  const coefficients = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const iterations = 500;
  for (let round = 1; round <= iterations; round++) {
    const gradient = new Float64Array(size);
    loss(chosen, coefficients, gradient);
    // The step shrinks to nothing, so that the end does not depend on where the last one fell.
    const rate = 0.05 * 0.5 * (1 + Math.cos((Math.PI * round) / iterations));
    for (let at = 0; at < size; at++) {
      const slope = gradient[at]! + 2 * (at < MEMBER_COUNT ? 1e-4 : penalty) * coefficients[at]!;
      first[at] = 0.9 * first[at]! + 0.1 * slope;
      second[at] = 0.999 * second[at]! + 0.001 * slope * slope;
      const mean = first[at]! / (1 - 0.9 ** round);
      const power = second[at]! / (1 - 0.999 ** round);
      coefficients[at] = coefficients[at]! - (rate * mean) / (Math.sqrt(power) + 1e-8);
    }
  }
  return coefficients;
}

const early = cases.filter(({ back }) => back >= 36);
const late = cases.filter(({ back }) => back === 18);
let best = { penalty: PENALTIES[0]!, value: Number.POSITIVE_INFINITY };
for (const penalty of PENALTIES) {
  const value = loss(late, trainWeights(early, penalty));
  console.error(`penalty ${penalty}: ${value.toFixed(5)} on the last 18 training months`);
  if (value < best.value) best = { penalty, value };
}
const chosenWeights = trainWeights(cases, best.penalty).map((value) => Math.round(1000 * value) / 1000);

// The expected error: least squares of its logarithm on what is known at the origin.
const rows: Float64Array[] = [];
const sizes: number[] = [];
const errors: { readonly row: Float64Array; readonly error: number; readonly step: number }[] = [];
for (const { train, actual, features, paths } of cases) {
  const weights = softmax(chosenWeights, features);
  const fitted = fitCombination(train, { season: SEASON });
  const point = actual.map((_, step) => paths.reduce((sum, path, member) => sum + weights[member]! * path[step]!, 0));
  const spread = (horizon: number): Float64Array =>
    Float64Array.from({ length: horizon }, (_, step) => {
      const logs = paths.map((path) => Math.log(Math.max(1e-3, path[step]!)));
      const mean = logs.reduce((sum, value, member) => sum + weights[member]! * value, 0);
      return Math.sqrt(logs.reduce((sum, value, member) => sum + weights[member]! * (value - mean) ** 2, 0));
    });
  scaleFeatures({ ...fitted, spread }, { horizon: HORIZON }).forEach((row, step) => {
    const error = Math.abs(Math.log(actual[step]! / point[step]!));
    rows.push(row);
    sizes.push(Math.log(error + 0.003));
    errors.push({ row, error, step });
  });
}
const scales = solveNormalEquations(rows, sizes).map((value) => Math.round(1000 * value) / 1000);
const scores = Array.from({ length: HORIZON }, (): number[] => []);
for (const { row, error, step } of errors) {
  scores[step]!.push(error / Math.exp(row.reduce((sum, value, index) => sum + value * scales[index]!, 0)));
}
for (const list of scores) list.sort((a, b) => a - b);
const QUANTILES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99];
const table = QUANTILES.map((probability) => {
  const byStep = scores.map((list) => Math.round(1000 * list[Math.floor(probability * list.length)]!) / 1000);
  return `  { probability: ${probability}, scores: [${byStep.join(', ')}] },`;
});
const weightRows = Array.from({ length: chosenWeights.length / MEMBER_COUNT }, (_, row) => {
  return `  [${Array.from(chosenWeights.subarray(row * MEMBER_COUNT, (row + 1) * MEMBER_COUNT)).join(', ')}],`;
});
console.log(`/**
 * Settings of the default combination as \`bench/train-combination.ts\` chose them on rolling origins within the training
 * parts of 714 monthly series (penalty ${best.penalty}). One row a feature of \`SERIES_FEATURES\`, one column a member.
 */
export const WEIGHT_COEFFICIENTS: readonly (readonly number[])[] = [
${weightRows.join('\n')}
];

/** Log size of an error by \`SCALE_FEATURES\`. */
export const SCALE_COEFFICIENTS: readonly number[] = [${scales.join(', ')}];

/** Quantiles of absolute errors over their expected size, by step ahead, on the same origins. */
export const SCORE_QUANTILES: readonly { readonly probability: number; readonly scores: readonly number[] }[] = [
${table.join('\n')}
];`);
