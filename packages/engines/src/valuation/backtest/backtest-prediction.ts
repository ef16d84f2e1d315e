import type { IsoDate } from '../../market/calendar.ts';
import type { Interval } from '../../market/interval.ts';
import type { NaiveValues } from './naive-valuations.ts';

/** A value as a backtest reads it: the point and the 50, 80 and 90 % intervals. */
export interface BacktestAnswer {
  readonly amount: number;
  readonly intervals: readonly Interval[];
}

/** One test row beside what was said of it. */
export interface BacktestPrediction {
  readonly row: number;
  readonly day: IsoDate | null;
  readonly actual: number;
  /** For comparison; the answer has read it only where the backtest was told to. */
  readonly guidePrice: number | null;
  readonly naive: NaiveValues;
  /** `null` where the row was refused. */
  readonly answer: BacktestAnswer | null;
}
