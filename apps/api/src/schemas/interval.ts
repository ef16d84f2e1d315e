import { z } from '@hono/zod-openapi';

/** A central interval around a median. */
export const IntervalSchema = z
  .object({
    confidenceLevel: z
      .number()
      .openapi({ description: 'The share of such intervals that should hold the truth.', example: 0.9 }),
    lower: z.number().openapi({ description: 'Lower bound, in the unit of the median.' }),
    upper: z.number().openapi({ description: 'Upper bound, in the unit of the median.' }),
  })
  .openapi('Interval');
