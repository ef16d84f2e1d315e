import { studentQuantile } from '../statistics/student-quantile.ts';
import type { SpendForecaster, SpendForecastQuery } from './spend-forecaster.ts';

export interface RecentLevelOptions {
  /** After how many days a day counts half. Default 10. */
  readonly halfLifeDays?: number;
  /** Days of history without which nothing is said. Default 7. */
  readonly minimumDays?: number;
}

/** A weekday counts as much as this many days at the common level: two weeks of history say little about Sundays. */
const WEEKDAY_PRIOR_DAYS = 2;
const WEEKDAYS_FROM_DAYS = 14;
const LARGEST_CORRELATION = 0.8;

/**
 * Takes the level of the last days on, newer days counting more, with a factor for each weekday from two weeks on. The
 * interval covers what days scatter by, that scatter lasts over several days (its correlation from day to day), and that the
 * level itself is only estimated.
 */
export function recentLevelForecaster(options: RecentLevelOptions = {}): SpendForecaster {
  const { halfLifeDays = 10, minimumDays = 7 } = options;
  return {
    forecast({ history, days, confidenceLevel }) {
      if (history.length < minimumDays) {
        return { status: 'not-enough-data', foundDays: history.length, neededDays: minimumDays };
      }
      const factors = weekdayFactors(history);
      const levels = history.map(({ day, nanoUsd }) => nanoUsd / (factors[weekday(day)] ?? 1));
      const weights = levels.map((_, index) => 0.5 ** ((levels.length - 1 - index) / halfLifeDays));
      const level = weighted(levels, weights);
      const residuals = levels.map((each) => each - level);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const effectiveDays = total ** 2 / weights.reduce((sum, weight) => sum + weight ** 2, 0);
      const variance =
        (weighted(
          residuals.map((each) => each ** 2),
          weights,
        ) *
          effectiveDays) /
        Math.max(1, effectiveDays - 1);
      const correlation = dayToDayCorrelation(residuals, weights);
      const lasting = (1 + correlation) / (1 - correlation);

      const shares = days.map(({ day, share }) => share * (factors[weekday(day)] ?? 1));
      const exposure = shares.reduce((sum, share) => sum + share, 0);
      const scatter = shares.reduce((sum, share) => sum + share ** 2, 0) * variance * lasting;
      const levelVariance = (variance * lasting) / effectiveDays;
      const spread =
        Math.sqrt(scatter + exposure ** 2 * levelVariance) *
        studentQuantile(0.5 + confidenceLevel / 2, { degreesOfFreedom: Math.max(3, effectiveDays - 1) });
      const expected = level * exposure;
      return {
        status: 'ok',
        expectedNanoUsd: expected,
        lowerNanoUsd: Math.max(0, expected - spread),
        upperNanoUsd: expected + spread,
      };
    },
  };
}

function weekdayFactors(history: SpendForecastQuery['history']): readonly number[] {
  const mean = history.reduce((sum, { nanoUsd }) => sum + nanoUsd, 0) / history.length;
  if (history.length < WEEKDAYS_FROM_DAYS || mean === 0) return [];
  const raw = [0, 1, 2, 3, 4, 5, 6].map((of) => {
    const own = history.filter(({ day }) => weekday(day) === of);
    const sum = own.reduce((total, { nanoUsd }) => total + nanoUsd, 0);
    return (sum + WEEKDAY_PRIOR_DAYS * mean) / (own.length + WEEKDAY_PRIOR_DAYS) / mean;
  });
  const average = raw.reduce((sum, factor) => sum + factor, 0) / raw.length;
  return raw.map((factor) => factor / average);
}

function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function weighted(values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / total;
}

function dayToDayCorrelation(residuals: readonly number[], weights: readonly number[]): number {
  const squares = weighted(
    residuals.map((each) => each ** 2),
    weights,
  );
  if (squares === 0) return 0;
  const products = residuals.slice(1).map((each, index) => each * (residuals[index] ?? 0));
  const correlation = weighted(products, weights.slice(1)) / squares;
  return Math.min(LARGEST_CORRELATION, Math.max(0, correlation));
}
