import { z } from '@hono/zod-openapi';
import { isIsoDate } from '@pa/engines';

/** A calendar day in an answer. */
export const DaySchema = z.string().openapi({ format: 'date', example: '2026-03-31' });

/** A calendar day in a request: it must exist. */
export const DayInputSchema = z
  .string()
  .refine(isIsoDate, { message: 'must be a day that exists, written YYYY-MM-DD' })
  .openapi({ format: 'date', example: '2026-03-31' });

/** A calendar month in an answer. */
export const MonthSchema = z.string().openapi({ pattern: '^\\d{4}-\\d{2}$', example: '2026-03' });
