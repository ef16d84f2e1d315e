import { z } from '@hono/zod-openapi';
import {
  type FittedModelStore,
  type IsoDate,
  type MarketScope,
  marketKey,
  SEGMENT_ACTIVITY,
  SEGMENT_ACTIVITY_VERSION,
  type SegmentId,
} from '@pa/engines';
import { LiquiditySchema, RepeatSalesSchema } from '../schemas/segment-activity.ts';
import { createRecentAnswers } from './recent-answers.ts';

const ActivitySchema = z.object({ liquidity: LiquiditySchema, repeatSales: RepeatSalesSchema.nullable() });
const KEPT_DAYS = 8;

export type StoredActivity = z.infer<typeof ActivitySchema>;

/** What the daily run of a day stored of the offers of a segment; `null` where it stored nothing. */
export type ReadActivity = (query: {
  readonly market: MarketScope;
  readonly segment: SegmentId;
  readonly asOf: IsoDate;
}) => Promise<StoredActivity | null>;

/** Reads stored activity; a market's records are kept for a while, for a page asks for its segments one after another. */
export function storedActivity(
  store: FittedModelStore,
  options: { readonly now: () => number; readonly maximumAgeMs: number },
): ReadActivity {
  const records = createRecentAnswers<Readonly<Record<string, unknown>>>({ ...options, capacity: KEPT_DAYS });
  return async ({ market, segment, asOf }) => {
    const key = marketKey(market);
    const bySegment = await records.get(`${key} ${asOf}`, async () => {
      const model = { kind: SEGMENT_ACTIVITY, version: SEGMENT_ACTIVITY_VERSION };
      const record = await store.latest({ ...model, market: key, asOf });
      const payload = record !== null && record.asOf === asOf ? record.payload : {};
      return typeof payload === 'object' && payload !== null ? (payload as Readonly<Record<string, unknown>>) : {};
    });
    return Object.hasOwn(bySegment, segment) ? ActivitySchema.parse(bySegment[segment]) : null;
  };
}
