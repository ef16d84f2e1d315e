import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { INSIGHT_TYPES, type InsightType, type MarketInsight } from '@pa/engines';
import type { ApiContext } from '../api-context.ts';
import { preferredDepth } from '../content/preferred-depth.ts';
import { markGenerated } from '../content/mark-generated.ts';
import { toInsightBody } from '../content/to-insight-body.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { noSales, notFound, refusal } from '../http/refusals.ts';
import { modelNames } from '../market/model-names.ts';
import {
  FeedbackCountSchema,
  FeedbackSchema,
  GenerateInsightSchema,
  InsightListSchema,
  InsightQuerySchema,
  InsightSchema,
} from '../schemas/insight.ts';
import { RecordIdSchema } from '../schemas/record-id.ts';

const listInsights = createRoute({
  method: 'get',
  path: '/insights',
  operationId: 'listInsights',
  tags: ['insights'],
  summary: 'List texts about the market',
  request: { query: InsightQuerySchema },
  responses: { 200: jsonContent(InsightListSchema, 'Newest first.'), ...errorResponses(400) },
});

const getInsight = createRoute({
  method: 'get',
  path: '/insights/{id}',
  operationId: 'getInsight',
  tags: ['insights'],
  summary: 'One text with its facts',
  request: { params: RecordIdSchema },
  responses: { 200: jsonContent(InsightSchema, 'The text.'), ...errorResponses(400, 404) },
});

const generateInsight = createRoute({
  method: 'post',
  path: '/insights/generate',
  operationId: 'generateInsight',
  tags: ['insights'],
  summary: 'Write a text about the market',
  description: 'The same request on the same day hands out the stored text.',
  request: { body: { required: true, content: { 'application/json': { schema: GenerateInsightSchema } } } },
  responses: { 200: jsonContent(InsightSchema, 'The text.'), ...errorResponses(400, 413, 415, 422) },
});

const giveFeedback = createRoute({
  method: 'post',
  path: '/insights/{id}/feedback',
  operationId: 'giveInsightFeedback',
  tags: ['insights'],
  summary: 'Say whether a text was useful',
  description: 'The newest word of a reader stands.',
  request: {
    params: RecordIdSchema,
    body: { required: true, content: { 'application/json': { schema: FeedbackSchema } } },
  },
  responses: { 200: jsonContent(FeedbackCountSchema, 'Noted.'), ...errorResponses(400, 404, 413, 415) },
});

const getFeedback = createRoute({
  method: 'get',
  path: '/insights/{id}/feedback',
  operationId: 'getInsightFeedback',
  tags: ['insights'],
  summary: 'What readers thought of a text',
  request: { params: RecordIdSchema },
  responses: { 200: jsonContent(FeedbackCountSchema, 'Voices.'), ...errorResponses(400) },
});

/** Texts about the market: listed, opened, and written. */
export function registerInsights(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const { insightWriter, stores } = context.dependencies;

  app.openapi(listInsights, async (c) => {
    const { limit = 20, type, model, trim, asOf } = c.req.valid('query');
    const lists = await Promise.all(
      namesOf({ type, model }).map((names) =>
        stores.insights.list({
          ...names,
          limit,
          ...(trim === undefined ? {} : { trim }),
          ...(asOf === undefined ? {} : { asOf }),
        }),
      ),
    );
    const found = lists.flat().sort(newestFirst).slice(0, limit);
    const censuses = await context.censuses();
    c.header('Cache-Control', context.cacheControl('revalidate'));
    markGenerated(c, {
      aiGenerated: found.some((insight) => insight.aiGenerated),
      synthetic: found.some((insight) => insight.synthetic),
    });
    return c.json({ insights: found.map((insight) => toInsightBody(insight, censuses)) }, 200);
  });

  app.openapi(getInsight, async (c) => {
    const { id } = c.req.valid('param');
    const insight = await stores.insights.byId(id);
    if (insight === null) throw notFound('insight', id);
    const origin = { requestId: c.get('requestId'), path: c.req.path };
    await context.recordUse('insight_opened', { insightId: id, type: insight.type }, origin);
    c.header('Cache-Control', context.cacheControl('revalidate'));
    markGenerated(c, insight);
    return c.json(toInsightBody(insight, await context.censuses()), 200);
  });

  app.openapi(generateInsight, async (c) => {
    const { type, make, model, generation, trim, depth, horizon } = c.req.valid('json');
    const census = await context.censusOf(undefined);
    if (census === null) throw noSales(undefined);
    const written = await insightWriter.generateInsight({
      type,
      market: census.market,
      asOf: await context.computationDay(undefined),
      ...(make === undefined ? {} : { make }),
      ...(model === undefined ? {} : { model }),
      ...(generation === undefined ? {} : { generation }),
      ...(trim === undefined ? {} : { trim }),
      depth: await preferredDepth(depth, { actor: context.actor(c), preferences: stores.preferences }),
      ...(horizon === undefined ? {} : { horizon }),
    });
    if ('status' in written) throw refusal(written);
    markGenerated(c, written);
    return c.json(toInsightBody(written, [census]), 200);
  });

  app.openapi(giveFeedback, async (c) => {
    const { id } = c.req.valid('param');
    const { userId, isUseful } = c.req.valid('json');
    const known = await stores.insights.recordFeedback({
      insightId: id,
      // Whoever has signed in speaks for nobody else.
      userId: c.get('actor') ?? userId,
      isUseful,
      givenAt: context.now(),
    });
    if (!known) throw notFound('insight', id);
    return c.json(await stores.insights.feedbackOf(id), 200);
  });

  app.openapi(getFeedback, async (c) => {
    return c.json(await stores.insights.feedbackOf(c.req.valid('param').id), 200);
  });
}

/** The lists to ask for: `718` names two models, and the market summary of one model is its segment report. */
function namesOf(query: {
  readonly type?: InsightType | undefined;
  readonly model?: string | undefined;
}): readonly { readonly type?: InsightType; readonly model?: string }[] {
  const { type, model } = query;
  const types: readonly { readonly type?: InsightType }[] =
    type === undefined
      ? [{}]
      : type === 'market_summary' && model !== undefined
        ? [{ type }, { type: 'segment_report' }]
        : [{ type }];
  if (model === undefined) return types;
  return modelNames(model).flatMap((name) => types.map((names) => ({ ...names, model: name })));
}

function newestFirst(left: MarketInsight, right: MarketInsight): number {
  if (left.analysisDate !== right.analysisDate) return left.analysisDate < right.analysisDate ? 1 : -1;
  const inTelling = INSIGHT_TYPES.indexOf(left.type) - INSIGHT_TYPES.indexOf(right.type);
  return inTelling !== 0 ? inTelling : left.id < right.id ? -1 : 1;
}
