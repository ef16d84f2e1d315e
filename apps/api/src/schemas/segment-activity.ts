import { z } from '@hono/zod-openapi';
import { MonthSchema } from './calendar.ts';

const count = (description: string) => z.number().int().openapi({ description });

const SupplyMonthSchema = z
  .object({
    month: MonthSchema.openapi({ description: 'Calendar month.' }),
    opening: count('Offers that ran when the month began.'),
    listed: count('Offers that began in it.'),
    sold: count('Of those that ran: sold in it.'),
    withdrawn: count('Ended in it without a sale.'),
    stock: count('Offers that ran when the month ended.'),
    sellThrough: z.number().nullable().openapi({ description: 'Sold over all that ran; null without an offer.' }),
  })
  .openapi('SupplyMonth');

/** How fast the cars of a segment sell. */
export const LiquiditySchema = z
  .object({
    offerCount: count('Offers of the last two years.'),
    datedCount: count('Offers of which the first day is known.'),
    medianDaysToSell: z
      .number()
      .nullable()
      .openapi({ description: 'Days after which half are sold, unsold and running offers counted; null if untold.' }),
    unsoldAfter: z
      .array(
        z.object({
          days: count('Days on offer.'),
          unsold: z.number().openapi({ description: 'Share still unsold.' }),
          lower90: z.number().openapi({ description: 'Lower bound of the 90 % interval.' }),
          upper90: z.number().openapi({ description: 'Upper bound.' }),
        }),
      )
      .openapi({ description: 'By Kaplan and Meier.' }),
    months: z.array(SupplyMonthSchema).openapi({ description: 'The last 24 months, oldest first.' }),
  })
  .openapi('SegmentLiquidity');

/** The price level by cars that were sold more than once. */
export const RepeatSalesSchema = z
  .object({
    pairCount: count('Cars sold twice.'),
    points: z
      .array(
        z.object({
          month: MonthSchema.openapi({ description: 'Calendar month.' }),
          level: z.number().openapi({ description: '100 in the first month.' }),
        }),
      )
      .openapi({ description: 'Consecutive months, oldest first.' }),
  })
  .openapi('RepeatSaleIndex');
