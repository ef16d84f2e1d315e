import { z } from '@hono/zod-openapi';
import type { MarketScope } from '@pa/engines';

/** One market: prices of one kind in one currency. */
export const MarketSchema = z
  .object({
    priceKind: z.enum(['sold', 'wholesale']).openapi({
      description: '`sold`: paid in a retail or public auction sale. `wholesale`: paid between dealers.',
    }),
    currency: z.string().openapi({ description: 'ISO 4217, upper case.', example: 'USD' }),
  })
  .openapi('Market');

/** The text key of a market in a query, such as `sold/USD`, read into a market. */
export const MarketInputSchema = z
  .string()
  .regex(/^(sold|wholesale)\/[A-Z]{3}$/, 'must be a price kind and a currency, such as sold/USD')
  .transform((key): MarketScope => {
    const [priceKind, currency = ''] = key.split('/');
    return { priceKind: priceKind === 'wholesale' ? 'wholesale' : 'sold', currency };
  })
  .openapi({
    type: 'string',
    description: 'Price kind and currency. Default: the market with the most sales.',
    example: 'sold/USD',
  });
