import type { AnomalyCause } from '../anomalies/cause/anomaly-cause.ts';
import { TYPE_OF_CAUSE } from '../anomalies/cause/anomaly-cause.ts';
import { repeatsByListing } from '../anomalies/duplicates/find-repeated-listings.ts';
import type { AnomalyJudge, JudgedCandidate } from '../anomalies/judge/anomaly-judge.ts';
import { DEFAULT_SCALE } from '../anomalies/severity/confirmation-scale.ts';
import { severityOf } from '../anomalies/severity/severity-of.ts';
import type { AnomalySeverity, AnomalyType } from '../market/anomaly.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { Listing, Sale } from '../market/listing.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import { fitValuation } from '../valuation/fit-valuation.ts';
import type { FittedValuation } from '../valuation/valuation.ts';
import { fitMarketJudge } from './fit-market-judge.ts';

/** One listing, judged. */
export interface ScoredListing {
  readonly listingId: string;
  /** Whole currency units; `null` where nothing is known of such cars. */
  readonly expected: number | null;
  readonly lower90: number | null;
  readonly upper90: number | null;
  /** Counts typical residuals of ordinary cars, never negative; 0 for a listing without a price. */
  readonly score: number;
  /** `null`, like cause and severity, for a listing that does not stand out. */
  readonly type: AnomalyType | null;
  readonly cause: AnomalyCause | null;
  readonly severity: AnomalySeverity | null;
}

/** Judges listings by what was learnt from sales. */
export interface ListingJudge {
  readonly valuation: FittedValuation;
  readonly judge: AnomalyJudge;
  /** In the order of the listings. Their prices are judged and never learnt from. */
  score(listings: readonly Listing[]): readonly ScoredListing[];
}

/**
 * Learns from sales what cars are worth and how their prices scatter, and judges listings by it. Refuses where the sales are
 * too few for a valuation.
 *
 * @example
 * const judge = fitListingJudge(sales, { asOf: '2015-07-31' });
 * if (!('status' in judge)) console.log(judge.score(listings));
 */
export function fitListingJudge(
  sales: readonly Sale[],
  options: { readonly asOf: IsoDate },
): ListingJudge | NotEnoughData {
  const { asOf } = options;
  const valuation = fitValuation(sales, { asOf });
  if ('status' in valuation) return valuation;
  const judge = fitMarketJudge(sales, { valuation });
  return {
    valuation,
    judge,
    score: (listings) => {
      const repeats = repeatsByListing(listings);
      const scored = listings.map((listing): Unscored => {
        const expected = valuation.value(listing, { valuedOn: listing.endedOn ?? asOf, evenIfThin: true });
        if (expected.status !== 'ok') return { answer: unjudged(listing), candidate: null };
        const widest = expected.intervals.at(-1)!;
        const range = { expected: expected.amount, lower90: widest.lower, upper90: widest.upper };
        const { price } = listing;
        const answer = { ...unjudged(listing), ...range };
        if (price === null) return { answer, candidate: null };
        return { answer, candidate: { listing, price, expected, repeat: repeats.get(listing.id) ?? null, asOf } };
      });
      const judgements = judge.judgeAll(
        scored.flatMap(({ candidate }) => (candidate === null ? [] : [candidate])),
        DEFAULT_SCALE,
      );
      let next = 0;
      return scored.map(({ answer, candidate }) => {
        if (candidate === null) return answer;
        const { score, cause, probability } = judgements[next++]!;
        const severity = severityOf(probability);
        if (severity === null) return { ...answer, score };
        return { ...answer, score, type: TYPE_OF_CAUSE[cause.cause], cause: cause.cause, severity };
      });
    },
  };
}

/** A listing before its price is judged; no candidate where there is nothing to judge. */
interface Unscored {
  readonly answer: ScoredListing;
  readonly candidate: JudgedCandidate | null;
}

function unjudged(listing: Listing): ScoredListing {
  const nothing = { expected: null, lower90: null, upper90: null, type: null, cause: null, severity: null };
  return { listingId: listing.id, score: 0, ...nothing };
}
