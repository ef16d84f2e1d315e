import type { IsoMonth } from './calendar.ts';
import type { MarketScope } from './price.ts';
import type { SegmentId } from './segment.ts';

/** One month of a price index from which the mix of cars sold has been taken out. */
export interface MarketIndexPoint {
  readonly month: IsoMonth;
  /** Price level, 100 in the base month. */
  readonly level: number;
  /** Bounds of the 90 % band of the level. */
  readonly lower90: number;
  readonly upper90: number;
  /** Sales of the month in the segment. 0 where the month is carried by the parent segment. */
  readonly saleCount: number;
  /** Median price of the month's sales as they were, `null` without a sale. Moves with the mix: never shown alone. */
  readonly rawMedian: number | null;
  /**
   * Level as the sales up to the end of this month gave it, on the same scale. `level` knows the months after it too, so
   * that a backtest has to read this one. Absent where it was not kept.
   */
  readonly realTimeLevel?: number;
  /**
   * Level by this segment's own sales of this month alone, on the same scale; absent in a month without a sale. Noisy, but
   * the one to compare segments by: pooled levels borrow from the same parent and move together by construction.
   */
  readonly unpooledLevel?: number;
}

/** The mix-adjusted monthly index of one segment as computed on one day. */
export interface MarketIndex {
  readonly market: MarketScope;
  readonly segment: SegmentId;
  /** Consecutive months, oldest first, without a gap. */
  readonly points: readonly MarketIndexPoint[];
}
