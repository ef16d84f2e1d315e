import type { Generated, GeneratedAlways } from 'kysely';

/** One row a finding about a listing, with the verdict of a person on it. */
export interface MarketAnomaliesTable {
  readonly id: string;
  readonly listing_id: string;
  readonly market_insight_id: string | null;
  readonly listing_title: string;
  readonly segment: string;
  readonly anomaly_type: string;
  readonly cause: string;
  readonly severity: string;
  readonly confirmation_probability: number;
  readonly expected_price: number;
  readonly expected_price_range_min: number;
  readonly expected_price_range_max: number;
  readonly actual_price: number;
  readonly price_kind: string;
  readonly currency: string;
  readonly deviation: number;
  /** For people. */
  readonly deviation_percentage: GeneratedAlways<number>;
  readonly score: number;
  readonly explanation: string;
  readonly contributing_factors: unknown;
  /** The stated coverage of the expected range. */
  readonly confidence_score: Generated<number>;
  readonly detected_on: string;
  readonly status: string;
  readonly resolved_on: string | null;
  readonly resolution_note: string | null;
  readonly synthetic: boolean;
  readonly created_at: Generated<Date>;
}
