import type { IsoDate } from '../../market/calendar.ts';
import type { Interval } from '../../market/interval.ts';
import type { CarFacts, FittedValuation } from '../valuation.ts';

/** The value of a car at one odometer reading, in the unit of the car. */
export interface MileagePoint {
  readonly mileage: number;
  readonly amount: number;
  readonly intervals: readonly Interval[];
}

/** Values the same car at `count` readings (default 25) evenly from 0 to `upTo`; empty where it is not valued. */
export function valueByMileage(
  car: CarFacts,
  options: {
    readonly valuation: FittedValuation;
    readonly upTo: number;
    readonly valuedOn?: IsoDate;
    readonly count?: number;
  },
): readonly MileagePoint[] {
  const { valuation, valuedOn = valuation.asOf, upTo, count = 25 } = options;
  const points: MileagePoint[] = [];
  for (let step = 0; step < count; step++) {
    // Readings of a few miles stand for an unknown odometer on a car of some years: the line begins above them.
    const mileage = Math.max(Math.min(100, upTo), Math.round((upTo * step) / (count - 1)));
    const value = valuation.value({ ...car, mileage }, { valuedOn });
    if (value.status === 'ok') points.push({ mileage, amount: value.amount, intervals: value.intervals });
  }
  return points;
}
