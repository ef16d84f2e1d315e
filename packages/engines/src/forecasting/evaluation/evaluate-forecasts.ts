import { coverage, type IntervalPath, intervalScore } from './interval-scores.ts';
import { meanAbsoluteError, seasonalScale, symmetricPercentageError } from './point-errors.ts';

/** One series of a backtest: what the model saw, what came, what NAIVE2 said and what the model said. */
export interface JudgedSeries {
  readonly train: ArrayLike<number>;
  readonly actual: ArrayLike<number>;
  /** The forecast of NAIVE2, the denominator of OWA. */
  readonly reference: ArrayLike<number>;
  /** Absent where the model refused: the series then counts as twice the error of the reference. */
  readonly answer?: {
    readonly point: ArrayLike<number>;
    readonly intervals?: ReadonlyMap<number, IntervalPath>;
  };
}

export interface IntervalAccuracy {
  /** Nominal coverage, such as 0.8. */
  readonly level: number;
  /** Share of all steps of the answered series inside their interval. */
  readonly coverage: number;
  /** Mean scaled interval score over the answered series. */
  readonly msis: number;
}

export interface ForecastAccuracy {
  readonly seriesCount: number;
  readonly answeredCount: number;
  /** Percent, 0 to 200. */
  readonly smape: number;
  readonly mase: number;
  /** Mean of the two ratios to the reference: below 1 is better than NAIVE2. */
  readonly owa: number;
  readonly intervals: readonly IntervalAccuracy[];
}

/**
 * The accuracy measures of the M4 competition (Makridakis, Spiliotis and Assimakopoulos 2020): means over the series,
 * each weighing the same. A series without a change in its training values has no MASE and is left out of that mean
 * alone. All NaN without a series.
 */
export function evaluateForecasts(
  series: readonly JudgedSeries[],
  options: { readonly season: number; readonly levels?: readonly number[] },
): ForecastAccuracy {
  const { season } = options;
  const totals = { smape: new Mean(), mase: new Mean(), referenceSmape: new Mean(), referenceMase: new Mean() };
  const levels = (options.levels ?? []).map((level) => ({ level, covered: new Mean(), msis: new Mean() }));
  let answeredCount = 0;
  for (const { train, actual, reference, answer } of series) {
    const scale = seasonalScale(train, { season });
    const referenceSmape = symmetricPercentageError(reference, { actual });
    const referenceMase = meanAbsoluteError(reference, { actual }) / scale;
    totals.referenceSmape.add(referenceSmape);
    totals.referenceMase.add(referenceMase);
    if (answer === undefined) {
      totals.smape.add(2 * referenceSmape);
      totals.mase.add(2 * referenceMase);
      continue;
    }
    answeredCount++;
    totals.smape.add(symmetricPercentageError(answer.point, { actual }));
    totals.mase.add(meanAbsoluteError(answer.point, { actual }) / scale);
    for (const { level, covered, msis } of levels) {
      const path = answer.intervals?.get(level);
      if (path === undefined) continue;
      covered.add(coverage(path, { actual }));
      msis.add(intervalScore(path, { actual, level }) / scale);
    }
  }
  const smape = totals.smape.value;
  const mase = totals.mase.value;
  return {
    seriesCount: series.length,
    answeredCount,
    smape,
    mase,
    owa: (smape / totals.referenceSmape.value + mase / totals.referenceMase.value) / 2,
    intervals: levels.map(({ level, covered, msis }) => ({ level, coverage: covered.value, msis: msis.value })),
  };
}

/** A running mean that leaves out what has no value. */
class Mean {
  private sum = 0;
  private count = 0;

  add(value: number): void {
    if (Number.isNaN(value)) return;
    this.sum += value;
    this.count++;
  }

  get value(): number {
    return this.sum / this.count;
  }
}
