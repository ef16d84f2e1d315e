import { z } from '@hono/zod-openapi';
import { isIsoDate } from '@pa/engines';

/** A calendar day in an answer. */
export const DaySchema = z.string().openapi({ format: 'date', example: '2026-03-31' });

/** The year of the first car, and a day that no database refuses. */
const FIRST_DAY = '1886-01-01';
const END_DAY = '2200-01-01';

/** A calendar day in a request: it must exist. */
export const DayInputSchema = z
  .string()
  .refine((text) => isIsoDate(text) && text >= FIRST_DAY && text < END_DAY, {
    message: `must be a day that exists, written YYYY-MM-DD, from ${FIRST_DAY} and before ${END_DAY}`,
  })
  .openapi({ format: 'date', example: '2026-03-31' });

/** A calendar month in an answer. */
export const MonthSchema = z.string().openapi({ pattern: '^\\d{4}-\\d{2}$', example: '2026-03' });
