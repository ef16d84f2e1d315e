import { z } from '@hono/zod-openapi';
import { DaySchema } from './calendar.ts';

/** Which sales an answer rests on. */
export const DataRangeSchema = z
  .object({
    from: DaySchema.nullable().openapi({ description: 'Day of the first sale; null where there is none.' }),
    to: DaySchema.nullable().openapi({ description: 'Day of the last sale; null where there is none.' }),
    saleCount: z.number().int().openapi({ description: 'Sales in the range.' }),
  })
  .openapi('DataRange');
