import { z } from '@hono/zod-openapi';
import { DaySchema } from './calendar.ts';
import { nanoUsd } from './nano-usd.ts';
import { plainText } from './plain-text.ts';

const counts = {
  hits: z.number().openapi({ description: 'Answered fresh from the cache.' }),
  misses: z.number().openapi({ description: 'Computed.' }),
  stale: z.number().openapi({ description: 'Answered from the cache past the fresh time.' }),
  refusedWrites: z.number().openapi({ description: 'Answers that were not stored.' }),
  bytesWritten: z.number().openapi({ description: 'Bytes that were stored.' }),
  savedNanoUsd: nanoUsd('What the answers from the cache had cost to compute.'),
};

const CacheGroupSchema = z
  .object({ key: z.string().openapi({ description: 'What was counted by.' }), ...counts })
  .openapi('CacheGroup');

const CacheInvalidationSchema = z
  .object({
    id: z.string().openapi({ description: 'Its id.' }),
    pattern: z.string().openapi({ description: 'A glob over keys, or `tag:` and a tag.' }),
    reason: z.string().openapi({ description: 'Why, in the words of the person.' }),
    invalidatedBy: z.string().openapi({ description: 'Who, by the name of the sign-in.' }),
    invalidatedAt: z.string().openapi({ format: 'date-time', description: 'When.' }),
  })
  .openapi('CacheInvalidation');

/** What the cache of answers did in a period, over all processes. */
export const CacheReportSchema = z
  .object({
    from: DaySchema.openapi({ description: 'First day of the period.' }),
    to: DaySchema.openapi({ description: 'Last day of the period.' }),
    total: z.object(counts).openapi('CacheCounts').openapi({ description: 'All questions.' }),
    byClass: z.array(CacheGroupSchema).openapi({ description: 'By class of lifetime, most questions first.' }),
    byModel: z.array(CacheGroupSchema).openapi({ description: 'By the model that answered.' }),
    byTag: z.array(CacheGroupSchema).openapi({ description: 'The 50 tags with most questions.' }),
    refusals: z.array(CacheGroupSchema).openapi({ description: 'Answers that were not stored, by reason.' }),
    daily: z
      .array(
        z.object({
          day: DaySchema.openapi({ description: 'The day, UTC.' }),
          hits: z.number().openapi({ description: 'Answered fresh from the cache.' }),
          misses: z.number().openapi({ description: 'Computed.' }),
          stale: z.number().openapi({ description: 'Answered past the fresh time.' }),
        }),
      )
      .openapi({ description: 'Days with questions.' }),
    invalidations: z.array(CacheInvalidationSchema).openapi({ description: 'The newest 20, newest first.' }),
  })
  .openapi('CacheReport');

export const InvalidateCacheSchema = z
  .strictObject({
    pattern: plainText(500).openapi({
      description: '`tag:` and a tag, or a glob over keys in which only `*` is special.',
      example: 'tag:insight:market_summary',
    }),
    reason: plainText(2000).openapi({ description: 'Why. It is kept for good.' }),
  })
  .openapi('InvalidateCacheRequest');

export const CacheInvalidatedSchema = CacheInvalidationSchema;
