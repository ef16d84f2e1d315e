import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { dayNumber } from '@pa/engines';
import type { ApiContext } from '../api-context.ts';
import { disclaimer } from '../content/disclaimer.ts';
import { markGenerated } from '../content/mark-generated.ts';
import { toInsightBody } from '../content/to-insight-body.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { summariseAccuracy } from '../market/summarise-accuracy.ts';
import { OverviewSchema } from '../schemas/overview.ts';

const getOverview = createRoute({
  method: 'get',
  path: '/overview',
  operationId: 'getOverview',
  tags: ['market'],
  summary: 'The figures of the first page in one answer',
  responses: {
    200: jsonContent(OverviewSchema, 'Counts, accuracy, cost, and the newest summary.'),
    ...errorResponses(),
  },
});

const DAY_MS = 86_400_000;
const SETTLED_SHOWN = 1000;
const TEXTS_OF_A_DAY = 1000;
const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;

/** One answer for the cards of the first page. */
export function registerOverview(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const { stores, dataset } = context.dependencies;

  app.openapi(getOverview, async (c) => {
    const today = context.today();
    const censuses = await context.censuses();
    const [lastRunOn, [summary], settled, llmCost, active, ...open] = await Promise.all([
      context.lastRunOn(),
      stores.insights.list({ type: 'market_summary', limit: 1 }),
      stores.predictions.list({ settled: true, limit: SETTLED_SHOWN }),
      llmCostToday(context),
      countActive(context, censuses.length === 1 ? censuses[0]?.activeListingCount : undefined),
      ...SEVERITIES.map((severity) => stores.anomalies.list({ severity, status: 'active', limit: 1 })),
    ]);
    const [low = 0, medium = 0, high = 0, critical = 0] = open.map((page) => page.total);
    const segmentCounts = await Promise.all(
      censuses.map(async ({ market }) => (await stores.marketIndices.segments({ market, asOf: today })).length),
    );
    const firsts = censuses.flatMap(({ firstSaleOn }) => (firstSaleOn === null ? [] : [firstSaleOn])).sort();
    const lasts = censuses.flatMap(({ lastSaleOn }) => (lastSaleOn === null ? [] : [lastSaleOn])).sort();
    const saleCount = censuses.reduce((sum, census) => sum + census.saleCount, 0);
    const synthetic = dataset.synthetic || censuses.some((census) => census.synthetic);
    c.header('Cache-Control', context.cacheControl('revalidate'));
    markGenerated(c, { aiGenerated: summary?.aiGenerated ?? false, synthetic });
    return c.json(
      {
        today,
        lastRunOn,
        markets: censuses.map((census, index) => ({
          market: census.market,
          saleCount: census.saleCount,
          segmentCount: segmentCounts[index] ?? 0,
        })),
        saleCount,
        activeListingCount: active,
        segmentCount: segmentCounts.reduce((sum, count) => sum + count, 0),
        openAnomalies: { total: low + medium + high + critical, low, medium, high, critical },
        accuracy: summariseAccuracy(settled.flatMap(({ outcome }) => (outcome === null ? [] : [outcome]))),
        llmCostTodayNanoUsd: llmCost.toString(),
        summary: summary === undefined ? null : toInsightBody(summary, censuses),
        dataRange: { from: firsts[0] ?? null, to: lasts.at(-1) ?? null, saleCount },
        dataset: { name: dataset.name, synthetic },
        disclaimer: disclaimer({ synthetic }),
      },
      200,
    );
  });
}

/** Two markets of one currency share their running listings: only one market's own count may be taken as it is. */
async function countActive(context: ApiContext, known: number | undefined): Promise<number> {
  if (known !== undefined) return known;
  let count = 0;
  for await (const _listing of context.dependencies.stores.marketData.activeListings({ asOf: context.today() }))
    count += 1;
  return count;
}

async function llmCostToday(context: ApiContext): Promise<bigint> {
  const { llmCostNanoUsd, stores } = context.dependencies;
  const today = context.today();
  if (llmCostNanoUsd !== undefined) {
    const from = dayNumber(today) * DAY_MS;
    return llmCostNanoUsd({ from, to: from + DAY_MS });
  }
  const texts = await stores.insights.list({ asOf: today, limit: TEXTS_OF_A_DAY });
  return texts.filter((text) => text.analysisDate === today).reduce((sum, text) => sum + text.costNanoUsd, 0n);
}
