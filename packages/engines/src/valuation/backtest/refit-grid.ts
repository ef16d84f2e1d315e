import type { IsoDate } from '../../market/calendar.ts';
import { addDays, dayNumber } from '../../market/calendar.ts';

/** The last refit on or before a day, on a grid of `everyDays` that goes both ways from `start`. */
export function refitDayOf(day: IsoDate, grid: { readonly start: IsoDate; readonly everyDays: number }): IsoDate {
  const steps = Math.floor((dayNumber(day) - dayNumber(grid.start)) / grid.everyDays);
  return addDays(grid.start, steps * grid.everyDays);
}
