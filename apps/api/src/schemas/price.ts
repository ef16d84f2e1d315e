import { z } from '@hono/zod-openapi';

/** An amount together with what it is. */
export const PriceSchema = z
  .object({
    kind: z.enum(['ask', 'sold', 'bid', 'wholesale']).openapi({
      description:
        '`ask`: wanted by a seller. `sold`: paid in a retail or public sale. `bid`: highest offer without a sale. `wholesale`: paid between dealers.',
    }),
    amount: z.number().openapi({ description: 'Whole units of the currency.' }),
    currency: z.string().openapi({ description: 'ISO 4217, upper case.', example: 'USD' }),
  })
  .openapi('Price');
