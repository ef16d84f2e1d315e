import { compareLosses, type LossComparison } from '../../statistics/diebold-mariano.ts';
import { fitDrift } from '../../statistics/drift-forecast.ts';
import { fitNaiveTwo } from '../../statistics/forecasters/naive-two.ts';
import { fitNaive } from '../../statistics/naive-forecast.ts';
import { fitSeasonalNaive } from '../../statistics/seasonal-naive-forecast.ts';
import { fitTheta } from '../../statistics/theta-forecast.ts';
import type { ForecastAccuracy } from '../evaluation/evaluate-forecasts.ts';
import { evaluateForecasts } from '../evaluation/evaluate-forecasts.ts';
import { pinballLoss } from '../evaluation/interval-scores.ts';
import { meanAbsoluteError, seasonalScale } from '../evaluation/point-errors.ts';
import type { CalibratedForecast } from './forecast-many.ts';

/** A series with what came after it; `reference` is a published NAIVE2 where there is one. */
export interface KnownOutcome {
  readonly train: ArrayLike<number>;
  readonly actual: ArrayLike<number>;
  readonly reference?: ArrayLike<number>;
}

/** How forecasts did, beside the naive methods, with a test against the best of those. */
export interface ForecastVerdict {
  readonly model: ForecastAccuracy;
  readonly baselines: readonly { readonly name: string; readonly accuracy: ForecastAccuracy }[];
  readonly byHorizon: readonly { readonly from: number; readonly to: number; readonly accuracy: ForecastAccuracy }[];
  /** Mean pinball loss over the bounds of the intervals and the point, doubled: an approximate CRPS, in MASE units. */
  readonly scaledCrps: number;
  /** Mean scaled errors of the series against those of the naive method with the smallest MASE. */
  readonly againstBestNaive: LossComparison & { readonly name: string };
  /** True where the model beats the best naive method with p below 0.05. */
  readonly hasSkill: boolean;
}

/** Judges the forecasts of series whose outcomes are known. Order and number must agree. */
export function judgeForecasts(
  outcomes: readonly KnownOutcome[],
  options: {
    readonly forecasts: readonly (CalibratedForecast | undefined)[];
    readonly season: number;
    readonly levels: readonly number[];
  },
): ForecastVerdict {
  const { forecasts, season, levels } = options;
  const references = outcomes.map(({ train, actual, reference }) => {
    return Float64Array.from(reference ?? fitNaiveTwo(train, { season }).forecast(actual.length));
  });
  const evaluate = (
    answerOf: (index: number) => CalibratedForecast | { readonly point: Float64Array } | undefined,
    range: { readonly from: number; readonly to: number } = { from: 1, to: Number.POSITIVE_INFINITY },
  ): ForecastAccuracy => {
    const judged = outcomes.flatMap(({ train, actual }, index) => {
      const cut = (path: ArrayLike<number>): Float64Array => Float64Array.from(path).subarray(range.from - 1, range.to);
      const length = actual.length;
      const answer = answerOf(index);
      if (length < range.from) return [];
      const within = (path: Float64Array): Float64Array => cut(path.subarray(0, length));
      const usable = answer !== undefined && answer.point.every(Number.isFinite) && answer.point.length >= length;
      const base = { train, actual: cut(actual), reference: within(references[index]!) };
      if (!usable) return [base];
      const bands = 'intervals' in answer ? [...answer.intervals] : [];
      const intervals = new Map(
        bands.map(([level, { lower, upper }]) => [level, { lower: within(lower), upper: within(upper) }] as const),
      );
      return [{ ...base, answer: { point: within(answer.point), intervals } }];
    });
    return evaluateForecasts(judged, { season, levels });
  };
  const longest = Math.max(0, ...outcomes.map(({ actual }) => actual.length));
  const baselines = baselinesOf(season).map(({ name, fit }) => {
    const paths = outcomes.map(({ train, actual }) => ({ point: fit(train).forecast(actual.length) }));
    return { name, paths, accuracy: evaluate((index) => paths[index]) };
  });
  const naive = baselines.filter(({ name }) => name !== 'theta');
  const best = naive.reduce((least, next) => (next.accuracy.mase < least.accuracy.mase ? next : least));
  const losses = (pathOf: (index: number) => ArrayLike<number> | undefined) =>
    outcomes.map(({ train, actual }, index) => {
      const scale = seasonalScale(train, { season });
      const path = pathOf(index);
      return path === undefined || Number.isNaN(scale) ? 0 : meanAbsoluteError(path, { actual }) / scale;
    });
  const comparison = compareLosses(
    losses((index) => forecasts[index]?.point),
    { against: losses((index) => (forecasts[index] === undefined ? undefined : best.paths[index]!.point)), horizon: 1 },
  );
  return {
    model: evaluate((index) => forecasts[index]),
    baselines: baselines.map(({ name, accuracy }) => ({ name, accuracy })),
    byHorizon: horizonRanges(longest).map((range) => ({
      ...range,
      accuracy: evaluate((index) => forecasts[index], range),
    })),
    scaledCrps: scaledCrps(outcomes, { forecasts, season }),
    againstBestNaive: { name: best.name, ...comparison },
    hasSkill: comparison.meanDifference < 0 && comparison.pValue < 0.05,
  };
}

function baselinesOf(season: number) {
  return [
    { name: 'naive', fit: fitNaive },
    { name: 'seasonal naive', fit: (train: ArrayLike<number>) => fitSeasonalNaive(train, { season }) },
    { name: 'drift', fit: fitDrift },
    { name: 'naive 2', fit: (train: ArrayLike<number>) => fitNaiveTwo(train, { season }) },
    { name: 'theta', fit: fitTheta },
  ];
}

function horizonRanges(longest: number): readonly { readonly from: number; readonly to: number }[] {
  const ends = [1, 3, 6, 12, 18, 24].filter((end) => end < longest);
  return [...ends, longest].filter((end) => end > 0).map((to, index) => ({ from: (ends[index - 1] ?? 0) + 1, to }));
}

function scaledCrps(
  outcomes: readonly KnownOutcome[],
  options: { readonly forecasts: readonly (CalibratedForecast | undefined)[]; readonly season: number },
): number {
  let sum = 0;
  let count = 0;
  outcomes.forEach(({ train, actual }, index) => {
    const forecast = options.forecasts[index];
    const scale = seasonalScale(train, { season: options.season });
    if (forecast === undefined || Number.isNaN(scale)) return;
    const bounds = [...forecast.intervals].flatMap(([level, { lower, upper }]) => [
      { probability: (1 - level) / 2, path: lower },
      { probability: (1 + level) / 2, path: upper },
    ]);
    const quantiles = [...bounds, { probability: 0.5, path: forecast.point }];
    for (const { probability, path } of quantiles) {
      sum += (2 * pinballLoss(path, { actual, probability })) / scale / quantiles.length;
    }
    count++;
  });
  return sum / count;
}
