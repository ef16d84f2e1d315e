import type { IsoDate, IsoMonth } from '../market/calendar.ts';
import { periodOf } from './level-periods.ts';

/** Half of a normal distribution lies within this many standard deviations. */
const MEDIAN_ABSOLUTE_NORMAL = 0.6745;

/**
 * The factor by which a spread grows because the market has moved on since the last sale: every period without one adds
 * the variance of a step at each depth on whose path the car lies (the forecast of a random walk). 1 up to the day of the
 * fit.
 */
export function levelAgeFactor(
  stored: {
    readonly asOf: IsoDate;
    readonly firstMonth: IsoMonth;
    readonly lastPeriod: number;
    readonly stepVariances: readonly number[];
  },
  car: {
    readonly spread: number;
    readonly day: IsoDate;
    readonly segments: readonly string[];
    readonly paths: ReadonlyMap<string, Float64Array>;
  },
): number {
  if (car.day <= stored.asOf) return 1;
  // The last level is itself only known up to about a step.
  const periods = 1 + Math.max(0, periodOf(car.day, stored.firstMonth) - stored.lastPeriod);
  let variance = stored.stepVariances[0] ?? 0;
  for (let depth = 1; depth < stored.stepVariances.length; depth++) {
    const segment = car.segments[depth - 1];
    if (segment !== undefined && car.paths.has(segment)) variance += stored.stepVariances[depth]!;
  }
  return Math.sqrt(1 + (periods * variance) / (car.spread / MEDIAN_ABSOLUTE_NORMAL) ** 2);
}
