import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { type CacheStatsGroup, invalidateWithReason, type LoggedInvalidation } from '@pa/cache';
import type { ApiContext } from '../api-context.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { dayRange } from '../http/day-range.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { configured } from '../http/refusals.ts';
import { CacheInvalidatedSchema, CacheReportSchema, InvalidateCacheSchema } from '../schemas/cache.ts';
import { DayRangeQuerySchema } from '../schemas/day-range.ts';

const TAGS_SHOWN = 50;
const INVALIDATIONS_SHOWN = 20;

const getCache = createRoute({
  method: 'get',
  path: '/cache',
  operationId: 'getCache',
  tags: ['cache'],
  summary: 'What the cache of answers did, over all processes',
  request: { query: DayRangeQuerySchema },
  responses: { 200: jsonContent(CacheReportSchema, 'Counts of the period.'), ...errorResponses(400, 503) },
});

const invalidateCache = createRoute({
  method: 'post',
  path: '/cache/invalidate',
  operationId: 'invalidateCache',
  tags: ['cache'],
  summary: 'Throw answers away, with a reason',
  description: 'Every process is told. What is thrown away is computed again when somebody asks.',
  request: { body: { required: true, content: { 'application/json': { schema: InvalidateCacheSchema } } } },
  responses: {
    200: jsonContent(CacheInvalidatedSchema, 'What was written down.'),
    ...errorResponses(400, 413, 415, 422, 503),
  },
});

/** The cache of answers: its counts, and throwing away. */
export function registerCache(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const port = () => configured(context.dependencies.cache, 'cache');

  app.openapi(getCache, async (c) => {
    const { cache, statistics, invalidations } = port();
    const { fromDay, toDay } = dayRange(c.req.valid('query'), { today: context.today() });
    // What this process has counted and not written down yet belongs to the answer.
    await cache.flush();
    const period = { fromDay, toDay };
    const [byClass, byModel, byTag, refusals, daily, log] = await Promise.all([
      statistics.totals({ ...period, by: 'class' }),
      statistics.totals({ ...period, by: 'model' }),
      statistics.totals({ ...period, by: 'tag', limit: TAGS_SHOWN }),
      statistics.totals({ ...period, by: 'refusal' }),
      statistics.daily({ ...period, by: 'class' }),
      invalidations.recent({ limit: INVALIDATIONS_SHOWN }),
    ]);
    c.header('Cache-Control', context.cacheControl('revalidate'));
    return c.json(
      {
        from: fromDay,
        to: toDay,
        total: totalOf(byClass),
        byClass: byClass.map(toGroup),
        byModel: byModel.map(toGroup),
        byTag: byTag.map(toGroup),
        refusals: refusals.map(toGroup),
        daily: [...Map.groupBy(daily, ({ day }) => day)].map(([day, lines]) => {
          const { hits, misses, stale } = totalOf(lines);
          return { day, hits, misses, stale };
        }),
        invalidations: log.map(toInvalidation),
      },
      200,
    );
  });

  app.openapi(invalidateCache, async (c) => {
    const { cache, invalidations } = port();
    const { pattern, reason } = c.req.valid('json');
    const invalidation: LoggedInvalidation = {
      invalidationId: context.newId(),
      pattern,
      reason,
      invalidatedBy: context.actor(c),
      invalidatedAt: context.now(),
    };
    await invalidateWithReason({ cache, log: invalidations }, invalidation);
    return c.json(toInvalidation(invalidation), 200);
  });
}

function toGroup({ savedNanoUsd, ...group }: CacheStatsGroup) {
  return { ...group, savedNanoUsd: savedNanoUsd.toString() };
}

function totalOf(groups: readonly Omit<CacheStatsGroup, 'key'>[]) {
  const sum = (of: (group: Omit<CacheStatsGroup, 'key'>) => number) => groups.reduce((all, each) => all + of(each), 0);
  return {
    hits: sum(({ hits }) => hits),
    misses: sum(({ misses }) => misses),
    stale: sum(({ stale }) => stale),
    refusedWrites: sum(({ refusedWrites }) => refusedWrites),
    bytesWritten: sum(({ bytesWritten }) => bytesWritten),
    savedNanoUsd: groups.reduce((all, { savedNanoUsd }) => all + savedNanoUsd, 0n).toString(),
  };
}

function toInvalidation({ invalidationId, invalidatedAt, ...rest }: LoggedInvalidation) {
  return { id: invalidationId, ...rest, invalidatedAt: new Date(invalidatedAt).toISOString() };
}
