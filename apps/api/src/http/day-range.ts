import { type IsoDate, dayNumber } from '@pa/engines';
import { ApiError } from './api-error.ts';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 400;

/** The days of a report and their instants. */
export interface DayRange {
  readonly fromDay: IsoDate;
  readonly toDay: IsoDate;
  /** Epoch milliseconds, included. */
  readonly from: number;
  /** Epoch milliseconds, excluded. */
  readonly to: number;
}

/** The asked days, else the month of the last one up to it. More than 400 of them are refused. */
export function dayRange(
  asked: { readonly from?: IsoDate | undefined; readonly to?: IsoDate | undefined },
  options: { readonly today: IsoDate },
): DayRange {
  const toDay = asked.to ?? options.today;
  const fromDay = asked.from ?? (`${toDay.slice(0, 8)}01` as IsoDate);
  const days = dayNumber(toDay) - dayNumber(fromDay) + 1;
  if (days < 1 || days > LONGEST_DAYS) {
    const field = { path: 'query.from', message: `must be 0 to ${LONGEST_DAYS - 1} days before \`to\`, ${toDay}` };
    throw new ApiError(400, {
      code: 'VALIDATION_FAILED',
      message: `The request is not valid: ${field.path} ${field.message}.`,
      fields: [field],
    });
  }
  return { fromDay, toDay, from: dayNumber(fromDay) * DAY_MS, to: (dayNumber(toDay) + 1) * DAY_MS };
}
