import type { Listing } from '../../market/listing.ts';

/** What kind of trust an issue costs. */
export type QualityDimension =
  | 'completeness'
  | 'validity'
  | 'uniqueness'
  | 'freshness'
  | 'volume'
  | 'drift'
  | 'consistency';

/** One kind of fault, with how many rows have it. */
export interface QualityIssue {
  readonly dimension: QualityDimension;
  /** Stable, such as `mileage_goes_down`. */
  readonly code: string;
  /** The field it is about; `null` for the rows as a whole. */
  readonly field: string | null;
  /** Rows that have it; for an issue of the rows as a whole all of them. */
  readonly count: number;
  /** The first rows that have it. */
  readonly exampleListingIds: readonly string[];
  /** One sentence for people. */
  readonly message: string;
}

/** A fault that a check found in a row. */
export interface RowFinding {
  readonly dimension: QualityDimension;
  readonly code: string;
  readonly field: string;
  readonly message: string;
  readonly listing: Listing;
}
