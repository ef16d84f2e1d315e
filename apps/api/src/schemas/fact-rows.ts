import { z } from '@hono/zod-openapi';
import { plainText } from './plain-text.ts';

export const FactIdSchema = z.object({
  id: plainText(100).openapi({ description: 'The id of the text.' }),
  factId: plainText(200).openapi({ description: 'The id of the fact within it.' }),
});

export const FactRowsSchema = z
  .object({
    found: z.number().int().openapi({ description: 'Rows behind the fact in the days looked at.' }),
    rows: z
      .array(
        z.object({
          id: z.string().openapi({ description: 'Stable id of the listing.' }),
          title: z.string().openapi({ description: 'Untrusted text of the source.' }),
          day: z.string().nullable().openapi({ description: 'Day of the sale, or on which it was listed.' }),
          price: z.number().nullable().openapi({ description: 'Whole currency units; null where none is known.' }),
          currency: z.string().nullable().openapi({ description: 'ISO 4217.' }),
          modelYear: z.number().int().nullable().openapi({ description: 'Model year.' }),
          mileage: z.number().nullable().openapi({ description: 'Odometer reading.' }),
          mileageUnit: z.enum(['mi', 'km']).openapi({ description: 'Unit of the odometer reading.' }),
          synthetic: z.boolean().openapi({ description: 'True for generated rows.' }),
        }),
      )
      .openapi({ description: 'The newest 50, newest first.' }),
  })
  .openapi('FactRows');
