import type { IsoDate } from '../../market/calendar.ts';
import type { Interval } from '../../market/interval.ts';
import type { NotEnoughData } from '../../market/not-enough-data.ts';
import type { CarFacts } from '../valuation.ts';

/** The value of one car by somebody who has read a guide, whole currency units. */
export interface GuidedValue {
  readonly status: 'ok';
  readonly valuedOn: IsoDate;
  readonly amount: number;
  /** 50, 80 and 90 %, conformal: calibrated on sales that the fit had not seen. */
  readonly intervals: readonly Interval[];
  readonly guidePrice: number;
  /** What the facts of the car say without the guide. */
  readonly unguidedAmount: number;
  /** log(amount / guide price): above 0 where the guide is too low for this car. */
  readonly logCorrection: number;
}

/** A valuation that corrects a guide price. A product of its own: its answers are never scored as the plain valuation's. */
export interface GuidedValuation {
  readonly asOf: IsoDate;
  readonly version: string;
  /** Sales with a guide price that it was learnt from. */
  readonly saleCount: number;
  /** Refuses where the plain valuation does, and a guide price that is no positive number. */
  value(
    car: CarFacts,
    options: { readonly guidePrice: number; readonly valuedOn?: IsoDate; readonly evenIfThin?: boolean },
  ): GuidedValue | NotEnoughData;
  /** Plain JSON that `guidedValuationFromPayload` turns back into an equal model. */
  toPayload(): unknown;
}
