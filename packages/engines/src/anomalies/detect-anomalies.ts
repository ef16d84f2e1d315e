import type { Anomaly, AnomalyType } from '../market/anomaly.ts';
import type { IsoDate } from '../market/calendar.ts';
import { deterministicUuid } from '../market/deterministic-uuid.ts';
import type { Price } from '../market/price.ts';
import { SEVERITY_THRESHOLDS, severityOf } from './anomaly-severity.ts';
import { dataFaults } from './data-fault.ts';
import type { SuspectedCause } from './explain-anomaly.ts';
import { contributingFactors, explainAnomaly } from './explain-anomaly.ts';
import { findPriceSlip } from './price-slip.ts';
import type { PricedListing } from './priced-listing.ts';

export interface DetectAnomaliesOptions {
  /** The day of the search; findings carry it as `detectedOn`. */
  readonly asOf: IsoDate;
  /** Least score of a finding. Default: 4. */
  readonly threshold?: number;
}

/**
 * Finds the listings whose price does not fit: outside the 90 % interval of the expected price, and further from it than
 * `threshold` times the usual difference of cars of that kind. Every listing gives at most one finding. Highest score
 * first, ties by id. Listings without a price, and prices in another currency than the valuation's, are not judged.
 */
export function detectAnomalies(
  candidates: readonly PricedListing[],
  options: DetectAnomaliesOptions,
): readonly Anomaly[] {
  const threshold = options.threshold ?? SEVERITY_THRESHOLDS.low;
  const findings: Anomaly[] = [];
  for (const candidate of candidates) {
    const { price } = candidate.listing;
    if (price === null || !(price.amount > 0) || price.currency !== candidate.expected.market.currency) continue;
    const finding = judge(candidate, { price, threshold, asOf: options.asOf });
    if (finding !== null) findings.push(finding);
  }
  return findings.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function judge(
  { listing, expected }: PricedListing,
  options: { readonly price: Price; readonly threshold: number; readonly asOf: IsoDate },
): Anomaly | null {
  const { price } = options;
  const widest = expected.intervals.reduce((wide, next) => (next.confidenceLevel > wide.confidenceLevel ? next : wide));
  if (price.amount >= widest.lower && price.amount <= widest.upper) return null;
  const logDeviation = Math.log(price.amount / expected.amount);
  const score = Math.abs(logDeviation) / expected.logSpread;
  const severity = score >= options.threshold ? (severityOf(score) ?? 'low') : null;
  if (severity === null) return null;

  const faults = dataFaults(listing, options.asOf).filter(({ field }) => field !== 'vin');
  const slip = findPriceSlip({ logDeviation, logSpread: expected.logSpread });
  const cause: SuspectedCause = { slip, faults };
  const type: AnomalyType =
    slip !== null || faults.length > 0 ? 'data_quality' : logDeviation < 0 ? 'undervalued' : 'overvalued';
  const figures = {
    price,
    expectedPrice: expected.amount,
    expectedLow: widest.lower,
    expectedHigh: widest.upper,
    deviation: (price.amount - expected.amount) / expected.amount,
    score,
  };
  return {
    id: deterministicUuid(`anomaly ${listing.id} ${type}`),
    listingId: listing.id,
    listingTitle: listing.title,
    segment: expected.segment,
    type,
    severity,
    ...figures,
    contributingFactors: contributingFactors(logDeviation, { logSpread: expected.logSpread, cause }),
    explanation: explainAnomaly(figures, cause),
    detectedOn: options.asOf,
    status: 'active',
    resolvedOn: null,
    resolutionNote: null,
    synthetic: listing.synthetic,
  };
}
