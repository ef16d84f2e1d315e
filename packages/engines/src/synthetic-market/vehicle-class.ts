/**
 * How a car is used and collected. `daily`: saloons and SUVs. `sports`: sports cars in series. `collector`: GT cars and
 * limited series. `classic`: cars whose value no longer falls with age.
 */
export type VehicleClass = 'daily' | 'sports' | 'collector' | 'classic';

/** What a class does to the price and to the use of a car. All effects are on the log of the price. */
export interface VehicleClassPlan {
  /** Slope of the log price at age 0, per year. */
  readonly initialDepreciation: number;
  /** Years after which the slope has fallen to 1/e of the first. */
  readonly depreciationYears: number;
  /** Effect of doubling `mileage + 8000`, divided by log 2. Negative. */
  readonly mileageElasticity: number;
  /** Miles a typical owner drives in the first year; use falls off with age. */
  readonly milesPerYear: number;
  /** Premium of a manual gearbox over an automatic one. */
  readonly manualPremium: number;
}

export const VEHICLE_CLASSES: Readonly<Record<VehicleClass, VehicleClassPlan>> = {
  daily: {
    initialDepreciation: -0.15,
    depreciationYears: 10,
    mileageElasticity: -0.2,
    milesPerYear: 11_000,
    manualPremium: 0.02,
  },
  sports: {
    initialDepreciation: -0.085,
    depreciationYears: 9,
    mileageElasticity: -0.17,
    milesPerYear: 5_500,
    manualPremium: 0.07,
  },
  collector: {
    initialDepreciation: -0.03,
    depreciationYears: 4,
    mileageElasticity: -0.14,
    milesPerYear: 2_200,
    manualPremium: 0.1,
  },
  classic: {
    initialDepreciation: 0,
    depreciationYears: 1,
    mileageElasticity: -0.1,
    milesPerYear: 6_000,
    manualPremium: 0.08,
  },
};
