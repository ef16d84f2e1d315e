import { type IsoDate, monthOf } from '../market/calendar.ts';
import { segmentOf } from '../market/segment.ts';
import type { Body } from '../market/vehicle.ts';
import { depreciationEffect, mileageEffect, typicalMileage } from './depreciation.ts';
import type { MarketPreset } from './market-preset.ts';
import type { MarketTruth, ValueParts } from './market-truth.ts';
import { optionsFor } from './option-plan.ts';
import type { SegmentPlan } from './segment-plan.ts';
import { ageOn, COLORS, type SyntheticCar } from './synthetic-car.ts';
import { VEHICLE_CLASSES } from './vehicle-class.ts';

const BODY_EFFECTS: Readonly<Partial<Record<Body, number>>> = { cabriolet: -0.03, targa: 0.015 };

/** The mean grade of the cars drawn. */
const TYPICAL_CONDITION = 3.4;

/** The day on which the prices of the segment tables hold. */
const PRICE_TABLE_DAY = '2024-07-01';

/** The parts of the true log value of a car on a day. */
export function valueParts(
  car: SyntheticCar,
  options: {
    readonly preset: MarketPreset;
    readonly truth: Pick<MarketTruth, 'indices' | 'seasonalFactors'>;
    readonly day: IsoDate;
    readonly asked: boolean;
  },
): ValueParts {
  const { preset, truth, day } = options;
  const { vehicleClass } = car.plan;
  const month = monthOf(day);
  const path = truth.indices.get(segmentOf({ make: 'Porsche', ...car.plan })) ?? [];
  return {
    base: baseLogPrice(car.plan, preset),
    age: depreciationEffect(vehicleClass, ageOn(car.modelYear, day)),
    mileage: mileageEffect(vehicleClass, car.miles),
    condition: preset.conditionValue * (car.condition - 3),
    options: car.options.reduce((sum, option) => sum + option.logValue, 0),
    body: BODY_EFFECTS[car.body] ?? 0,
    transmission: car.transmission === 'manual' ? VEHICLE_CLASSES[vehicleClass].manualPremium : 0,
    color: COLORS[car.color]?.logEffect ?? 0,
    index: path.find((point) => point.month === month)?.logLevel ?? 0,
    season: truth.seasonalFactors[Number(month.slice(5, 7)) - 1] ?? 0,
    ask: options.asked ? preset.askPremium : 0,
  };
}

/** The sum of all parts. */
export function logValueOf(parts: ValueParts): number {
  return Object.values<number>({ ...parts }).reduce((sum, part) => sum + part, 0);
}

/** Log price of the segment's car when new, so that its typical car in mid-2024 costs what the table says. */
function baseLogPrice(plan: SegmentPlan, preset: MarketPreset): number {
  const { vehicleClass, manualShare } = plan;
  const middleYear = Math.round((plan.modelYears[0] + plan.modelYears[1]) / 2);
  const age = ageOn(middleYear, PRICE_TABLE_DAY);
  const miles = typicalMileage(vehicleClass, age);
  const typicalOptions = optionsFor({ vehicleClass, modelYear: middleYear }).reduce(
    (sum, option) => sum + option.share * option.logValue,
    0,
  );
  return (
    Math.log(plan.price) -
    depreciationEffect(vehicleClass, age) -
    mileageEffect(vehicleClass, miles) -
    typicalOptions -
    manualShare * VEHICLE_CLASSES[vehicleClass].manualPremium -
    preset.conditionValue * (TYPICAL_CONDITION - 3)
  );
}
