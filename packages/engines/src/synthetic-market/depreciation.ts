import { VEHICLE_CLASSES, type VehicleClass } from './vehicle-class.ts';

/** The mileage at which the mileage effect is zero. */
export const REFERENCE_MILEAGE = 30_000;

/** Keeps the effect of the first few thousand miles finite. */
const MILEAGE_OFFSET = 8_000;

/** Effect of age on the log price at a fixed mileage: 0 when new, falling ever more slowly. */
export function depreciationEffect(vehicleClass: VehicleClass, ageYears: number): number {
  const plan = VEHICLE_CLASSES[vehicleClass];
  const age = Math.max(0, ageYears);
  return plan.initialDepreciation * plan.depreciationYears * (1 - Math.exp(-age / plan.depreciationYears));
}

/** Effect of the true mileage (miles) on the log price: 0 at `REFERENCE_MILEAGE`. */
export function mileageEffect(vehicleClass: VehicleClass, miles: number): number {
  const ratio = (miles + MILEAGE_OFFSET) / (REFERENCE_MILEAGE + MILEAGE_OFFSET);
  return VEHICLE_CLASSES[vehicleClass].mileageElasticity * Math.log(ratio);
}

/** Miles a typical car of the class has run at an age: cars are driven less every year. */
export function typicalMileage(vehicleClass: VehicleClass, ageYears: number): number {
  const fadeYears = 14;
  const usedYears = fadeYears * (1 - Math.exp(-Math.max(0.1, ageYears) / fadeYears));
  return VEHICLE_CLASSES[vehicleClass].milesPerYear * usedYears;
}
