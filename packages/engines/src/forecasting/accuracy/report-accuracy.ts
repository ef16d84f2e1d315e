import type { IsoDate } from '../../market/calendar.ts';
import type { LedgerEntry } from '../../market/ports/prediction-ledger.ts';
import type { MissAttribution, TimeHorizon } from '../../market/price-prediction.ts';
import { HORIZON_MONTHS } from '../../market/price-prediction.ts';
import { compareLosses } from '../../statistics/diebold-mariano.ts';
import { testUniformity, type UniformityTest } from '../../statistics/kolmogorov-smirnov.ts';
import { median, quantile } from '../../statistics/quantile.ts';
import { probabilityTransform } from './probability-transform.ts';
import { type MissSummary, summariseMisses } from './summarise-misses.ts';
import { watchAccuracy } from './watch-accuracy.ts';

/** How settled predictions of one kind did. */
export interface AccuracyRow {
  /** A segment, a horizon or a band of prices. */
  readonly name: string;
  readonly count: number;
  readonly medianError: number;
  readonly naiveMedianError: number;
  readonly within5: number;
  readonly within10: number;
  readonly within20: number;
  /** Median of predicted over actual, less 1: positive is too high. */
  readonly bias: number;
  readonly coverage: readonly { readonly confidenceLevel: number; readonly share: number }[];
  /** 1 to 5; `null` below 5 predictions, where nothing can be graded. */
  readonly stars: number | null;
}

/** One settled prediction as the track record shows it. */
export interface TrackRecordEntry {
  readonly predictionId: string;
  readonly segment: string;
  readonly horizon: TimeHorizon;
  readonly asOf: IsoDate;
  readonly targetDate: IsoDate;
  readonly predictedPrice: number;
  readonly actualPrice: number;
  readonly error: number;
  readonly naiveError: number;
  /** Whether the 90 % interval held the price. */
  readonly covered90: boolean | null;
  /** What the miss against the prices paid came from; `null` where that was not kept. */
  readonly attribution: MissAttribution | null;
}

export interface AccuracyReport {
  readonly settledCount: number;
  /** Not due yet, or due without enough sales. */
  readonly openCount: number;
  readonly overall: AccuracyRow;
  readonly bySegment: readonly AccuracyRow[];
  readonly byHorizon: readonly AccuracyRow[];
  readonly byPriceBand: readonly AccuracyRow[];
  /** One entry a target month: the path of the error over time. */
  readonly byMonth: readonly AccuracyRow[];
  /** Stated against observed coverage. */
  readonly calibration: readonly { readonly confidenceLevel: number; readonly share: number; readonly count: number }[];
  /**
   * Whether actual prices fell evenly over the predicted distributions (probability integral transform, test of Kolmogorov
   * and Smirnov). Predictions of one day miss together: `independentCount` days are counted and no more.
   */
  readonly uniformity: UniformityTest & { readonly independentCount: number };
  readonly attribution: MissSummary | null;
  /** Against today's price as the forecast. */
  readonly skill: { readonly meanDifference: number; readonly pValue: number; readonly hasSkill: boolean };
  /** The month in which errors became worse than before; `null` where they have not. */
  readonly decaySince: string | null;
  readonly misses: readonly TrackRecordEntry[];
  readonly trackRecord: readonly TrackRecordEntry[];
  readonly synthetic: boolean;
}

const BANDS = [25_000, 50_000, 100_000, 250_000];
const GRADED = 5;
const MISSES_SHOWN = 20;
const REFERENCE_MONTHS = 8;

/**
 * The accuracy of a ledger, misses included: by segment, horizon, price band and target month. The same entries in any
 * order give the same bytes. Without a settled prediction every figure is NaN and every list empty.
 */
export function reportAccuracy(entries: readonly LedgerEntry[]): AccuracyReport {
  const ordered = [...entries].sort(
    (a, b) =>
      compare(a.prediction.targetDate, b.prediction.targetDate) ||
      compare(a.prediction.segment, b.prediction.segment) ||
      compare(a.prediction.horizon, b.prediction.horizon) ||
      compare(a.prediction.id, b.prediction.id),
  );
  const settled = ordered.filter(isSettled);
  const groups = (nameOf: (entry: SettledEntry) => string): readonly AccuracyRow[] =>
    [...Map.groupBy(settled, nameOf)].map(([name, members]) => rowOf(name, members));
  const byMonth = groups(({ prediction }) => prediction.targetDate.slice(0, 7));
  const record = settled.map(recordOf);
  const comparison = compareLosses(
    record.map(({ error }) => error),
    { against: record.map(({ naiveError }) => naiveError), horizon: 1 },
  );
  return {
    settledCount: settled.length,
    openCount: entries.length - settled.length,
    overall: rowOf('all', settled),
    bySegment: [...groups(({ prediction }) => prediction.segment)].sort((a, b) => compare(a.name, b.name)),
    byHorizon: [...groups(({ prediction }) => prediction.horizon)].sort(
      (a, b) => HORIZON_MONTHS[a.name as TimeHorizon] - HORIZON_MONTHS[b.name as TimeHorizon],
    ),
    byPriceBand: BAND_NAMES.flatMap((name) => groups(bandOf).filter((row) => row.name === name)),
    byMonth,
    calibration: calibrationOf(settled),
    uniformity: uniformityOf(settled),
    attribution: summariseMisses(settled.flatMap(({ outcome }) => outcome.attribution ?? [])),
    skill: {
      meanDifference: comparison.meanDifference,
      pValue: comparison.pValue,
      hasSkill: comparison.meanDifference < 0 && comparison.pValue < 0.05,
    },
    decaySince: decayOf(byMonth),
    misses: [...record]
      .sort((a, b) => b.error - a.error || compare(a.predictionId, b.predictionId))
      .slice(0, MISSES_SHOWN),
    trackRecord: [...record].reverse(),
    synthetic: settled.some(({ prediction }) => prediction.synthetic),
  };
}

