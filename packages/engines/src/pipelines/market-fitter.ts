import type { Verdict } from '../anomalies/severity/learn-verdicts.ts';
import type { Anomaly } from '../market/anomaly.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { Listing, Sale } from '../market/listing.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { MarketScope } from '../market/price.ts';
import type { PredictedMarket } from './predict-market.ts';

/** Everything the analysis of one market on one day reads: plain data that can be sent to another thread. */
export interface MarketFitRequest {
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  readonly sales: readonly Sale[];
  /** Offers that run on `asOf`. Where there is none, the newest sales are scored as if they had not been seen. */
  readonly activeListings: readonly Listing[];
  /** Offers that ended lately without a sale: an offer that repeats one of them is a car offered again. Default: none. */
  readonly endedOffers?: readonly Listing[];
  /** Verdicts of people on earlier findings: severities follow them. Default: none. */
  readonly verdicts?: readonly Verdict[];
}

/** Which rows were scored, and how many got no score, counted by reason. */
export interface ScoringCounts {
  readonly candidates: 'active_listings' | 'recent_sales';
  readonly scored: number;
  readonly refused: Readonly<Record<string, number>>;
}

/** The analysis of one market on one day, as plain JSON. */
export interface FittedMarket extends PredictedMarket {
  readonly status: 'ok';
  readonly market: MarketScope;
  readonly asOf: IsoDate;
  readonly saleCount: number;
  /** Payload of the valuation; `valuationFromPayload` reads it. */
  readonly valuation: unknown;
  readonly valuationVersion: string;
  /** Payload of what the market taught about odd prices; `anomalyJudgeFromPayload` reads it. */
  readonly judge: unknown;
  /** Sales that the fit left out, by reason. */
  readonly exclusions: Readonly<Record<string, number>>;
  readonly anomalies: readonly Anomaly[];
  readonly scoring: ScoringCounts;
  /** True where any of the sales is generated. */
  readonly synthetic: boolean;
}

/**
 * Computes the analysis of one market. The default works in the calling thread; an app hands over one that works in a
 * worker thread, so that a server goes on answering. Equal requests give equal answers.
 */
export type MarketFitter = (request: MarketFitRequest) => Promise<FittedMarket | NotEnoughData>;
