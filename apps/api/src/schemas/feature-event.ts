import { z } from '@hono/zod-openapi';
import { plainText } from './plain-text.ts';

/** A use of a feature. Holds no personal data. */
export const FeatureEventInputSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,63}$/, 'must be lower-case words joined by underscores, at most 64 characters')
      .openapi({
        description: 'What was used, in lower-case words joined by underscores.',
        example: 'chart_table_opened',
      }),
    properties: z
      .record(plainText(60), z.union([plainText(200), z.number(), z.boolean(), z.null()]))
      .refine((properties) => Object.keys(properties).length <= 20, { message: 'must have at most 20 entries' })
      .default({})
      .openapi({ description: 'Ids and choices, never free text of a person.' }),
  })
  .openapi('FeatureEventRequest');

export const FeatureEventReceiptSchema = z
  .object({ id: z.string().openapi({ description: 'Id of the note.' }) })
  .openapi('FeatureEventReceipt');
