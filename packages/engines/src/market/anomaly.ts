import type { IsoDate } from './calendar.ts';
import type { Price } from './price.ts';

export type AnomalyType = 'undervalued' | 'overvalued' | 'unusual_options' | 'data_quality';
/** Why a listing stands out. `bad_row` is a row that cannot be true in another way than the ones with a name. */
export type AnomalyCause =
  | 'bargain'
  /** Cheap for a reason that its own text gives. */
  | 'stated_flaw'
  | 'overpriced'
  | 'scam'
  | 'typo'
  | 'miles_as_kilometres'
  | 'wrong_currency'
  | 'rare_car'
  | 'stale_listing'
  | 'duplicate'
  | 'relisted'
  | 'bad_row';
export type AnomalySeverity = 'low' | 'medium' | 'high' | 'critical';
export type AnomalyStatus = 'active' | 'resolved' | 'false_positive';

/** One reason why a listing stands out, with its share of the deviation. */
export interface ContributingFactor {
  readonly name: string;
  readonly description: string;
  /** Effect on the log of the price; the factors of one anomaly sum to its log deviation. */
  readonly logEffect: number;
}

/** A listing whose price does not fit the market of its day. */
export interface Anomaly {
  /** UUID made from the listing and the type: the same finding on a later day is the same anomaly. */
  readonly id: string;
  readonly listingId: string;
  readonly listingTitle: string;
  readonly segment: string;
  readonly type: AnomalyType;
  readonly cause: AnomalyCause;
  readonly severity: AnomalySeverity;
  /** That a person who looks at it confirms it, from 0 to 1; the severity is read from it. */
  readonly confirmationProbability: number;
  readonly price: Price;
  readonly expectedPrice: number;
  /** The 90 % interval of the expected price. */
  readonly expectedLow: number;
  readonly expectedHigh: number;
  /** (price - expected) / expected, as a share: -0.25 is a quarter below. */
  readonly deviation: number;
  /** How rare such a price is on such a car, counted in typical residuals: half of ordinary cars score below 1. */
  readonly score: number;
  readonly contributingFactors: readonly ContributingFactor[];
  readonly explanation: string;
  readonly detectedOn: IsoDate;
  readonly status: AnomalyStatus;
  readonly resolvedOn: IsoDate | null;
  readonly resolutionNote: string | null;
  readonly synthetic: boolean;
}
