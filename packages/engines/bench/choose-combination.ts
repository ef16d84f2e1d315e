/**
 * Chooses the members of the default combination, and how seasons are tested and shrunken, on the training parts of
 * monthly series alone: `node --conditions=@pa/source packages/engines/bench/choose-combination.ts FILE`. Weights are fitted on
 * origins at least 36 months before the end of `train` and judged on its last 18 months, which no fit has seen. Starting
 * from all candidates, the one whose absence helps most is left out until every absence hurts. Reads the key `train`
 * alone; what it prints is then written into `combination-members.ts`, and `train-combination.ts` fits its weights.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fitDampedTrend, fitHolt } from '../src/statistics/damped-trend.ts';
import { fitExponentialSmoothing } from '../src/statistics/exponential-smoothing.ts';
import { fitAggregation } from '../src/statistics/forecasters/aggregation-forecast.ts';
import { fitArima } from '../src/statistics/forecasters/arima-model.ts';
import { fitAutomaticEts } from '../src/statistics/forecasters/automatic-ets.ts';
import { fitAutoregression } from '../src/statistics/forecasters/autoregression.ts';
import { fitLineAhead } from '../src/statistics/forecasters/line-forecast.ts';
import { fitDynamicTheta } from '../src/statistics/forecasters/optimised-theta.ts';
import { hasSeasonalAutocorrelation, isSeasonal } from '../src/statistics/forecasters/seasonal-indices.ts';
import { adjustSeries, restoreForecast } from '../src/statistics/forecasters/seasonally-adjusted.ts';
import { fitSeasonalNaive } from '../src/statistics/seasonal-naive-forecast.ts';
import type { SeriesForecast } from '../src/statistics/series-forecast.ts';
import { fitTheta } from '../src/statistics/theta-forecast.ts';

const HORIZON = 18;
const SEASON = 12;
const VALIDATION_BACK = 18;
const FITTING_BACKS = [36, 48, 60, 72];
const MINIMUM_LENGTH = 32;
/** Mean symmetric error and MASE of NAIVE2 on these origins: the units in which the two are added up. */
const UNIT = { smape: 13.44, mase: 1.013 };
const ITERATIONS = 150;
/** Where a member is left out, the weights of the others start from where they were. */
const WARM_ITERATIONS = 40;

interface Treatment {
  readonly name: string;
  readonly test: (series: Float64Array, season: number) => boolean;
  readonly shrinkage: number | 'evidence';
}

const TREATMENTS: readonly Treatment[] = [
  { name: 'both tests, seasons shrunken by the evidence', test: isSeasonal, shrinkage: 'evidence' },
  { name: 'first test, seasons shrunken by the evidence', test: hasSeasonalAutocorrelation, shrinkage: 'evidence' },
  { name: 'both tests, seasons as they are', test: isSeasonal, shrinkage: 0 },
];

function candidatesOf(series: Float64Array, treatment: Treatment): ReadonlyMap<string, SeriesForecast> {
  const { shrinkage } = treatment;
  const seasonal = treatment.test(series, SEASON);
  const season = seasonal ? SEASON : 1;
  const scale = series.every((value) => value > 0) ? 'log' : 'none';
  const logs = adjustSeries(series, { season, scale, shrinkage });
  const plain = adjustSeries(series, { season, scale: 'none', shrinkage });
  const newest = adjustSeries(series, { season, scale, shrinkage, newest: 66 });
  const newestValues = newest.adjusted.subarray(Math.max(0, series.length - 60));
  const ofLogs = (fitted: SeriesForecast): SeriesForecast => restoreForecast(fitted, logs);
  const ofPlain = (fitted: SeriesForecast): SeriesForecast => restoreForecast(fitted, plain);
  const arima = fitArima(logs.adjusted, { season: 1 });
  const damped = ofLogs(fitDampedTrend(logs.adjusted));
  return new Map<string, SeriesForecast>([
    ['damped trend of logs', damped],
    ['aggregated smoothing of logs', ofLogs(fitAggregation(logs.adjusted, { relativeErrors: false }))],
    ['theta of the newest logs', restoreForecast(fitTheta(newestValues), newest)],
    ['theta of logs', ofLogs(fitTheta(logs.adjusted))],
    ['ARIMA of logs without season', arima === undefined ? damped : ofLogs(arima)],
    ['dynamic optimised theta', ofPlain(fitDynamicTheta(plain.adjusted))],
    ['seasonal ARIMA', fitArima(series, { season }) ?? damped],
    ['line through the newest logs', ofLogs(fitLineAhead(logs.adjusted, { newest: 72, slopeShare: 0.7 }))],
    ['aggregated smoothing', ofPlain(fitAggregation(plain.adjusted))],
    ['automatic ETS', fitAutomaticEts(series, { season: SEASON, seasonal })],
    ['theta', ofPlain(fitTheta(plain.adjusted))],
    ['exponential smoothing of logs', ofLogs(fitExponentialSmoothing(logs.adjusted))],
    ['Holt of logs', ofLogs(fitHolt(logs.adjusted))],
    ['autoregression of logs', ofLogs(fitAutoregression(logs.adjusted))],
    ['damped trend', ofPlain(fitDampedTrend(plain.adjusted))],
    ['seasonal naive', fitSeasonalNaive(series, { season })],
  ]);
}

interface Case {
  readonly actual: Float64Array;
  /** Paths of the candidates, the candidates of a step side by side. */
  readonly paths: Float64Array;
  readonly scale: number;
  readonly weight: number;
}

const file = process.argv[2];
if (file === undefined) throw new RangeError('Name a file of series, such as m3_monthly.json.gz.');
const bytes = readFileSync(file);
const text = file.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString();
const series = (JSON.parse(text) as readonly { readonly train: readonly number[] }[]).map(({ train }) => train);
let names: readonly string[] = [];

