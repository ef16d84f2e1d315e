import type { IsoMonth } from '../market/calendar.ts';

const PEAK_MONTH = 5;

/** Position in the year as a cosine: 1 in May, -1 in November, summing to 0 over the twelve months. */
export function seasonWave(month: IsoMonth): number {
  return Math.cos((2 * Math.PI * (Number(month.slice(5, 7)) - PEAK_MONTH)) / 12);
}

/** Effect on the log price of each month of the year, January first. */
export function seasonalFactors(amplitude: number): readonly number[] {
  return Array.from({ length: 12 }, (_, index) => amplitude * seasonWave(`2000-${String(index + 1).padStart(2, '0')}`));
}
