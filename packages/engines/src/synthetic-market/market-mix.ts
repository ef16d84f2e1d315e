import { firstDayOf, type IsoMonth } from '../market/calendar.ts';
import { segmentWeight } from './index-path.ts';
import type { MarketPreset } from './market-preset.ts';
import { seasonWave } from './season.ts';
import type { SegmentPlan } from './segment-plan.ts';
import { modelYearsOn } from './synthetic-car.ts';

/** The segments that are sold in a month, with their relative numbers of sales. */
export interface MonthMix {
  readonly plans: readonly SegmentPlan[];
  readonly weights: readonly number[];
}

/**
 * The mix of cars sold, by month: in spring more sports cars change hands, in autumn more saloons and SUVs. Each month is
 * worked out once.
 */
export function marketMix(preset: MarketPreset): (month: IsoMonth) => MonthMix {
  const mixes = new Map<IsoMonth, MonthMix>();
  return (month) => {
    const known = mixes.get(month);
    if (known !== undefined) return known;
    const wave = preset.mixSeasonAmplitude * seasonWave(month);
    const plans = preset.segments.filter((plan) => modelYearsOn(plan, firstDayOf(month)).length > 0);
    const weights = plans.map(
      (plan) => segmentWeight(preset, plan) * (plan.vehicleClass === 'daily' ? 1 - wave : 1 + wave),
    );
    const mix = { plans, weights };
    mixes.set(month, mix);
    return mix;
  };
}
