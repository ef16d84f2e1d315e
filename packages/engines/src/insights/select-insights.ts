import type { IsoDate } from '../market/calendar.ts';
import { addDays } from '../market/calendar.ts';
import { twoSidedProbability } from './two-sided-probability.ts';
import type { InsightType } from '../market/insight.ts';

/** Something that could be told. */
export interface InsightCandidate {
  readonly type: InsightType;
  /** What it is about, such as a segment or a listing: with the type it says whether two candidates are the same news. */
  readonly subject: string;
  /** How far from what was to be expected, in standard errors; its sign is the direction. */
  readonly surprise: number;
  /** Sales or listings that it concerns, as a share of the market, 0 to 1. */
  readonly reach: number;
  /** How much its estimate is to be trusted, 0 to 1: the part of it that is not noise. */
  readonly confidence: number;
}

/** Something that was told before. */
export interface ToldInsight {
  readonly type: InsightType;
  readonly subject: string;
  readonly toldOn: IsoDate;
  /** As it was then; absent where it was not kept. */
  readonly surprise?: number;
}

/** A candidate that is worth telling. */
export interface SelectedInsight extends InsightCandidate {
  /** |surprise| x reach x confidence. */
  readonly score: number;
  /** Probability of a surprise as large without any effect. */
  readonly pValue: number;
}

/** Share of false discoveries among what is told, at most. */
export const FALSE_DISCOVERY_RATE = 0.1;

/** Days in which the same news is told once. */
export const NOVELTY_DAYS = 28;

/** How many times larger a surprise has to be to be told again within the window, in the same direction. */
const GROWN = 1.5;

/**
 * Chooses what to tell: only candidates that stay significant with the false discovery rate held at 10 % over all that was
 * looked at (Benjamini and Hochberg 1995), without those that were told within the novelty window, highest score first.
 * Every candidate that was looked at has to be given, the dull ones too: they are what the rate is held over. Empty where
 * there is nothing to tell.
 */
export function selectInsights(
  candidates: readonly InsightCandidate[],
  options: {
    readonly asOf: IsoDate;
    readonly told?: readonly ToldInsight[];
    /** Default 10. */
    readonly limit?: number;
    readonly falseDiscoveryRate?: number;
    readonly noveltyDays?: number;
    /** Further candidates that were looked at and showed nothing, for which none is given. Default 0. */
    readonly silentCount?: number;
  },
): readonly SelectedInsight[] {
  const {
    asOf,
    told = [],
    limit = 10,
    falseDiscoveryRate = FALSE_DISCOVERY_RATE,
    noveltyDays = NOVELTY_DAYS,
    silentCount = 0,
  } = options;
  const judged = candidates
    .map((candidate) => ({
      ...candidate,
      pValue: twoSidedProbability(candidate.surprise),
      score: Math.abs(candidate.surprise) * candidate.reach * candidate.confidence,
    }))
    .toSorted((a, b) => a.pValue - b.pValue);
  let accepted = 0;
  for (const [position, { pValue }] of judged.entries()) {
    if (pValue <= (falseDiscoveryRate * (position + 1)) / (judged.length + silentCount)) accepted = position + 1;
  }
  const since = addDays(asOf, -noveltyDays);
  const isNews = (candidate: InsightCandidate): boolean =>
    !told.some(
      (earlier) =>
        earlier.type === candidate.type &&
        earlier.subject === candidate.subject &&
        earlier.toldOn > since &&
        earlier.toldOn < asOf &&
        !hasGrown(candidate.surprise, earlier.surprise),
    );
  return judged
    .slice(0, accepted)
    .filter(isNews)
    .toSorted((a, b) => b.score - a.score || (`${a.type} ${a.subject}` < `${b.type} ${b.subject}` ? -1 : 1))
    .slice(0, limit);
}

/** News again where it turned round or grew by half; where the earlier surprise was not kept, it is no news. */
function hasGrown(now: number, then: number | undefined): boolean {
  if (then === undefined) return false;
  return Math.sign(now) !== Math.sign(then) || Math.abs(now) >= GROWN * Math.abs(then);
}
