import type { Generated } from 'kysely';

/** Fitted models, one row a kind, market, version and day. */
export interface FittedModelsTable {
  readonly kind: string;
  readonly market: string;
  readonly version: string;
  readonly as_of: string;
  readonly data_hash: string;
  /** As JSON text on the way in; kept byte for byte, never queried inside. */
  readonly payload: unknown;
  readonly created_at: Generated<Date>;
}

/** The index of every segment as it was computed on each day. */
export interface MarketIndicesTable {
  readonly price_kind: string;
  readonly currency: string;
  readonly segment: string;
  readonly as_of: string;
  readonly points: unknown;
  readonly created_at: Generated<Date>;
}

/** Steps of runs that are done. */
export interface RunStepsTable {
  readonly run: string;
  readonly as_of: string;
  readonly step: string;
  readonly input_hash: string;
  readonly summary: unknown;
  readonly duration_ms: number;
  readonly completed_at: Generated<Date>;
}
