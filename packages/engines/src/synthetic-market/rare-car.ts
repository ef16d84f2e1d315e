import type { Random } from '../statistics/random.ts';
import { optionsFor } from './option-plan.ts';
import type { SyntheticCar } from './synthetic-car.ts';

/** The car with two or three options that almost nobody ordered. */
export function addRareOptions(car: SyntheticCar, random: Random): SyntheticCar {
  const possible = optionsFor({ vehicleClass: car.plan.vehicleClass, modelYear: car.modelYear });
  const rare = random
    .shuffle(possible.filter((option) => option.rare && !car.options.includes(option)))
    .slice(0, 2 + random.integer(2));
  return { ...car, options: possible.filter((option) => car.options.includes(option) || rare.includes(option)) };
}
