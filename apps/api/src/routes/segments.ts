import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { slug } from '@pa/engines';
import type { ApiContext } from '../api-context.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { SegmentListSchema, SegmentQuerySchema } from '../schemas/segment-list.ts';

const listSegments = createRoute({
  method: 'get',
  path: '/segments',
  operationId: 'listSegments',
  tags: ['market'],
  summary: 'The tree of segments with their counts',
  request: { query: SegmentQuerySchema },
  responses: { 200: jsonContent(SegmentListSchema, 'In tree order.'), ...errorResponses(400) },
});

const LEVELS = ['make', 'model', 'generation', 'trim'] as const;

/** What can be picked: every segment of a market, parents before children. */
export function registerSegments(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  app.openapi(listSegments, async (c) => {
    const { market, make, minimumSales = 0 } = c.req.valid('query');
    const census = await context.censusOf(market);
    c.header('Cache-Control', context.cacheControl('minute'));
    if (census === null) return c.json({ market: market ?? null, segments: [] }, 200);
    const indexed = new Set(
      await context.dependencies.stores.marketIndices.segments({ market: census.market, asOf: context.today() }),
    );
    const segments = [...census.segments.values()]
      .filter((count) => count.saleCount >= minimumSales && (make === undefined || slug(count.make) === slug(make)))
      .map(({ synthetic: _synthetic, ...count }) => ({
        ...count,
        level: LEVELS[count.segment.split('/').length - 1] ?? 'trim',
        hasIndex: indexed.has(count.segment),
      }));
    return c.json({ market: census.market, segments }, 200);
  });
}
