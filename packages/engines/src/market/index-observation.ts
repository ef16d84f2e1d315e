import type { IsoMonth } from './calendar.ts';
import type { SegmentId } from './segment.ts';

/** What one sale says about the market level: its price beyond what the car itself explains. */
export interface IndexObservation {
  /** From the make to the most specific segment of the car. */
  readonly segments: readonly SegmentId[];
  readonly month: IsoMonth;
  readonly price: number;
  /** log(price) minus the log value of the car at a fixed market level. */
  readonly logLevel: number;
  /**
   * Variance of the drift of the level in a year that the age of the cars leaves open, log scale. The same for all sales
   * of a model; absent where nothing was learned about it.
   */
  readonly driftVariance?: number;
}
