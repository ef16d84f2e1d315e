import type { Anomaly } from '../market/anomaly.ts';
import type { IsoDate } from '../market/calendar.ts';
import { deterministicUuid } from '../market/deterministic-uuid.ts';
import { TYPE_OF_CAUSE } from './cause/anomaly-cause.ts';
import type { RepeatedListing } from './duplicates/find-repeated-listings.ts';
import { contributingFactors, explainAnomaly } from './explain-anomaly.ts';
import type { AnomalyJudge, JudgedCandidate } from './judge/anomaly-judge.ts';
import type { Judgement } from './judge/judgement.ts';
import type { PricedListing } from './priced-listing.ts';
import { type ConfirmationScale, DEFAULT_SCALE } from './severity/confirmation-scale.ts';
import { SEVERITY_THRESHOLDS, severityOf } from './severity/severity-of.ts';

export interface DetectAnomaliesOptions {
  /** The day of the search; findings carry it as `detectedOn`. */
  readonly asOf: IsoDate;
  /** What the market of the listings taught: `fitAnomalyJudge`. */
  readonly judge: AnomalyJudge;
  /** What verdicts taught: `learnFromVerdicts`. Default: what generated markets teach. */
  readonly scale?: ConfirmationScale;
  /** Repeats among the listings by the id of the later one: `findRepeatedListings`. Default: none. */
  readonly repeats?: ReadonlyMap<string, RepeatedListing>;
  /** Least probability of being confirmed that a finding has. Default: 0.1, from where on it is of low severity. */
  readonly leastProbability?: number;
}

/**
 * Finds the listings that stand out: whose price is rarer than cars like it explain, or whose row says itself that something
 * is wrong. Every listing gives at most one finding. Highest score first, ties by id. Listings without a price, and prices in another currency than the valuation's, are not judged.
 */
export function detectAnomalies(
  candidates: readonly PricedListing[],
  options: DetectAnomaliesOptions,
): readonly Anomaly[] {
  const { asOf, judge, scale = DEFAULT_SCALE, repeats, leastProbability = SEVERITY_THRESHOLDS.low } = options;
  const judged = candidates.flatMap(({ listing, expected }): readonly JudgedCandidate[] => {
    const { price } = listing;
    if (price === null || !Number.isFinite(price.amount) || price.currency !== expected.market.currency) return [];
    return [{ listing, price, expected, repeat: repeats?.get(listing.id) ?? null, asOf }];
  });
  const findings: Anomaly[] = [];
  judge.judgeAll(judged, scale).forEach((judgement, place) => {
    if (judgement.probability >= leastProbability) findings.push(toAnomaly(judged[place]!, judgement));
  });
  return findings.sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1));
}

function toAnomaly({ listing, price, expected, asOf }: JudgedCandidate, judgement: Judgement): Anomaly {
  const { score, residual, localSpread, probability, cause } = judgement;
  const widest = expected.intervals.reduce((wide, next) => (next.confidenceLevel > wide.confidenceLevel ? next : wide));
  const type = TYPE_OF_CAUSE[cause.cause];
  const figures = {
    price,
    expectedPrice: expected.amount,
    expectedLow: widest.lower,
    expectedHigh: widest.upper,
    deviation: (price.amount - expected.amount) / expected.amount,
    score,
  };
  const logDeviation = price.amount > 0 ? Math.log(price.amount / expected.amount) : residual;
  return {
    id: deterministicUuid(`anomaly ${listing.id} ${type}`),
    listingId: listing.id,
    listingTitle: listing.title,
    segment: expected.segment,
    type,
    cause: cause.cause,
    severity: severityOf(probability) ?? 'low',
    confirmationProbability: probability,
    ...figures,
    contributingFactors: contributingFactors(logDeviation, { localSpread, amount: price.amount, cause }),
    explanation: explainAnomaly(figures, { residual, localSpread, cause }),
    detectedOn: asOf,
    status: 'active',
    resolvedOn: null,
    resolutionNote: null,
    synthetic: listing.synthetic,
  };
}
