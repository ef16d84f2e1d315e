import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { MarketAnalysisEngine, type MarketScope, type SeasonalAnalysis } from '@pa/engines';
import type { ApiContext } from '../api-context.ts';
import { disclaimer } from '../content/disclaimer.ts';
import { markGenerated } from '../content/mark-generated.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { noSales, refusal } from '../http/refusals.ts';
import type { SeasonBody } from '../schemas/market-analysis.ts';
import {
  CorrelationsQuerySchema,
  CorrelationsSchema,
  MovementsQuerySchema,
  MovementsSchema,
  SeasonalityQuerySchema,
  SeasonalitySchema,
  TrendsQuerySchema,
  TrendsSchema,
} from '../schemas/market-analysis.ts';

const getTrends = createRoute({
  method: 'get',
  path: '/trends',
  operationId: 'getTrends',
  tags: ['market'],
  summary: 'How prices of like cars moved, and where they broke',
  request: { query: TrendsQuerySchema },
  responses: { 200: jsonContent(TrendsSchema, 'One trend a segment.'), ...errorResponses(400, 422) },
});

const getSeasonality = createRoute({
  method: 'get',
  path: '/seasonality',
  operationId: 'getSeasonality',
  tags: ['market'],
  summary: 'Whether prices have a season, and the best months to buy and to sell',
  description: 'A test comes first: without a season no effect is claimed, and below 24 months nothing is said.',
  request: { query: SeasonalityQuerySchema },
  responses: { 200: jsonContent(SeasonalitySchema, 'One season a segment.'), ...errorResponses(400, 422) },
});

const getCorrelations = createRoute({
  method: 'get',
  path: '/correlations',
  operationId: 'getCorrelations',
  tags: ['market'],
  summary: 'How the growth of segments goes together, and which of them lead',
  request: { query: CorrelationsQuerySchema },
  responses: { 200: jsonContent(CorrelationsSchema, 'Every pair of segments.'), ...errorResponses(400, 422) },
});

const getMovements = createRoute({
  method: 'get',
  path: '/movements',
  operationId: 'getMovements',
  tags: ['market'],
  summary: 'What moved in a market, and when it gave itself away',
  description:
    'Detectors watch prices of like cars, sales a week and their mix, without looking ahead. One movement, one event.',
  request: { query: MovementsQuerySchema },
  responses: { 200: jsonContent(MovementsSchema, 'Newest event first.'), ...errorResponses(400, 422) },
});

/** Trends, movements, seasons and correlations of the stored indices. */
export function registerMarketAnalysis(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const { stores, dataset } = context.dependencies;
  const engine = new MarketAnalysisEngine({ stores, now: context.now });

  /** The day and market to read; refuses where the market has no sales. */
  const readingOf = async (query: {
    readonly market?: MarketScope | undefined;
    readonly asOf?: string | undefined;
  }) => {
    const asOf = await context.computationDay(query.asOf);
    const census = await context.censusOf(query.market);
    if (census === null) throw noSales(query.market);
    const synthetic = dataset.synthetic || [...census.segments.values()].some((segment) => segment.synthetic);
    return { asOf, market: census.market, synthetic };
  };

  app.openapi(getTrends, async (c) => {
    const { make, model, generation, trim, from, to, ...query } = c.req.valid('query');
    const { synthetic, ...reading } = await readingOf(query);
    const words = wordsOf({ make, model, generation, trim });
    const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const trends = await engine.analyzeMarketTrends({ ...words, ...range, ...reading });
    if (trends.status !== 'ok') throw refusal(trends);
    const breaks = await engine.detectPriceAnomalies({ ...words, ...reading });
    c.header('Cache-Control', context.cacheControl('minute'));
    markGenerated(c, { aiGenerated: false, synthetic });
    return c.json(
      {
        market: trends.market,
        asOf: trends.asOf,
        trends: trends.trends.map(({ segment, points, movement, saleCount, forecast }) => ({
          segment,
          points,
          movement,
          saleCount,
          hasSkill: forecast.status === 'ok' && forecast.hasSkill,
        })),
        breaks: breaks.status === 'ok' ? [...breaks.breaks] : [],
        synthetic,
        disclaimer: disclaimer({ synthetic }),
      },
      200,
    );
  });

  app.openapi(getMovements, async (c) => {
    const { months, ...query } = c.req.valid('query');
    const { synthetic, ...reading } = await readingOf(query);
    const answer = await engine.analyzeMarketMovements({
      ...reading,
      ...(months === undefined ? {} : { monthCount: months }),
    });
    if (answer.status !== 'ok') throw refusal(answer);
    c.header('Cache-Control', context.cacheControl('minute'));
    markGenerated(c, { aiGenerated: false, synthetic });
    const { market, asOf, events, movements } = answer;
    return c.json({ market, asOf, events, movements, synthetic, disclaimer: disclaimer({ synthetic }) }, 200);
  });

  app.openapi(getSeasonality, async (c) => {
    const { make, model, generation, trim, years, ...query } = c.req.valid('query');
    const { synthetic, ...reading } = await readingOf(query);
    const answer = await engine.generateSeasonalAnalysis({
      ...wordsOf({ make, model, generation, trim }),
      ...reading,
      ...(years === undefined ? {} : { years }),
    });
    if (answer.status !== 'ok') throw refusal(answer);
    c.header('Cache-Control', context.cacheControl('minute'));
    markGenerated(c, { aiGenerated: false, synthetic });
    return c.json(
      {
        market: answer.market,
        asOf: answer.asOf,
        seasons: answer.seasons.map(seasonBody),
        synthetic,
        disclaimer: disclaimer({ synthetic }),
      },
      200,
    );
  });

  app.openapi(getCorrelations, async (c) => {
    const { depth, limit, ...query } = c.req.valid('query');
    const { synthetic, ...reading } = await readingOf(query);
    const answer = await engine.correlateMarkets({
      ...reading,
      ...(depth === undefined ? {} : { depth }),
      ...(limit === undefined ? {} : { limit }),
    });
    if (answer.status !== 'ok') throw refusal(answer);
    c.header('Cache-Control', context.cacheControl('minute'));
    markGenerated(c, { aiGenerated: false, synthetic });
    const { market, asOf, names, pairs } = answer;
    return c.json({ market, asOf, names, pairs, synthetic, disclaimer: disclaimer({ synthetic }) }, 200);
  });
}

function wordsOf(words: {
  readonly model: string;
  readonly make: string | undefined;
  readonly generation: string | undefined;
  readonly trim: string | undefined;
}) {
  const { model, make, generation, trim } = words;
  return {
    model,
    ...(make === undefined ? {} : { make }),
    ...(generation === undefined ? {} : { generation }),
    ...(trim === undefined ? {} : { trim }),
  };
}

function seasonBody({ segment, season }: SeasonalAnalysis['seasons'][number]): SeasonBody {
  if (season.status !== 'ok') {
    const { reason, found, needed } = season;
    return {
      segment,
      refusal: `Not enough data: ${reason} (found ${found}, needed ${needed}).`,
      monthCount: found,
      exists: false,
      pValue: null,
      effects: [],
      bestToBuy: null,
      bestToSell: null,
      priceRange: null,
      rawRange: null,
      mixRange: null,
    };
  }
  const { monthCount, exists, pValue, effects, bestToBuy, bestToSell, priceRange, rawRange, mixRange } = season;
  const figures = { monthCount, exists, pValue, bestToBuy, bestToSell, priceRange, rawRange, mixRange };
  return { segment, refusal: null, ...figures, effects: [...effects] };
}
