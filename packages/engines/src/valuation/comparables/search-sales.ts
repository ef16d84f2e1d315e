import type { ModelSales } from './model-sales.ts';
import {
  ADJUSTMENT_VARIANCE,
  BODY_VARIANCE,
  GENERATION_VARIANCE,
  TRANSMISSION_VARIANCE,
  TRIM_VARIANCE,
  YEAR_VARIANCE,
} from './difference-variance.ts';

/** A car in the terms of the columns it is looked for in. */
export interface SearchedCar {
  /** Log effects in the order of the columns. */
  readonly effects: Float64Array;
  /** 1 for a column that counts for this car, 0 for one that says nothing of it. */
  readonly counted: readonly number[];
  readonly day: number;
  readonly generation: number;
  readonly trim: number;
  readonly body: number;
  readonly transmission: number;
}

export interface FoundSale {
  readonly row: number;
  readonly variance: number;
}

const DAYS_PER_YEAR = 365.25;

/**
 * The rows with the smallest variance of what they say about the car, smallest first; of two equal ones the newer. The
 * variance is that of the difference of the two values plus the noise of the sale itself: a distance along the curves
 * and effects of the model, the time between, and the level at which the segments part. Later sales are not read.
 */
export function searchSales(
  sales: ModelSales,
  options: { readonly car: SearchedCar; readonly count: number; readonly isAllowed: (row: number) => boolean },
): readonly FoundSale[] {
  const { car, count, isAllowed } = options;
  const { effects, days, noise, generations, trims, bodies, transmissions } = sales;
  const width = sales.names.length;
  const found: FoundSale[] = [];
  let limit = Number.POSITIVE_INFINITY;
  for (let row = sales.sales.length - 1; row >= 0; row--) {
    const days0 = car.day - days[row]!;
    if (days0 < 0) continue;
    let variance = noise[row]! + (YEAR_VARIANCE * days0) / DAYS_PER_YEAR;
    if (generations[row] !== car.generation) variance += GENERATION_VARIANCE;
    if (trims[row] !== car.trim) variance += TRIM_VARIANCE;
    if (bodies[row] !== car.body) variance += BODY_VARIANCE;
    if (transmissions[row] !== car.transmission) variance += TRANSMISSION_VARIANCE;
    if (variance >= limit) continue;
    for (let column = 0, at = row * width; column < width; column++, at++) {
      const difference = (car.effects[column]! - effects[at]!) * car.counted[column]!;
      variance += ADJUSTMENT_VARIANCE * difference * difference;
    }
    if (variance >= limit || !isAllowed(row)) continue;
    let place = found.length;
    while (place > 0 && found[place - 1]!.variance > variance) place--;
    found.splice(place, 0, { row, variance });
    if (found.length > count) found.pop();
    if (found.length === count) limit = found[count - 1]!.variance;
  }
  return found;
}
