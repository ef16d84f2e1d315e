import { z } from '@hono/zod-openapi';
import { FACT_KINDS, FACT_ROLES } from '@pa/engines';

/** One proved value that a text may use. */
export const FactSchema = z
  .object({
    id: z.string().openapi({ description: 'Unique in its sheet.' }),
    kind: z.enum(FACT_KINDS).openapi({ description: 'What the value is.' }),
    value: z.union([z.number(), z.string()]).openapi({
      description:
        'A number for prices, shares, counts, ranks, directions and comparisons; text for dates, names and statements.',
    }),
    unit: z.string().openapi({
      description: 'Currency code for prices, % for shares, a noun for counts, what is ranked for ranks, else empty.',
    }),
    n: z.number().openapi({ description: 'Observations behind the value.' }),
    formula: z.string().openapi({ description: 'How it was computed, in words.' }),
    period: z
      .object({
        from: z.string().openapi({ description: 'First day.' }),
        to: z.string().openapi({ description: 'Last day.' }),
      })
      .optional()
      .openapi({ description: 'Days that the rows behind it are from, both included.' }),
    source: z
      .object({
        query: z.string().openapi({ description: 'The rows behind it, in words.' }),
        rows: z.record(z.string(), z.string()).optional().openapi({
          description: 'Filters of the list of listings that show these rows; absent where no list shows them.',
        }),
      })
      .optional()
      .openapi({ description: 'Where the rows behind it are.' }),
    role: z.enum(FACT_ROLES).optional().openapi({ description: 'The part it plays in a sentence.' }),
    with: z.array(z.string()).readonly().optional().openapi({ description: 'Ids of the facts it belongs to.' }),
    words: z
      .array(z.string())
      .readonly()
      .optional()
      .openapi({ description: 'Words of which one stands in every clause that states it.' }),
  })
  .openapi('Fact');

/** A place of a text that states a fact. */
export const StatedFactSchema = z
  .object({
    text: z.string().openapi({ description: 'The words as they stand.' }),
    start: z.number().int().openapi({ description: 'Position of the first character.' }),
    end: z.number().int().openapi({ description: 'Position after the last character.' }),
    factId: z.string().openapi({ description: 'The fact that proves it.' }),
  })
  .openapi('StatedFact');
