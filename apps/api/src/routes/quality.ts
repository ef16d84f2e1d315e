import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { assessStoredRows, type MarketQuality, marketKey } from '@pa/engines';
import type { ApiContext } from '../api-context.ts';
import { markGenerated } from '../content/mark-generated.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { createRecentAnswers } from '../market/recent-answers.ts';
import { DataQualitySchema, QualityQuerySchema } from '../schemas/quality.ts';

const getDataQuality = createRoute({
  method: 'get',
  path: '/quality',
  operationId: 'getDataQuality',
  tags: ['anomalies'],
  summary: 'What is wrong with the stored rows',
  description: 'Every market, or the one asked for. An assessment is kept for ten minutes.',
  request: { query: QualityQuerySchema },
  responses: { 200: jsonContent(DataQualitySchema, 'Issues and drift by market.'), ...errorResponses(400) },
});

const ASSESSMENT_AGE_MS = 600_000;
const KEPT_ASSESSMENTS = 16;

/** The quality of the rows that everything else is computed from. */
export function registerQuality(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const { stores, assessQuality } = context.dependencies;
  const recent = createRecentAnswers<readonly MarketQuality[]>({
    now: context.now,
    maximumAgeMs: ASSESSMENT_AGE_MS,
    capacity: KEPT_ASSESSMENTS,
  });

  app.openapi(getDataQuality, async (c) => {
    const { market, asOf } = c.req.valid('query');
    const day = await context.computationDay(asOf);
    const key = `${day} ${market === undefined ? '' : marketKey(market)}`;
    const markets = await recent.get(key, () =>
      assessStoredRows(
        { stores, now: context.now, ...(assessQuality === undefined ? {} : { assessQuality }) },
        { asOf: day, ...(market === undefined ? {} : { market }) },
      ),
    );
    c.header('Cache-Control', context.cacheControl('minute'));
    markGenerated(c, { aiGenerated: false, synthetic: context.dependencies.dataset.synthetic });
    return c.json({ markets: [...markets] }, 200);
  });
}
