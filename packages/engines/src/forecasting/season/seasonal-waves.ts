import type { Random } from '../../statistics/random.ts';
import { regressSmall } from '../../statistics/small-regression.ts';
import { fisherUpperP } from '../../statistics/student-distribution.ts';

/** Waves of the year in the level of a series, estimated from its growth. */
export interface SeasonalWaves {
  /** Of cos and sin of the 12-month wave, then of the 6-month wave, in the level. */
  readonly coefficients: Float64Array;
  /** Of the test that all are zero. */
  readonly pValue: number;
  /** Coefficients drawn from their sampling distribution. */
  draw(random: Random): Float64Array;
}

const WAVES = 2;

/**
 * Regresses monthly growth on the change of the waves, after taking out the lag-one persistence of what is left
 * (Cochrane and Orcutt 1949): a level walks, its growth does not. `months` are 1 to 12. Undefined where nothing moves or
 * the months are too few.
 */
export function fitSeasonalWaves(levels: readonly number[], months: readonly number[]): SeasonalWaves | undefined {
  const rows = levels.slice(1).map((_, t) => [1, ...waveSteps(months[t]!, months[t + 1]!)]);
  const growth = levels.slice(1).map((level, t) => level - levels[t]!);
  const first = regressSmall(rows, growth);
  if (first === undefined) return undefined;
  const residuals = growth.map(
    (value, t) => value - rows[t]!.reduce((sum, x, i) => sum + x * first.coefficients[i]!, 0),
  );
  const persistence = Math.min(0.9, Math.max(-0.5, lagOne(residuals)));
  const whiteRows = rows.slice(1).map((row, t) => row.map((value, i) => value - persistence * rows[t]![i]!));
  const whiteGrowth = growth.slice(1).map((value, t) => value - persistence * growth[t]!);
  const fitted = regressSmall(whiteRows, whiteGrowth);
  const empty = regressSmall(
    whiteRows.map(([one]) => [one!]),
    whiteGrowth,
  );
  if (fitted === undefined || empty === undefined || !(fitted.residualSquares > 0)) return undefined;
  const variance = fitted.residualSquares / fitted.degreesOfFreedom;
  const gained = (empty.residualSquares - fitted.residualSquares) / (2 * WAVES);
  const freedom = { numerator: 2 * WAVES, denominator: fitted.degreesOfFreedom };
  const coefficients = fitted.coefficients.slice(1);
  const spreads = coefficients.map((_, i) => Math.sqrt(Math.max(0, variance * fitted.inverse[i + 1]![i + 1]!)));
  return {
    coefficients,
    pValue: fisherUpperP(gained / variance, freedom),
    // Waves over whole years are all but orthogonal, so that their errors are drawn apart.
    draw: (random) => coefficients.map((value, i) => value + spreads[i]! * random.normal()),
  };
}

function waveSteps(from: number, to: number): readonly number[] {
  return Array.from({ length: WAVES }, (_, wave) => {
    const angle = (month: number): number => (2 * Math.PI * (wave + 1) * month) / 12;
    return [Math.cos(angle(to)) - Math.cos(angle(from)), Math.sin(angle(to)) - Math.sin(angle(from))];
  }).flat();
}

function lagOne(values: readonly number[]): number {
  let products = 0;
  let squares = 0;
  values.forEach((value, t) => {
    squares += value * value;
    if (t > 0) products += value * values[t - 1]!;
  });
  return squares > 0 ? products / squares : 0;
}