interface SettledEntry extends LedgerEntry {
  readonly outcome: NonNullable<LedgerEntry['outcome']>;
}

function isSettled(entry: LedgerEntry): entry is SettledEntry {
  return entry.outcome !== null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function rowOf(name: string, entries: readonly SettledEntry[]): AccuracyRow {
  const errors = entries.map(({ outcome }) => outcome.absolutePercentageError);
  const share = (limit: number): number => errors.filter((error) => error <= limit).length / errors.length;
  const medianError = median(errors);
  return {
    name,
    count: entries.length,
    medianError,
    naiveMedianError: median(entries.map(({ outcome }) => outcome.naiveAbsolutePercentageError)),
    within5: share(0.05),
    within10: share(0.1),
    within20: share(0.2),
    bias: median(entries.map(({ prediction, outcome }) => prediction.predictedPrice / outcome.actualPrice - 1)),
    coverage: calibrationOf(entries).map(({ confidenceLevel, share: observed }) => ({
      confidenceLevel,
      share: observed,
    })),
    stars: errors.length < GRADED ? null : starsOf(errors),
  };
}

/** Five where nine of ten predictions are within 5 %, and one star less for each further 5 points of the ninth. */
function starsOf(errors: readonly number[]): number {
  const ninth = quantile(errors, 0.9);
  return Math.max(1, 5 - Math.max(0, Math.ceil((ninth - 0.05) / 0.05 - 1e-9)));
}

function calibrationOf(entries: readonly SettledEntry[]) {
  const verdicts = entries.flatMap(({ outcome }) => outcome.covered);
  const levels = [...new Set(verdicts.map(({ confidenceLevel }) => confidenceLevel))].sort((a, b) => a - b);
  return levels.map((confidenceLevel) => {
    const own = verdicts.filter((verdict) => verdict.confidenceLevel === confidenceLevel);
    return {
      confidenceLevel,
      share: own.filter(({ covered }) => covered).length / own.length,
      count: own.length,
    };
  });
}

function uniformityOf(entries: readonly SettledEntry[]): AccuracyReport['uniformity'] {
  const independentCount = new Set(entries.map(({ prediction }) => prediction.asOf)).size;
  const places = entries.map(({ prediction, outcome }) => probabilityTransform(prediction, outcome.actualPrice));
  return { ...testUniformity(places, { independentCount }), independentCount };
}

const BAND_NAMES = [...BANDS.map((limit) => `below ${limit / 1000}k`), `from ${BANDS.at(-1)! / 1000}k`];

function bandOf({ prediction }: SettledEntry): string {
  const position = BANDS.findIndex((limit) => prediction.predictedPrice < limit);
  return BAND_NAMES[position < 0 ? BANDS.length : position]!;
}

function recordOf({ prediction, outcome }: SettledEntry): TrackRecordEntry {
  return {
    predictionId: prediction.id,
    segment: prediction.segment,
    horizon: prediction.horizon,
    asOf: prediction.asOf,
    targetDate: prediction.targetDate,
    predictedPrice: prediction.predictedPrice,
    actualPrice: outcome.actualPrice,
    error: outcome.absolutePercentageError,
    naiveError: outcome.naiveAbsolutePercentageError,
    covered90: outcome.covered.find(({ confidenceLevel }) => confidenceLevel === 0.9)?.covered ?? null,
    attribution: outcome.attribution ?? null,
  };
}

function decayOf(byMonth: readonly AccuracyRow[]): string | null {
  const reference = byMonth.slice(0, REFERENCE_MONTHS).map(({ medianError }) => medianError);
  const later = byMonth.slice(REFERENCE_MONTHS);
  const { alarmAt } = watchAccuracy(
    later.map(({ medianError }) => medianError),
    { reference },
  );
  return alarmAt === null ? null : later[alarmAt]!.name;
}
