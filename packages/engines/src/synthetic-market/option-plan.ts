import type { VehicleClass } from './vehicle-class.ts';

/** One factory option with what it truly adds to a price. */
export interface OptionPlan {
  readonly code: string;
  /** As a seller writes it. */
  readonly name: string;
  /** True effect on the log of the price. */
  readonly logValue: number;
  /** Share of cars of average condition that have it, among those that can. */
  readonly share: number;
  /** First model year that could be ordered with it. */
  readonly fromModelYear: number;
  readonly toModelYear: number;
  readonly classes: readonly VehicleClass[];
  /** True for options that almost nobody ordered: several of them on one car make a rare car. */
  readonly rare: boolean;
}

const ROAD = ['daily', 'sports', 'collector'] as const;
const SPORTS = ['sports', 'collector'] as const;
const DAILY = ['daily'] as const;
const CLASSIC = ['classic'] as const;

type OptionRow = readonly [
  code: string,
  name: string,
  logValue: number,
  share: number,
  modelYears: readonly [number, number],
  classes: readonly VehicleClass[],
];

const ROWS: readonly OptionRow[] = [
  ['pccb', 'Porsche Ceramic Composite Brakes (PCCB)', 0.05, 0.16, [2005, 2026], SPORTS],
  ['sport-chrono', 'Sport Chrono Package', 0.032, 0.52, [2005, 2026], ROAD],
  ['sport-exhaust', 'Sport Exhaust System', 0.024, 0.42, [2005, 2026], SPORTS],
  ['front-axle-lift', 'Front Axle Lift', 0.028, 0.3, [2010, 2026], SPORTS],
  ['bucket-seats', 'Full Bucket Seats', 0.04, 0.2, [2004, 2026], SPORTS],
  ['carbon-roof', 'Carbon Fiber Roof', 0.022, 0.08, [2014, 2026], SPORTS],
  ['adaptive-seats', 'Adaptive Sport Seats Plus, 18-Way', 0.014, 0.34, [2010, 2026], ROAD],
  ['rear-axle-steering', 'Rear Axle Steering', 0.018, 0.2, [2014, 2026], ROAD],
  ['dynamic-lights', 'Dynamic Light System Plus (PDLS+)', 0.012, 0.5, [2013, 2026], ROAD],
  ['burmester', 'Burmester Surround Sound', 0.016, 0.2, [2011, 2026], ROAD],
  ['bose', 'BOSE Surround Sound', 0.007, 0.46, [2003, 2026], ROAD],
  ['air-suspension', 'Adaptive Air Suspension', 0.03, 0.38, [2015, 2026], DAILY],
  ['panoramic-roof', 'Panoramic Roof', 0.015, 0.6, [2015, 2026], DAILY],
  ['premium-package', 'Premium Package Plus', 0.02, 0.5, [2015, 2026], DAILY],
  ['limited-slip', 'Limited-Slip Differential', 0.035, 0.25, [1964, 1998], CLASSIC],
  ['sport-seats', 'Sport Seats', 0.02, 0.4, [1964, 2012], ['classic', 'sports']],
  ['books-and-tools', 'Original Books and Tool Kit', 0.03, 0.45, [1964, 1998], CLASSIC],
  ['sunroof', 'Electric Sunroof', -0.012, 0.45, [1974, 1998], CLASSIC],
];

const RARE_ROWS: readonly OptionRow[] = [
  ['paint-to-sample', 'Paint to Sample', 0.08, 0.015, [1964, 2026], ['daily', 'sports', 'collector', 'classic']],
  ['special-wishes', 'Special Wishes Interior', 0.06, 0.01, [1964, 2026], ['daily', 'sports', 'collector', 'classic']],
  ['factory-roll-cage', 'Factory Half Cage', 0.03, 0.012, [1990, 2026], ['sports', 'collector', 'classic']],
  ['magnesium-wheels', 'Magnesium Wheels', 0.06, 0.015, [2014, 2026], SPORTS],
  ['powerkit', 'Factory Powerkit', 0.05, 0.012, [1990, 2026], ROAD],
];

const toPlan =
  (rare: boolean) =>
  ([code, name, logValue, share, [fromModelYear, toModelYear], classes]: OptionRow): OptionPlan => ({
    code,
    name,
    logValue,
    share,
    fromModelYear,
    toModelYear,
    classes,
    rare,
  });

/** Every option of the generated market. Part of the frozen `hard` preset. */
export const OPTION_PLANS: readonly OptionPlan[] = [...ROWS.map(toPlan(false)), ...RARE_ROWS.map(toPlan(true))];

/** Options that a car of this class and model year could be ordered with. */
export function optionsFor(car: {
  readonly vehicleClass: VehicleClass;
  readonly modelYear: number;
}): readonly OptionPlan[] {
  return OPTION_PLANS.filter(
    (plan) =>
      plan.classes.includes(car.vehicleClass) &&
      car.modelYear >= plan.fromModelYear &&
      car.modelYear <= plan.toModelYear,
  );
}
