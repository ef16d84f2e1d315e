import { dayNumber, type IsoDate } from '../market/calendar.ts';
import type { DistanceUnit } from '../market/listing.ts';
import type { Body, Transmission } from '../market/vehicle.ts';
import type { Random } from '../statistics/random.ts';
import { typicalMileage } from './depreciation.ts';
import type { MarketPreset } from './market-preset.ts';
import { type OptionPlan, optionsFor } from './option-plan.ts';
import type { SegmentPlan } from './segment-plan.ts';
import { inventVehicleIdentification } from './vehicle-identification.ts';

/** One car as it truly is. */
export interface SyntheticCar {
  readonly plan: SegmentPlan;
  readonly modelYear: number;
  readonly miles: number;
  readonly condition: number;
  readonly options: readonly OptionPlan[];
  readonly body: Body;
  readonly transmission: Transmission;
  readonly color: string;
  readonly region: string;
  readonly sellerType: string;
  readonly vin: string;
  readonly odometerUnit: DistanceUnit;
}

/** Share of each basic colour and its effect on the log price. */
export const COLORS: Readonly<Record<string, { readonly share: number; readonly logEffect: number }>> = {
  black: { share: 25, logEffect: 0.004 },
  silver: { share: 17, logEffect: 0 },
  white: { share: 17, logEffect: 0.004 },
  gray: { share: 14, logEffect: 0.006 },
  blue: { share: 11, logEffect: 0.012 },
  red: { share: 9, logEffect: 0.006 },
  green: { share: 3, logEffect: 0.022 },
  yellow: { share: 2, logEffect: 0.014 },
  orange: { share: 1, logEffect: 0.012 },
  brown: { share: 1, logEffect: -0.018 },
};

const REGIONS = ['ca', 'fl', 'tx', 'ny', 'nj', 'il', 'wa', 'ga', 'co', 'pa', 'va', 'az', 'nc', 'ma', 'or'] as const;
const REGION_WEIGHTS = [24, 14, 11, 8, 6, 6, 5, 5, 4, 4, 3, 3, 3, 2, 2];

/** Years from the October in which a model year comes to the dealers to a day; never below 0. */
export function ageOn(modelYear: number, day: IsoDate): number {
  const introduced = dayNumber(`${String(modelYear - 1)}-10-01`);
  return Math.max(0, (dayNumber(day) - introduced) / 365.25);
}

/** Model years of a segment that are on the road on a day: a model year is sold from October of the year before. */
export function modelYearsOn(plan: SegmentPlan, day: IsoDate): readonly number[] {
  const [first, last] = plan.modelYears;
  const newest = Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) >= 10 ? 1 : 0);
  return Array.from({ length: Math.max(0, Math.min(last, newest) - first + 1) }, (_, index) => first + index);
}

/** Draws a car of a segment as it is on a day. The segment must have a model year by then. */
export function drawCar(
  plan: SegmentPlan,
  options: { readonly preset: MarketPreset; readonly random: Random; readonly day: IsoDate },
): SyntheticCar {
  const { preset, random, day } = options;
  const modelYear = random.choice(modelYearsOn(plan, day));
  const use = random.normal();
  const typical = typicalMileage(plan.vehicleClass, ageOn(modelYear, day));
  const miles = Math.round(Math.min(280_000, 40 + typical * Math.exp(0.5 * use)));
  const condition = Math.min(5, Math.max(1, Math.round(3.4 - 0.25 * use + 0.8 * random.normal())));
  const bodies = Object.entries(plan.bodies) as [Body, number][];
  const logitShift = preset.optionConditionLogit * (condition - 3);
  const colors = Object.keys(COLORS);
  return {
    plan,
    modelYear,
    miles,
    condition,
    options: optionsFor({ vehicleClass: plan.vehicleClass, modelYear }).filter(
      (option) => random.uniform() < shiftShare(option.share, logitShift),
    ),
    body: random.choice(
      bodies.map(([body]) => body),
      bodies.map(([, share]) => share),
    ),
    transmission: random.uniform() < plan.manualShare ? 'manual' : 'automatic',
    color: random.choice(
      colors,
      colors.map((color) => COLORS[color]?.share ?? 0),
    ),
    region: random.choice(REGIONS, REGION_WEIGHTS),
    sellerType: random.uniform() < 0.45 ? 'dealer' : 'private',
    vin: inventVehicleIdentification(random, { modelYear, isSuv: plan.bodies.suv !== undefined }),
    odometerUnit: random.uniform() < preset.kilometreShare ? 'km' : 'mi',
  };
}

function shiftShare(share: number, logitShift: number): number {
  const odds = (share / (1 - share)) * Math.exp(logitShift);
  return odds / (1 + odds);
}
