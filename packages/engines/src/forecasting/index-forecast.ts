import type { IsoMonth } from '../market/calendar.ts';
import type { Interval } from '../market/interval.ts';
import type { SegmentId } from '../market/segment.ts';

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
  readonly backtest: {
    readonly originCount: number;
    readonly meanAbsoluteError: number;
    readonly naiveMeanAbsoluteError: number;
  };
  /** True where the method beat the last value on the rolling origins. */
  readonly hasSkill: boolean;
}
