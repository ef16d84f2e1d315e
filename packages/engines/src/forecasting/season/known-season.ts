import type { IsoMonth } from '../../market/calendar.ts';
import { MINIMUM_SEASON_MONTHS } from './analyse-season.ts';
import { effectsOfWaves, fitSeasonalWaves, SEASON_SIGNIFICANCE, type WaveDynamics } from './seasonal-waves.ts';

/** Noise and persistence of the level are estimated anew after so many more months. */
const MONTHS_BETWEEN_ESTIMATES = 12;

/**
 * The season of an index as its first `count` months tell it: log effects of the twelve months, January first, all 0
 * where the test finds none or there are fewer than 24 months. Reads nothing after those months.
 */
export type KnownSeason = (count: number) => Float64Array;

/** Season by number of known months. `known` are log levels as they were known in their month, `months` theirs. */
export function knownSeason(known: Float64Array, months: readonly IsoMonth[]): KnownSeason {
  const calendar = months.map((month) => Number(month.slice(5, 7)));
  const dynamics = new Map<number, WaveDynamics | undefined>();
  const answers = new Map<number, Float64Array>();
  const wavesOf = (count: number, given?: WaveDynamics) =>
    fitSeasonalWaves(
      known.subarray(0, count),
      calendar.slice(0, count),
      given === undefined ? {} : { dynamics: given },
    );
  const compute = (count: number): Float64Array => {
    const none = new Float64Array(12);
    if (count < MINIMUM_SEASON_MONTHS) return none;
    const estimatedAt = count - ((count - MINIMUM_SEASON_MONTHS) % MONTHS_BETWEEN_ESTIMATES);
    if (!dynamics.has(estimatedAt)) dynamics.set(estimatedAt, wavesOf(estimatedAt)?.dynamics);
    const own = dynamics.get(estimatedAt);
    const waves = own === undefined ? undefined : wavesOf(count, own);
    return waves !== undefined && waves.pValue < SEASON_SIGNIFICANCE ? effectsOfWaves(waves.coefficients) : none;
  };
  return (count) => {
    const answer = answers.get(count) ?? compute(count);
    answers.set(count, answer);
    return answer;
  };
}
