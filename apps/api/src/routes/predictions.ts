import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { HORIZON_MONTHS, type TimeHorizon } from '@pa/engines';
import type { ApiContext } from '../api-context.ts';
import { disclaimer } from '../content/disclaimer.ts';
import { markGenerated } from '../content/mark-generated.ts';
import { preferredDepth } from '../content/preferred-depth.ts';
import { toInsightBody } from '../content/to-insight-body.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { noSales, notFound, refusal } from '../http/refusals.ts';
import {
  LedgerEntrySchema,
  LedgerQuerySchema,
  LedgerSchema,
  PredictionAnswerSchema,
  PredictionQuerySchema,
  PredictionValidationSchema,
  ValidatePredictionSchema,
} from '../schemas/prediction.ts';
import { dataRangeOf } from '../market/data-range-of.ts';
import { marketKey } from '@pa/engines';
import { RecordIdSchema } from '../schemas/record-id.ts';

const getPredictions = createRoute({
  method: 'get',
  path: '/predictions',
  operationId: 'getPredictions',
  tags: ['predictions'],
  summary: 'Predict the price of a segment',
  description: 'Reads fitted models and never fits one. The same request on the same day has the same answer.',
  request: { query: PredictionQuerySchema },
  responses: {
    200: jsonContent(PredictionAnswerSchema, 'Predictions with words and facts.'),
    ...errorResponses(400, 422),
  },
});

const getLedger = createRoute({
  method: 'get',
  path: '/predictions/ledger',
  operationId: 'listPredictions',
  tags: ['predictions'],
  summary: 'List stored predictions with what came of them',
  request: { query: LedgerQuerySchema },
  responses: { 200: jsonContent(LedgerSchema, 'Entries, newest first.'), ...errorResponses(400) },
});

const getPrediction = createRoute({
  method: 'get',
  path: '/predictions/{id}',
  operationId: 'getPrediction',
  tags: ['predictions'],
  summary: 'One stored prediction with what came of it',
  request: { params: RecordIdSchema },
  responses: { 200: jsonContent(LedgerEntrySchema, 'The entry.'), ...errorResponses(400, 404) },
});

const validatePrediction = createRoute({
  method: 'post',
  path: '/predictions/validate',
  operationId: 'validatePrediction',
  tags: ['predictions'],
  summary: 'Settle a prediction that is due',
  request: { body: { required: true, content: { 'application/json': { schema: ValidatePredictionSchema } } } },
  responses: {
    200: jsonContent(PredictionValidationSchema, 'What came of it, or why that cannot be said yet.'),
    ...errorResponses(400, 404, 413, 415),
  },
});

/** Predictions: asked for, listed, and settled. */
export function registerPredictions(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const { predictor, stores } = context.dependencies;

  app.openapi(getPredictions, async (c) => {
    const { horizon, market: askedMarket, asOf: askedDay, make, model, generation, trim, depth } = c.req.valid('query');
    const askedOrLastRun = await context.computationDay(askedDay);
    const census = await context.censusOf(askedMarket);
    if (census === null) throw noSales(askedMarket);
    const horizons = horizon === undefined ? (Object.keys(HORIZON_MONTHS) as TimeHorizon[]) : [horizon];
    const answer = await predictor.predictPrices({
      model,
      horizons,
      market: census.market,
      asOf: askedOrLastRun,
      ...(make === undefined ? {} : { make }),
      ...(generation === undefined ? {} : { generation }),
      ...(trim === undefined ? {} : { trim }),
      depth: await preferredDepth(depth, { actor: context.actor(c), preferences: stores.preferences }),
    });
    if (answer.status !== 'ok') throw refusal(answer);
    await context.recordUse(
      'prediction_requested',
      { segment: answer.segment, horizon: horizon ?? 'all', market: marketKey(census.market) },
      { requestId: c.get('requestId'), path: c.req.path },
    );
    // The newest analysis up to the day asked for may be older: the answer is of its day.
    const asOf = answer.predictions[0]?.asOf ?? askedOrLastRun;
    const synthetic = answer.insight.synthetic || answer.predictions.some((prediction) => prediction.synthetic);
    c.header('Cache-Control', context.cacheControl('revalidate'));
    markGenerated(c, { aiGenerated: answer.insight.aiGenerated, synthetic });
    return c.json(
      {
        status: 'ok' as const,
        market: census.market,
        segment: answer.segment,
        asOf,
        predictions: answer.predictions,
        alternatives: answer.alternatives,
        insight: toInsightBody(answer.insight, [census]),
        disclaimer: disclaimer({ aiGenerated: answer.insight.aiGenerated, synthetic }),
        dataRange: dataRangeOf(census, { segment: answer.segment, asOf }),
        synthetic,
      },
      200,
    );
  });

  app.openapi(getLedger, async (c) => {
    const { market, segment, horizon, asOf, settled, limit = 100 } = c.req.valid('query');
    const entries = await stores.predictions.list({
      limit,
      ...(market === undefined ? {} : { market: marketKey(market) }),
      ...(segment === undefined ? {} : { segment }),
      ...(horizon === undefined ? {} : { horizon }),
      ...(asOf === undefined ? {} : { asOf }),
      ...(settled === undefined ? {} : { settled: settled === 'true' }),
    });
    c.header('Cache-Control', context.cacheControl('revalidate'));
    return c.json({ entries }, 200);
  });

  app.openapi(getPrediction, async (c) => {
    const { id } = c.req.valid('param');
    const entry = await stores.predictions.byId(id);
    if (entry === null) throw notFound('prediction', id);
    c.header('Cache-Control', context.cacheControl('revalidate'));
    return c.json(entry, 200);
  });

  app.openapi(validatePrediction, async (c) => {
    const { predictionId } = c.req.valid('json');
    const verdict = await predictor.validatePrediction(predictionId);
    if (verdict === null) throw notFound('prediction', predictionId);
    const { prediction, outcome } = verdict.entry;
    const reason =
      verdict.status === 'not-enough-data'
        ? verdict.reason
        : verdict.status === 'pending'
          ? `the day it speaks of, ${prediction.targetDate}, has not come`
          : null;
    return c.json({ status: verdict.status, prediction, outcome, reason }, 200);
  });
}
