import type { IsoDate } from '../calendar.ts';
import type { MarketIndex } from '../market-index.ts';
import type { MarketScope } from '../price.ts';
import type { SegmentId } from '../segment.ts';

/**
 * Keeps the index of every segment as it was computed on each day.
 *
 * *Duplicate*: saving a segment and day again replaces it. *Missing*: `latest` answers `null`. *Concurrent*: the last
 * writer of a segment and day wins, whole.
 */
export interface MarketIndexStore {
  save(batch: { readonly asOf: IsoDate; readonly indices: readonly MarketIndex[] }): Promise<void>;
  /** The index of a segment as computed last on or before `asOf`. */
  latest(query: {
    readonly market: MarketScope;
    readonly segment: SegmentId;
    readonly asOf: IsoDate;
  }): Promise<{ readonly asOf: IsoDate; readonly index: MarketIndex } | null>;
  /** Segments that have an index on or before `asOf`, ordered. */
  segments(query: { readonly market: MarketScope; readonly asOf: IsoDate }): Promise<readonly SegmentId[]>;
}
