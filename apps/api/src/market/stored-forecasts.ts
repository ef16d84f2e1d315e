import { z } from '@hono/zod-openapi';
import {
  FORECAST_MODEL,
  FORECAST_MODEL_VERSION,
  type FittedModelStore,
  type IsoDate,
  type MarketScope,
  marketKey,
  type NotEnoughData,
  REFUSAL_MODEL,
  REFUSAL_MODEL_VERSION,
  type SegmentId,
} from '@pa/engines';
import type { IndexForecast } from '@pa/engines/forecasting';
import { createRecentAnswers } from './recent-answers.ts';

/** One record a market and day, by segment. */
const FORECASTS = { kind: FORECAST_MODEL, version: FORECAST_MODEL_VERSION };
const REFUSALS = { kind: REFUSAL_MODEL, version: REFUSAL_MODEL_VERSION };
const KEPT_DAYS = 8;

const IndexForecastSchema = z.object({
  status: z.literal('ok'),
  segment: z.string(),
  originMonth: z.string(),
  method: z.string(),
  steps: z.array(
    z.object({
      monthsAhead: z.number(),
      month: z.string(),
      growth: z.number(),
      intervals: z.array(z.object({ confidenceLevel: z.number(), lower: z.number(), upper: z.number() })),
    }),
  ),
  backtest: z.object({
    originCount: z.number(),
    meanAbsoluteError: z.number(),
    naiveMeanAbsoluteError: z.number(),
  }),
  hasSkill: z.boolean(),
}) satisfies z.ZodType<IndexForecast>;

const RefusalSchema = z.object({
  status: z.literal('not-enough-data'),
  reason: z.string(),
  found: z.number(),
  needed: z.number(),
}) satisfies z.ZodType<NotEnoughData>;

const NO_REASON: NotEnoughData = {
  status: 'not-enough-data',
  reason: 'no forecast of this segment was stored',
  found: 0,
  needed: 1,
};

/** The forecast that the daily run of a day stored for a segment, or why it stored none. */
export type ReadForecast = (query: {
  readonly market: MarketScope;
  readonly segment: SegmentId;
  readonly asOf: IsoDate;
}) => Promise<IndexForecast | NotEnoughData>;

/** Reads stored forecasts; a market's records are kept for a while, for a page asks for its segments one after another. */
export function storedForecasts(
  store: FittedModelStore,
  options: { readonly now: () => number; readonly maximumAgeMs: number },
): ReadForecast {
  const records = createRecentAnswers<Readonly<Record<string, unknown>>>({ ...options, capacity: 2 * KEPT_DAYS });
  const read = (model: { readonly kind: string; readonly version: string }, market: string, asOf: IsoDate) =>
    records.get(`${model.kind} ${market} ${asOf}`, async () => {
      const record = await store.latest({ ...model, market, asOf });
      // A record of an earlier day does not begin where this day's index ends.
      return record !== null && record.asOf === asOf && isRecord(record.payload) ? record.payload : {};
    });
  return async ({ market, segment, asOf }) => {
    const key = marketKey(market);
    const forecasts = await read(FORECASTS, key, asOf);
    if (Object.hasOwn(forecasts, segment)) return IndexForecastSchema.parse(forecasts[segment]);
    const refusals = await read(REFUSALS, key, asOf);
    return Object.hasOwn(refusals, segment) ? RefusalSchema.parse(refusals[segment]) : NO_REASON;
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
