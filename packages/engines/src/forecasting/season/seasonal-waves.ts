import { choleskyFactor, choleskySolve } from '../../statistics/cholesky.ts';
import { regressNoisyWalk, type WalkDynamics } from '../../statistics/noisy-walk-regression.ts';
import type { Random } from '../../statistics/random.ts';
import { fisherUpperP } from '../../statistics/student-distribution.ts';

/** Waves of the year in the level of a series. */
export interface SeasonalWaves {
  /** Of cos and sin of the 12-month wave, then of the 6-month wave where there is evidence of it, in the level. */
  readonly coefficients: Float64Array;
  /** Of the test that there is no wave. */
  readonly pValue: number;
  /** How the level moves beside its waves, by the waves that were fitted. */
  readonly dynamics: WaveDynamics;
  /** Coefficients drawn from their sampling distribution. */
  draw(random: Random): Float64Array;
}

/** Noise and persistence of a level around its yearly wave, and around both waves. */
export interface WaveDynamics {
  readonly yearly: WalkDynamics;
  readonly both: WalkDynamics;
}

/**
 * Of the chance of a false claim the yearly wave alone gets three quarters: two coefficients are found more surely than
 * four, and the season of most markets has one summer and one winter.
 */
const SHARE_OF_YEARLY_WAVE = 0.75;
/** Below this p a season is claimed; by simulation at most one series in twenty without a season gets there. */
export const SEASON_SIGNIFICANCE = 0.02;

/** Below this p of its own the half-yearly wave is kept. */
const HALF_YEARLY_SIGNIFICANCE = 0.05;

/**
 * Fits waves of 12 and 6 months to log levels that walk with persistent steps and are known with noise, and tests them
 * by F: the yearly one alone and both together, the smaller p counting as the better of two tests. `months` are 1 to 12,
 * one after the other. `dynamics` of an earlier fit are kept where they are given, which spares a search for them.
 * Undefined where nothing moves or the months are too few.
 */
export function fitSeasonalWaves(
  levels: ArrayLike<number>,
  months: readonly number[],
  options: { readonly dynamics?: WaveDynamics } = {},
): SeasonalWaves | undefined {
  const { dynamics } = options;
  const values = Float64Array.from(levels);
  const precision = values.map(() => 1);
  const yearlyColumns = waveColumns(months, 1);
  const yearly = regressNoisyWalk({
    values,
    precision,
    columns: yearlyColumns,
    ...(dynamics === undefined ? {} : { dynamics: dynamics.yearly }),
  });
  const both = regressNoisyWalk({
    values,
    precision,
    columns: [...yearlyColumns, ...waveColumns(months, 2)],
    ...(dynamics === undefined ? {} : { dynamics: dynamics.both }),
  });
  if (yearly === undefined || both === undefined) return undefined;
  const yearlyP = fisherUpperP(yearly.fisherRatio, { numerator: 2, denominator: yearly.degreesOfFreedom });
  const bothP = fisherUpperP(both.fisherRatio, { numerator: 4, denominator: both.degreesOfFreedom });
  const halfYearly = both.covariance.slice(2).map((row) => row.slice(2));
  const halfYearlyP = fisherUpperP(waldStatistic(halfYearly, both.coefficients.slice(2)) / 2, {
    numerator: 2,
    denominator: both.degreesOfFreedom,
  });
  const { coefficients, covariance } = halfYearlyP < HALF_YEARLY_SIGNIFICANCE ? both : yearly;
  const size = coefficients.length;
  const root = choleskyFactor(Float64Array.from(covariance.flatMap((row) => [...row])), size);
  return {
    coefficients,
    pValue: Math.min(1, yearlyP / SHARE_OF_YEARLY_WAVE, bothP / (1 - SHARE_OF_YEARLY_WAVE)),
    dynamics: { yearly: yearly.dynamics, both: both.dynamics },
    draw: (random) => {
      const normals = Float64Array.from({ length: size }, () => random.normal());
      return coefficients.map((value, i) => {
        let moved = value;
        for (let j = 0; j <= i; j++) moved += root[i * size + j]! * normals[j]!;
        return moved;
      });
    },
  };
}

/** Log effects of the twelve months from the coefficients of the waves, January first; they sum to 0. */
export function effectsOfWaves(coefficients: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: 12 }, (_, month) => {
    let effect = 0;
    for (let wave = 0; 2 * wave + 1 < coefficients.length; wave++) {
      const angle = (2 * Math.PI * (wave + 1) * (month + 1)) / 12;
      effect += coefficients[2 * wave]! * Math.cos(angle) + coefficients[2 * wave + 1]! * Math.sin(angle);
    }
    return effect;
  });
}

function waveColumns(months: readonly number[], wave: number): readonly Float64Array[] {
  const angles = Float64Array.from(months, (month) => (2 * Math.PI * wave * month) / 12);
  return [angles.map(Math.cos), angles.map(Math.sin)];
}

/** b' V^-1 b. */
function waldStatistic(covariance: readonly Float64Array[], coefficients: Float64Array): number {
  const solved = Float64Array.from(coefficients);
  const flat = Float64Array.from(covariance.flatMap((row) => [...row]));
  choleskySolve(choleskyFactor(flat, coefficients.length), solved);
  return coefficients.reduce((sum, value, i) => sum + value * solved[i]!, 0);
}
