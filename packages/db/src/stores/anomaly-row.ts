import type {
  Anomaly,
  AnomalyCause,
  AnomalySeverity,
  AnomalyStatus,
  AnomalyType,
  ContributingFactor,
  PriceKind,
} from '@pa/engines';
import type { ColumnTypes } from './recordset.ts';

/** The columns of `market_anomalies` that an anomaly fills. */
export interface AnomalyRow {
  readonly id: string;
  readonly listing_id: string;
  readonly listing_title: string;
  readonly segment: string;
  readonly anomaly_type: string;
  readonly cause: string;
  readonly severity: string;
  readonly confirmation_probability: number;
  readonly price_kind: string;
  readonly actual_price: number;
  readonly currency: string;
  readonly expected_price: number;
  readonly expected_price_range_min: number;
  readonly expected_price_range_max: number;
  readonly deviation: number;
  readonly score: number;
  readonly contributing_factors: readonly ContributingFactor[];
  readonly explanation: string;
  readonly detected_on: string;
  readonly status: string;
  readonly resolved_on: string | null;
  readonly resolution_note: string | null;
  readonly synthetic: boolean;
}

/** The columns of an anomaly with their types. */
export const ANOMALY_COLUMNS: ColumnTypes<AnomalyRow> = {
  id: 'uuid',
  listing_id: 'uuid',
  listing_title: 'text',
  segment: 'text',
  anomaly_type: 'text',
  cause: 'text',
  severity: 'text',
  confirmation_probability: 'double precision',
  price_kind: 'text',
  actual_price: 'numeric',
  currency: 'text',
  expected_price: 'numeric',
  expected_price_range_min: 'numeric',
  expected_price_range_max: 'numeric',
  deviation: 'double precision',
  score: 'double precision',
  contributing_factors: 'jsonb',
  explanation: 'text',
  detected_on: 'date',
  status: 'text',
  resolved_on: 'date',
  resolution_note: 'text',
  synthetic: 'boolean',
};

/** An anomaly as its row. */
export function toAnomalyRow(anomaly: Anomaly): AnomalyRow {
  return {
    id: anomaly.id,
    listing_id: anomaly.listingId,
    listing_title: anomaly.listingTitle,
    segment: anomaly.segment,
    anomaly_type: anomaly.type,
    cause: anomaly.cause,
    severity: anomaly.severity,
    confirmation_probability: anomaly.confirmationProbability,
    price_kind: anomaly.price.kind,
    actual_price: anomaly.price.amount,
    currency: anomaly.price.currency,
    expected_price: anomaly.expectedPrice,
    expected_price_range_min: anomaly.expectedLow,
    expected_price_range_max: anomaly.expectedHigh,
    deviation: anomaly.deviation,
    score: anomaly.score,
    contributing_factors: anomaly.contributingFactors,
    explanation: anomaly.explanation,
    detected_on: anomaly.detectedOn,
    status: anomaly.status,
    resolved_on: anomaly.resolvedOn,
    resolution_note: anomaly.resolutionNote,
    synthetic: anomaly.synthetic,
  };
}

/** A row as its anomaly. */
export function toAnomaly(row: AnomalyRow): Anomaly {
  return {
    id: row.id,
    listingId: row.listing_id,
    listingTitle: row.listing_title,
    segment: row.segment,
    type: row.anomaly_type as AnomalyType,
    cause: row.cause as AnomalyCause,
    severity: row.severity as AnomalySeverity,
    confirmationProbability: row.confirmation_probability,
    price: { kind: row.price_kind as PriceKind, amount: row.actual_price, currency: row.currency },
    expectedPrice: row.expected_price,
    expectedLow: row.expected_price_range_min,
    expectedHigh: row.expected_price_range_max,
    deviation: row.deviation,
    score: row.score,
    contributingFactors: row.contributing_factors,
    explanation: row.explanation,
    detectedOn: row.detected_on,
    status: row.status as AnomalyStatus,
    resolvedOn: row.resolved_on,
    resolutionNote: row.resolution_note,
    synthetic: row.synthetic,
  };
}
