import { z } from '@hono/zod-openapi';

/** One proved value that a text may use. */
export const FactSchema = z
  .object({
    id: z.string().openapi({ description: 'Unique in its sheet.' }),
    kind: z.enum(['price', 'share', 'count', 'date', 'name']).openapi({ description: 'What the value is.' }),
    value: z
      .union([z.number(), z.string()])
      .openapi({ description: 'A number for prices, shares and counts, text for dates and names.' }),
    unit: z.string().openapi({ description: 'Currency code for prices, % for shares, a noun for counts, else empty.' }),
    n: z.number().openapi({ description: 'Observations behind the value.' }),
    formula: z.string().openapi({ description: 'How it was computed, in words.' }),
  })
  .openapi('Fact');
