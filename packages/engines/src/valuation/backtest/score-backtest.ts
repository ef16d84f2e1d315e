import { monthOf } from '../../market/calendar.ts';
import { CONFIDENCE_LEVELS } from '../../market/interval.ts';
import { median, quantile } from '../../statistics/quantile.ts';
import type { BacktestPrediction } from './backtest-prediction.ts';
import { NAIVE_VALUATIONS } from './naive-valuations.ts';
import type { PairedComparison } from './paired-bootstrap.ts';
import { pairedMedianBootstrap } from './paired-bootstrap.ts';

/** How far a set of values lies from what was paid. Shares are of 1; NaN without a row. */
export interface ValueErrors {
  readonly name: string;
  readonly count: number;
  /** Median of |value - price| / price. */
  readonly medianApe: number;
  /** Mean of |value - price|, whole currency units. */
  readonly meanAbsoluteError: number;
  readonly within5: number;
  readonly within10: number;
  readonly within20: number;
  /** Median of value / price - 1: above 0 where cars are valued too high. */
  readonly bias: number;
}

/** Rows of one kind: how often the intervals held the price, and how wide they are against the value. */
export interface IntervalScore {
  readonly name: string;
  readonly count: number;
  readonly medianApe: number;
  /** One share a level of 50, 80 and 90 %; a refused row counts as not covered. */
  readonly coverage: readonly number[];
  /** Median of (upper - lower) / value for each level. */
  readonly medianWidth: readonly number[];
}

/** Another way to value the same rows, judged on those that it answers. */
export interface ComparedValuation {
  readonly errors: ValueErrors;
  /** The errors of the model on exactly these rows. */
  readonly modelErrors: ValueErrors;
  /** Median absolute percentage error of the model minus that of the other: below 0 where the model is closer. */
  readonly difference: PairedComparison;
}

/** Everything that a backtest has to say. */
export interface BacktestScore {
  readonly count: number;
  readonly refused: number;
  readonly model: ValueErrors;
  readonly intervals: IntervalScore;
  /** By fifths of the predicted price, from cheap to dear. */
  readonly byPriceBand: readonly IntervalScore[];
  readonly byMonth: readonly IntervalScore[];
  /** Month and band together where at least 100 rows lie. */
  readonly cells: readonly IntervalScore[];
  /** The guide, where rows have one, and the naive valuations. */
  readonly compared: readonly ComparedValuation[];
}

const BAND_COUNT = 5;
const FEWEST_IN_A_CELL = 100;

/** Scores predictions; a refused row is an error of 100 % and is not covered. `seed` is for the bootstrap. */
export function scoreBacktest(
  predictions: readonly BacktestPrediction[],
  options: {
    /** Name under which guide prices are reported. Default `guide`. */
    readonly guideName?: string;
    readonly seed?: number;
  } = {},
): BacktestScore {
  const { guideName = 'guide', seed = 1 } = options;
  const amounts = predictions.map(({ answer }) => answer?.amount ?? 0);
  const bounds = priceBounds(predictions);
  const bandOf = ({ answer }: BacktestPrediction): string => bandName(bounds, answer?.amount ?? null);
  const compared: ComparedValuation[] = [];
  const compare = (name: string, values: readonly number[]): void => {
    const rows = predictions.map((_, index) => index).filter((index) => Number.isFinite(values[index]!));
    if (rows.length === 0) return;
    const actuals = rows.map((index) => predictions[index]!.actual);
    const theirs = rows.map((index) => values[index]!);
    const ours = rows.map((index) => amounts[index]!);
    compared.push({
      errors: valueErrors(name, theirs, actuals),
      modelErrors: valueErrors('model', ours, actuals),
      difference: pairedMedianBootstrap(percentageErrors(ours, actuals), percentageErrors(theirs, actuals), { seed }),
    });
  };
  compare(
    guideName,
    predictions.map(({ guidePrice }) => guidePrice ?? Number.NaN),
  );
  NAIVE_VALUATIONS.forEach((name, which) =>
    compare(
      name,
      predictions.map(({ naive }) => naive[which]!),
    ),
  );

  const months = (prediction: BacktestPrediction): string => (prediction.day === null ? '-' : monthOf(prediction.day));
  return {
    count: predictions.length,
    refused: predictions.filter(({ answer }) => answer === null).length,
    model: valueErrors(
      'model',
      amounts,
      predictions.map(({ actual }) => actual),
    ),
    intervals: intervalScore('all', predictions),
    byPriceBand: groupScores(predictions, bandOf, (a, b) => Number.parseFloat(a) - Number.parseFloat(b)),
    byMonth: groupScores(predictions, months),
    cells: groupScores(predictions, (prediction) => `${months(prediction)} ${bandOf(prediction)}`).filter(
      ({ count }) => count >= FEWEST_IN_A_CELL,
    ),
    compared,
  };
}

