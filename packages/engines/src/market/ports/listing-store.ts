import type { Listing } from '../listing.ts';

export interface UpsertCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Where a scan stands: everything up to it has been seen. Opaque text, ordered only by the store. */
export type ScanCursor = string;

/**
 * Keeps listings by their id.
 *
 * *Duplicate*: an id that exists is updated when any field differs and counted as unchanged otherwise; within one batch
 * the last row of an id wins and is counted once. *Concurrent*: two writers of one id leave one of the two rows whole, never a mixture.
 * *Missing*: `byId` answers `null`.
 */
export interface ListingStore {
  /** Writes a batch, all or nothing. */
  upsert(listings: readonly Listing[]): Promise<UpsertCounts>;
  byId(id: string): Promise<Listing | null>;
  count(): Promise<number>;
  /**
   * Listings inserted or updated after the cursor, oldest change first, at most `limit`. An absent cursor starts at the
   * first row. `next` equals the given cursor where nothing is new, so that a scan can be repeated for ever.
   */
  changedSince(query: {
    readonly cursor?: ScanCursor;
    readonly limit: number;
  }): Promise<{ readonly listings: readonly Listing[]; readonly next: ScanCursor | undefined }>;
}
