import type { IsoDate } from './calendar.ts';
import type { SegmentId } from './segment.ts';

/** A lasting movement of a market, told on the day that gave it away and never again. */
export interface MarketEvent {
  /** Prices of like cars, sales a week, or the share of a segment among the sales of the one above it. */
  readonly series: 'index' | 'volume' | 'mix';
  readonly segment: SegmentId;
  readonly direction: 'up' | 'down';
  /** First day of the week or month in which it began. */
  readonly startedOn: IsoDate;
  /** Last day of the week or month that gave it away. */
  readonly detectedOn: IsoDate;
  /** Sales a week, or a share of sales; 100 for an index when the event began. */
  readonly levelBefore: number;
  readonly levelSince: number;
}
