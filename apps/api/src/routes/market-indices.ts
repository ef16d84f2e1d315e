import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { type MarketIndex, marketKey } from '@pa/engines';
import type { IndexForecast } from '@pa/engines/forecasting';
import type { ApiContext } from '../api-context.ts';
import { disclaimer } from '../content/disclaimer.ts';
import { markGenerated } from '../content/mark-generated.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { ApiError } from '../http/api-error.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { noSales } from '../http/refusals.ts';
import { dataRangeOf } from '../market/data-range-of.ts';
import { storedActivity } from '../market/stored-activity.ts';
import { storedForecasts } from '../market/stored-forecasts.ts';
import { IndexQuerySchema, MarketIndexSchema } from '../schemas/market-index.ts';

const getMarketIndex = createRoute({
  method: 'get',
  path: '/indices',
  operationId: 'getMarketIndex',
  tags: ['market'],
  summary: 'The price index of a segment with its forecast',
  request: { query: IndexQuerySchema },
  responses: { 200: jsonContent(MarketIndexSchema, 'Points and forecast path.'), ...errorResponses(400, 404, 422) },
});

const FORECAST_AGE_MS = 60_000;

/** The stored index of a segment, and where it may go. */
export function registerMarketIndices(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  const { stores } = context.dependencies;
  const readForecast = storedForecasts(stores.fittedModels, { now: context.now, maximumAgeMs: FORECAST_AGE_MS });

  const readActivity = storedActivity(stores.fittedModels, { now: context.now, maximumAgeMs: FORECAST_AGE_MS });

  app.openapi(getMarketIndex, async (c) => {
    const { segment, market, months = 12, asOf: askedDay } = c.req.valid('query');
    const census = await context.censusOf(market);
    if (census === null) throw noSales(market);
    const stored = await stores.marketIndices.latest({
      market: census.market,
      segment,
      asOf: askedDay === undefined ? context.today() : await context.computationDay(askedDay),
    });
    if (stored === null) {
      throw new ApiError(404, {
        code: 'NOT_FOUND',
        message: `The segment ${segment} has no index in the market ${marketKey(census.market)}: see /segments for those that have.`,
      });
    }
    const { asOf, index } = stored;
    const forecast = await readForecast({ market: index.market, segment, asOf });
    const activity = await readActivity({ market: index.market, segment, asOf });
    const synthetic = census.segments.get(segment)?.synthetic ?? context.dependencies.dataset.synthetic;
    c.header('Cache-Control', context.cacheControl('minute'));
    markGenerated(c, { aiGenerated: false, synthetic });
    return c.json(
      {
        market: index.market,
        segment,
        asOf,
        points: index.points,
        forecast: forecast.status === 'ok' ? forecastOnScale(forecast, { index, months }) : null,
        forecastRefusal: forecast.status === 'ok' ? null : `Not enough data: ${forecast.reason}.`,
        liquidity: activity?.liquidity ?? null,
        repeatSales: activity?.repeatSales ?? null,
        dataRange: dataRangeOf(census, { segment, asOf }),
        synthetic,
        disclaimer: disclaimer({ synthetic }),
      },
      200,
    );
  });
}

/** Growth against the last month, put on the scale of the index. */
function forecastOnScale(forecast: IndexForecast, options: { readonly index: MarketIndex; readonly months: number }) {
  const lastLevel = options.index.points.at(-1)?.level ?? 100;
  return {
    originMonth: forecast.originMonth,
    method: forecast.method,
    steps: forecast.steps
      .filter((step) => step.monthsAhead <= options.months)
      .map((step) => ({
        month: step.month,
        monthsAhead: step.monthsAhead,
        level: lastLevel * step.growth,
        intervals: step.intervals.map(({ confidenceLevel, lower, upper }) => ({
          confidenceLevel,
          lower: lastLevel * lower,
          upper: lastLevel * upper,
        })),
      })),
    backtest: forecast.backtest,
    hasSkill: forecast.hasSkill,
  };
}
