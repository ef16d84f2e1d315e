import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import { allCalls } from '@pa/cost';
import { DAILY_STEPS, marketKey } from '@pa/engines';
import type { ApiContext } from '../api-context.ts';
import { instantOf } from '../content/to-prompt-body.ts';
import type { ApiEnvironment } from '../http/api-environment.ts';
import { type DayRange, dayRange } from '../http/day-range.ts';
import { errorResponses, jsonContent } from '../http/error-responses.ts';
import { type RequestTimes, spreadOf } from '../http/request-times.ts';
import { DayRangeQuerySchema } from '../schemas/day-range.ts';
import { UsageSchema } from '../schemas/usage.ts';

const getUsage = createRoute({
  method: 'get',
  path: '/usage',
  operationId: 'getUsage',
  tags: ['usage'],
  summary: 'What is used, and how long answers, language models and the daily run take',
  request: { query: DayRangeQuerySchema },
  responses: { 200: jsonContent(UsageSchema, 'Counts and times.'), ...errorResponses(400) },
});

/** Steps that a run does for each market; the others it does once over all. */
const OVER_ALL: ReadonlySet<string> = new Set(['refresh_cache', 'notify']);

/** The dashboards of use and of speed. */
export function registerUsage(app: OpenAPIHono<ApiEnvironment>, context: ApiContext, times: RequestTimes): void {
  app.openapi(getUsage, async (c) => {
    const range = dayRange(c.req.valid('query'), { today: context.today() });
    const [use, models, dailyRun] = await Promise.all([
      featureUse(context, range),
      modelTimes(context, range),
      runTimes(context),
    ]);
    c.header('Cache-Control', 'no-store');
    return c.json(
      {
        from: range.fromDay,
        to: range.toDay,
        use,
        requests: { since: instantOf(times.since), routes: [...times.routes()] },
        models,
        dailyRun,
      },
      200,
    );
  });
}

async function featureUse({ dependencies }: ApiContext, { from, to }: DayRange) {
  const { events } = dependencies.stores;
  const [now, before] = await Promise.all([
    events.countByName({ from, to }),
    events.countByName({ from: from - (to - from), to: from }),
  ]);
  return [...new Set([...Object.keys(now), ...Object.keys(before)])]
    .map((name) => ({ name, count: now[name] ?? 0, countBefore: before[name] ?? 0 }))
    .toSorted((left, right) => right.count - left.count || (left.name < right.name ? -1 : 1));
}

async function modelTimes({ dependencies }: ApiContext, { from, to }: DayRange) {
  if (dependencies.costs === undefined) return null;
  const models = new Map<string, { failedCount: number; readonly answerMs: number[]; count: number }>();
  for await (const { provider, requestedModel, outcome, durationMs } of allCalls(dependencies.costs.ledger, {
    from,
    to,
  })) {
    const model = `${provider}/${requestedModel}`;
    const kept = models.get(model) ?? { failedCount: 0, answerMs: [], count: 0 };
    models.set(model, kept);
    kept.count += 1;
    // What failed at once would make a model look quick.
    if (outcome === 'answered') kept.answerMs.push(durationMs);
    else kept.failedCount += 1;
  }
  return [...models]
    .map(([model, { count, failedCount, answerMs }]) => ({ model, count, failedCount, ...spreadOf(answerMs) }))
    .toSorted((left, right) => right.count - left.count || (left.model < right.model ? -1 : 1));
}

async function runTimes(context: ApiContext): Promise<z.input<typeof UsageSchema>['dailyRun']> {
  const day = await context.lastRunOn();
  if (day === null) return null;
  const { runs } = context.dependencies.stores;
  const markets = (await context.censuses()).map(({ market }) => marketKey(market));
  const steps: { step: string; market: string | null; durationMs: number }[] = [];
  for (const step of DAILY_STEPS) {
    for (const market of OVER_ALL.has(step) ? [null] : markets) {
      const name = market === null ? step : `${step} ${market}`;
      const record = await runs.completedStep({ run: 'daily', asOf: day, step: name });
      if (record !== null) steps.push({ step, market, durationMs: record.durationMs });
    }
  }
  return { day, steps };
}
