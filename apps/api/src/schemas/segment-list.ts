import { z } from '@hono/zod-openapi';
import { DaySchema } from './calendar.ts';
import { MarketInputSchema, MarketSchema } from './market.ts';
import { optionalParameter } from './optional-parameter.ts';
import { makeWord } from './vehicle-words.ts';
import { orNull } from './or-null.ts';

const SegmentSchema = z
  .object({
    segment: z.string().openapi({ description: 'Path of slugs from make to trim.', example: 'porsche/911/992.1/gt3' }),
    parent: z.string().nullable().openapi({ description: 'The next wider segment; null for a make.' }),
    level: z.enum(['make', 'model', 'generation', 'trim']).openapi({ description: 'How deep the segment lies.' }),
    make: z.string().openapi({ description: 'Canonical name of the make.' }),
    model: z.string().nullable().openapi({ description: 'Model line; null for a make.' }),
    generation: z
      .string()
      .nullable()
      .openapi({ description: 'Factory generation; null above it, or where it is not known.' }),
    trim: z.string().nullable().openapi({ description: 'Trim; null above it.' }),
    saleCount: z.number().int().openapi({ description: 'Sales, those of its children included.' }),
    activeListingCount: z
      .number()
      .int()
      .openapi({ description: 'Listings that run today, those of its children included.' }),
    firstSaleOn: DaySchema.nullable().openapi({ description: 'Day of its first sale.' }),
    lastSaleOn: DaySchema.nullable().openapi({ description: 'Day of its last sale.' }),
    hasIndex: z.boolean().openapi({ description: 'True where `/indices` has a series for it.' }),
  })
  .openapi('Segment');

/** The tree of segments as a list in tree order. */
export const SegmentListSchema = z
  .object({
    market: orNull(MarketSchema).openapi({ description: 'null while nothing is stored.' }),
    segments: z.array(SegmentSchema).openapi({ description: 'A parent stands before its children.' }),
  })
  .openapi('SegmentList');

export const SegmentQuerySchema = z.strictObject({
  market: optionalParameter(MarketInputSchema),
  make: optionalParameter(makeWord.openapi({ description: 'Only this make. Default: all makes.' })),
  minimumSales: optionalParameter(
    z.coerce.number().int().min(0).max(1_000_000).openapi({ description: 'Leave thinner segments out. Default: 0.' }),
  ),
});