function valueErrors(name: string, values: readonly number[], actuals: readonly number[]): ValueErrors {
  const errors = percentageErrors(values, actuals);
  // The bounds themselves are within; a rounding error of the division must not put them out.
  const share = (bound: number): number => errors.filter((error) => error <= bound + 1e-12).length / errors.length;
  const answered = values.map((value, index) => (value > 0 ? value / actuals[index]! - 1 : Number.NaN));
  return {
    name,
    count: errors.length,
    medianApe: median(errors),
    meanAbsoluteError: values.reduce((sum, value, index) => sum + Math.abs(value - actuals[index]!), 0) / errors.length,
    within5: share(0.05),
    within10: share(0.1),
    within20: share(0.2),
    bias: median(answered.filter((value) => !Number.isNaN(value))),
  };
}

function percentageErrors(values: readonly number[], actuals: readonly number[]): Float64Array {
  return Float64Array.from(values, (value, index) => Math.abs(value - actuals[index]!) / actuals[index]!);
}

function intervalScore(name: string, predictions: readonly BacktestPrediction[]): IntervalScore {
  const answered = predictions.flatMap(({ answer }) => (answer === null ? [] : [answer]));
  return {
    name,
    count: predictions.length,
    medianApe: median(
      percentageErrors(
        predictions.map(({ answer }) => answer?.amount ?? 0),
        predictions.map(({ actual }) => actual),
      ),
    ),
    coverage: CONFIDENCE_LEVELS.map((_, level) => {
      const covered = predictions.filter(({ answer, actual }) => {
        const interval = answer?.intervals[level];
        return interval !== undefined && actual >= interval.lower && actual <= interval.upper;
      });
      return covered.length / predictions.length;
    }),
    medianWidth: CONFIDENCE_LEVELS.map((_, level) =>
      median(
        answered.map(
          ({ amount, intervals }) => (intervals[level]!.upper - intervals[level]!.lower) / Math.max(1, amount),
        ),
      ),
    ),
  };
}

function groupScores(
  predictions: readonly BacktestPrediction[],
  nameOf: (prediction: BacktestPrediction) => string,
  order: (a: string, b: string) => number = (a, b) => (a < b ? -1 : 1),
): readonly IntervalScore[] {
  const groups = new Map<string, BacktestPrediction[]>();
  for (const prediction of predictions) {
    const name = nameOf(prediction);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [prediction]);
    else group.push(prediction);
  }
  return [...groups.keys()].sort(order).map((name) => intervalScore(name, groups.get(name)!));
}

function priceBounds(predictions: readonly BacktestPrediction[]): readonly number[] {
  const amounts = predictions.flatMap(({ answer }) => (answer === null ? [] : [answer.amount]));
  return Array.from({ length: BAND_COUNT - 1 }, (_, band) => Math.round(quantile(amounts, (band + 1) / BAND_COUNT)));
}

/** Such as `3. 9,000 to 12,499`; refused rows stand apart. */
function bandName(bounds: readonly number[], amount: number | null): string {
  if (amount === null) return '0. refused';
  let band = 0;
  while (band < bounds.length && amount >= bounds[band]!) band++;
  const text = (value: number): string => value.toLocaleString('en-US');
  if (band === 0) return `1. below ${text(bounds[0]!)}`;
  if (band === bounds.length) return `${band + 1}. from ${text(bounds[band - 1]!)}`;
  return `${band + 1}. ${text(bounds[band - 1]!)} to ${text(bounds[band]! - 1)}`;
}
