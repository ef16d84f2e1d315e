import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { ApiContext } from '../api-context.ts';
import { budgetStates } from '../content/to-budget-body.ts';
import { costBreakdown, everyDay, toAlertBody, toForecastBody } from '../content/to-cost-body.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { dayRange } from '../http/day-range.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { configured } from '../http/refusals.ts';
import { CostsSchema } from '../schemas/costs.ts';
import { DayRangeQuerySchema } from '../schemas/day-range.ts';

const getCosts = createRoute({
  method: 'get',
  path: '/costs',
  operationId: 'getCosts',
  tags: ['costs'],
  summary: 'What language models cost, saved, and will have cost',
  request: { query: DayRangeQuerySchema },
  responses: {
    200: jsonContent(CostsSchema, 'Today, the period, the forecast of the month, and the budgets.'),
    ...errorResponses(400, 503),
  },
});

const ALERTS_SHOWN = 20;

/** What language models cost. */
export function registerCosts(app: OpenAPIHono<ApiEnvironment>, context: ApiContext): void {
  app.openapi(getCosts, async (c) => {
    const costs = configured(context.dependencies.costs, 'costs');
    const today = context.today();
    const range = dayRange(c.req.valid('query'), { today });
    const [ofToday, ofPeriod, daily, savings, forecast, budgets, alerts] = await Promise.all([
      costBreakdown(costs.ledger, dayRange({ from: today, to: today }, { today })),
      costBreakdown(costs.ledger, range),
      costs.ledger.dailyCosts({ from: range.from, to: range.to, by: 'provider' }),
      costs.savings.totals({ from: range.from, to: range.to, by: 'kind' }),
      costs.monitor.forecastMonth(),
      budgetStates(costs, { at: context.now() }),
      costs.alerts.recent({ limit: ALERTS_SHOWN }),
    ]);
    c.header('Cache-Control', context.cacheControl('revalidate'));
    return c.json(
      {
        today,
        from: range.fromDay,
        to: range.toDay,
        ofToday,
        ofPeriod,
        daily: everyDay(daily, range),
        savings: savings.map(({ key, lineCount, savedNanoUsd, estimatedNanoUsd }) => ({
          kind: key ?? '',
          count: lineCount,
          savedNanoUsd: savedNanoUsd.toString(),
          estimatedNanoUsd: estimatedNanoUsd.toString(),
        })),
        savedNanoUsd: savings.reduce((sum, { savedNanoUsd }) => sum + savedNanoUsd, 0n).toString(),
        forecast: toForecastBody(forecast),
        budgets,
        alerts: alerts.map(toAlertBody),
      },
      200,
    );
  });
}
