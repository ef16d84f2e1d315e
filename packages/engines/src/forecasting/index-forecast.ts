import type { IsoMonth } from '../market/calendar.ts';
import type { Interval } from '../market/interval.ts';
import type { SegmentId } from '../market/segment.ts';

/** What one sale says about the market level: its price beyond what the car itself explains. */
export interface IndexObservation {
  /** From the make to the most specific segment of the car. */
  readonly segments: readonly SegmentId[];
  readonly month: IsoMonth;
  readonly price: number;
  /** log(price) minus the log value of the car at a fixed market level. */
  readonly logLevel: number;
}

/** One step of a forecast path as growth against the last month of the index (1 is no change). */
export interface IndexForecastStep {
  readonly monthsAhead: number;
  readonly month: IsoMonth;
  readonly growth: number;
  /** 50, 80 and 90 % intervals of the growth, calibrated on rolling origins. */
  readonly intervals: readonly Interval[];
}

export interface IndexForecast {
  readonly status: 'ok';
  readonly segment: SegmentId;
  readonly originMonth: IsoMonth;
  readonly method: string;
  /** One step a month, from 1 to the largest horizon asked for. */
  readonly steps: readonly IndexForecastStep[];
  /** Mean absolute log error of the method and of the last value on the same rolling origins. */
  readonly backtest: { readonly originCount: number; readonly meanAbsoluteError: number; readonly naiveMeanAbsoluteError: number };
  /** True where the method beat the last value on the rolling origins. */
  readonly hasSkill: boolean;
}
