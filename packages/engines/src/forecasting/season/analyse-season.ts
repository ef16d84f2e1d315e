import type { IsoMonth } from '../../market/calendar.ts';
import type { MarketIndex } from '../../market/market-index.ts';
import { type NotEnoughData, notEnoughData } from '../../market/not-enough-data.ts';
import type { SegmentId } from '../../market/segment.ts';
import { createRandom } from '../../statistics/random.ts';
import { quantile } from '../../statistics/quantile.ts';
import { effectsOfWaves, fitSeasonalWaves, SEASON_SIGNIFICANCE, type SeasonalWaves } from './seasonal-waves.ts';

/** Months of an index below which nothing is said about a season. */
export const MINIMUM_SEASON_MONTHS = 24;

/** One month of the year against the mean of the twelve. */
export interface MonthEffect {
  /** 1 is January. */
  readonly month: number;
  /** As a share: 0.02 is two percent above the year's mean. */
  readonly effect: number;
  /** 90 % interval. */
  readonly lower90: number;
  readonly upper90: number;
  /** Chance that this is the cheapest month of the year, and the dearest. */
  readonly cheapestOdds: number;
  readonly dearestOdds: number;
}

/** What the calendar does to prices of like cars, and to the mix of cars sold. */
export interface SegmentSeason {
  readonly status: 'ok';
  readonly segment: SegmentId;
  readonly from: IsoMonth;
  readonly to: IsoMonth;
  readonly monthCount: number;
  /** Chance of waves this large without any season. */
  readonly pValue: number;
  /** True where the test finds a season; without one no effects are claimed. */
  readonly exists: boolean;
  /** January first; empty without a season. */
  readonly effects: readonly MonthEffect[];
  /** Month with the best odds, and the gain against the mean month; `null` without a season. */
  readonly bestToBuy: SeasonalAdvice | null;
  readonly bestToSell: SeasonalAdvice | null;
  /** Dearest minus cheapest month of the raw medians, as a share: mix and season together; `null` without medians. */
  readonly rawRange: number | null;
  /** The same of the index, from which the mix is out; 0 without a season. */
  readonly priceRange: number;
  /** How the raw medians move with the calendar beyond prices of like cars: the part that is only mix. */
  readonly mixRange: number | null;
}

export interface SeasonalAdvice {
  readonly month: number;
  /** Chance that it is the best of the twelve. */
  readonly odds: number;
  /** Against the mean month, as a share and positive where it pays. */
  readonly gain: number;
}

const DRAWS = 2000;
const MONTHS = 12;

/**
 * Looks for a season in the mix-adjusted index: two waves of the year (12 and 6 months) in its level, tested against a
 * walk with persistent steps that is known with noise. The raw medians are decomposed the same way beside it, and what they have more is mix.
 * Refuses below 24 months. Deterministic.
 */
export function analyseSeason(index: MarketIndex): SegmentSeason | NotEnoughData {
  const { points, segment } = index;
  if (points.length < MINIMUM_SEASON_MONTHS) {
    return notEnoughData('too few months in the price index to tell a season from chance', {
      found: points.length,
      needed: MINIMUM_SEASON_MONTHS,
    });
  }
  const months = points.map(({ month }) => Number(month.slice(5, 7)));
  const waves = fitSeasonalWaves(
    points.map(({ level }) => Math.log(level)),
    months,
  );
  const pValue = waves?.pValue ?? 1;
  const exists = waves !== undefined && pValue < SEASON_SIGNIFICANCE;
  const effects = exists ? monthEffects(waves) : [];
  const priceRange = rangeOf(effects.map(({ effect }) => effect));
  const raw = rawWaves(index);
  const rawEffects = raw === undefined ? undefined : effectsOfWaves(raw.coefficients);
  const own = exists ? effectsOfWaves(waves.coefficients) : new Float64Array(MONTHS);
  return {
    status: 'ok',
    segment,
    from: points[0]!.month,
    to: points.at(-1)!.month,
    monthCount: points.length,
    pValue,
    exists,
    effects,
    bestToBuy: adviceOf(effects, 'cheapestOdds'),
    bestToSell: adviceOf(effects, 'dearestOdds'),
    rawRange: rawEffects === undefined ? null : Math.expm1(rangeOf(rawEffects)),
    priceRange,
    mixRange: rawEffects === undefined ? null : Math.expm1(rangeOf(rawEffects.map((effect, at) => effect - own[at]!))),
  };
}

function rawWaves(index: MarketIndex): SeasonalWaves | undefined {
  const sold = index.points.filter(({ rawMedian }) => rawMedian !== null);
  // Gaps would make steps of two months count as one.
  if (sold.length !== index.points.length) return undefined;
  const months = sold.map(({ month }) => Number(month.slice(5, 7)));
  return fitSeasonalWaves(
    sold.map(({ rawMedian }) => Math.log(rawMedian!)),
    months,
  );
}

function monthEffects(waves: SeasonalWaves): readonly MonthEffect[] {
  const random = createRandom(1);
  const cheapest = new Float64Array(MONTHS);
  const dearest = new Float64Array(MONTHS);
  const drawn = Array.from({ length: MONTHS }, () => new Float64Array(DRAWS));
  for (let draw = 0; draw < DRAWS; draw++) {
    const effects = effectsOfWaves(waves.draw(random));
    let low = 0;
    let high = 0;
    effects.forEach((effect, month) => {
      drawn[month]![draw] = effect;
      if (effect < effects[low]!) low = month;
      if (effect > effects[high]!) high = month;
    });
    cheapest[low] = cheapest[low]! + 1 / DRAWS;
    dearest[high] = dearest[high]! + 1 / DRAWS;
  }
  return Array.from(effectsOfWaves(waves.coefficients), (effect, month) => ({
    month: month + 1,
    effect: Math.expm1(effect),
    lower90: Math.expm1(quantile(drawn[month]!, 0.05)),
    upper90: Math.expm1(quantile(drawn[month]!, 0.95)),
    cheapestOdds: cheapest[month]!,
    dearestOdds: dearest[month]!,
  }));
}

function adviceOf(effects: readonly MonthEffect[], odds: 'cheapestOdds' | 'dearestOdds'): SeasonalAdvice | null {
  if (effects.length === 0) return null;
  const best = effects.reduce((leader, next) => (next[odds] > leader[odds] ? next : leader));
  return {
    month: best.month,
    odds: best[odds],
    gain: odds === 'cheapestOdds' ? -best.effect : best.effect,
  };
}

function rangeOf(effects: ArrayLike<number>): number {
  let low = 0;
  let high = 0;
  for (let month = 0; month < effects.length; month++) {
    low = Math.min(low, effects[month]!);
    high = Math.max(high, effects[month]!);
  }
  return high - low;
}