function casesOf(backs: readonly number[], treatment: Treatment): readonly Case[] {
  return series.flatMap((values) => {
    const usable = backs.filter((back) => values.length - back >= MINIMUM_LENGTH);
    return usable.map((back): Case => {
      const origin = values.length - back;
      const train = Float64Array.from(values.slice(0, origin));
      const candidates = candidatesOf(train, treatment);
      names = [...candidates.keys()];
      let change = 0;
      for (let t = SEASON; t < train.length; t++) change += Math.abs(train[t]! - train[t - SEASON]!);
      const paths = new Float64Array(HORIZON * names.length);
      [...candidates.values()].forEach((fitted, member) => {
        fitted.forecast(HORIZON).forEach((value, step) => {
          paths[step * names.length + member] = Math.max(1e-3, value);
        });
      });
      const actual = Float64Array.from(values.slice(origin, origin + HORIZON));
      const mean = actual.reduce((sum, value) => sum + value, 0) / HORIZON;
      return {
        actual,
        paths,
        scale: Math.max(change / (train.length - SEASON), 0.02 * mean),
        weight: 1 / usable.length,
      };
    });
  });
}

function softmax(scores: Float64Array, members: readonly number[]): Float64Array {
  const highest = Math.max(...members.map((member) => scores[member]!));
  const raw = scores.map((score, member) => (members.includes(member) ? Math.exp(score - highest) : 0));
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => value / total);
}

/** Mean of both relative errors with weights that are the same for every series; the gradient by the scores. */
function loss(
  cases: readonly Case[],
  options: { readonly weights: Float64Array; readonly members: readonly number[]; readonly gradient?: Float64Array },
): number {
  const { weights, members, gradient } = options;
  const byMember = new Float64Array(weights.length);
  let total = 0;
  let mass = 0;
  for (const { weight } of cases) mass += weight;
  for (const { actual, paths, scale, weight } of cases) {
    const share = weight / mass / HORIZON / 2;
    for (let step = 0; step < HORIZON; step++) {
      const at = step * weights.length;
      let point = 0;
      for (let place = 0; place < members.length; place++) {
        const member = members[place]!;
        point += weights[member]! * paths[at + member]!;
      }
      const value = actual[step]!;
      const miss = point - value;
      const size = point + value;
      const absolute = Math.sqrt(miss * miss + 1e-9 * value * value);
      total += share * ((200 * absolute) / size / UNIT.smape + absolute / scale / UNIT.mase);
      if (gradient === undefined) continue;
      const slope =
        (200 * (miss / absolute / size - absolute / size ** 2)) / UNIT.smape + miss / absolute / scale / UNIT.mase;
      for (let place = 0; place < members.length; place++) {
        const member = members[place]!;
        byMember[member] = byMember[member]! + share * slope * paths[at + member]!;
      }
    }
  }
  if (gradient !== undefined) {
    let centre = 0;
    for (const member of members) centre += weights[member]! * byMember[member]!;
    for (const member of members) gradient[member] = weights[member]! * (byMember[member]! - centre);
  }
  return total;
}

function trainScores(cases: readonly Case[], members: readonly number[], start?: Float64Array): Float64Array {
  const scores = Float64Array.from(start ?? new Float64Array(names.length));
  const iterations = start === undefined ? ITERATIONS : WARM_ITERATIONS;
  const first = new Float64Array(names.length);
  const second = new Float64Array(names.length);
  for (let round = 1; round <= iterations; round++) {
    const gradient = new Float64Array(names.length);
    loss(cases, { weights: softmax(scores, members), members, gradient });
    const rate = 0.08 * 0.5 * (1 + Math.cos((Math.PI * round) / iterations));
    for (const member of members) {
      const slope = gradient[member]! + 2e-4 * scores[member]!;
      first[member] = 0.9 * first[member]! + 0.1 * slope;
      second[member] = 0.999 * second[member]! + 0.001 * slope * slope;
      const mean = first[member]! / (1 - 0.9 ** round);
      const power = second[member]! / (1 - 0.999 ** round);
      scores[member] = scores[member]! - (rate * mean) / (Math.sqrt(power) + 1e-8);
    }
  }
  return scores;
}

for (const treatment of TREATMENTS) {
  const fitting = casesOf(FITTING_BACKS, treatment);
  const validation = casesOf([VALIDATION_BACK], treatment);
  const judge = (members: readonly number[], start?: Float64Array) => {
    const scores = trainScores(fitting, members, start);
    return { members, scores, value: loss(validation, { weights: softmax(scores, members), members }) };
  };
  let best = judge(names.map((_, member) => member));
  console.log(`\n${treatment.name}: ${fitting.length} + ${validation.length} origins`);
  console.log(`all ${best.members.length}: ${best.value.toFixed(5)}`);
  while (best.members.length > 2) {
    const { members, scores } = best;
    const without = members.map((member) =>
      judge(
        members.filter((other) => other !== member),
        scores,
      ),
    );
    const next = without.reduce((least, other) => (other.value < least.value ? other : least));
    if (next.value >= best.value) break;
    const [gone] = members.filter((member) => !next.members.includes(member));
    best = next;
    console.log(`without ${names[gone!]}: ${best.value.toFixed(5)}`);
  }
  // From the start again, so that the weights do not hang on the order in which the others left.
  const settled = judge(best.members);
  const weights = softmax(settled.scores, settled.members);
  console.log(settled.members.map((member) => `${names[member]} ${weights[member]!.toFixed(3)}`).join(', '));
  console.log(`${settled.members.length} left, fitted anew: ${settled.value.toFixed(5)}`);
}
