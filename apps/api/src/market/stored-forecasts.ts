import { z } from '@hono/zod-openapi';
import type { FittedModelStore, IsoDate, MarketScope, SegmentId } from '@pa/engines';
import { marketKey } from '@pa/engines';
import type { IndexForecast } from '@pa/engines/forecasting';
import { createRecentAnswers } from './recent-answers.ts';

/** Where the daily run keeps its forecasts: one record a market and day, from segment to forecast. */
const FORECASTS = { kind: 'index-forecasts', version: '1' } as const;
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

/** The stored forecast of a segment as of a day, `null` where the daily run gave none. */
export type ReadForecast = (query: {
  readonly market: MarketScope;
  readonly segment: SegmentId;
  readonly asOf: IsoDate;
}) => Promise<IndexForecast | null>;

/** Reads stored forecasts; a market's record is kept for a while, for a page asks for its segments one after another. */
export function storedForecasts(
  store: FittedModelStore,
  options: { readonly now: () => number; readonly maximumAgeMs: number },
): ReadForecast {
  const records = createRecentAnswers<Readonly<Record<string, unknown>>>({ ...options, capacity: KEPT_DAYS });
  return async ({ market, segment, asOf }) => {
    const key = marketKey(market);
    const forecasts = await records.get(`${key} ${asOf}`, async () => {
      const record = await store.latest({ ...FORECASTS, market: key, asOf });
      // A record of an earlier day does not begin where this day's index ends.
      return record !== null && record.asOf === asOf && isRecord(record.payload) ? record.payload : {};
    });
    const forecast = Object.hasOwn(forecasts, segment) ? forecasts[segment] : undefined;
    return forecast === undefined ? null : IndexForecastSchema.parse(forecast);
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
