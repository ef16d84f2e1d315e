import type { IsoDate } from '../calendar.ts';
import type { InsightType, MarketInsight } from '../insight.ts';

/**
 * Keeps insights by their id.
 *
 * *Duplicate*: an id that exists is kept as it is: a text that people may have read does not change. *Missing*: `byId`
 * answers `null`.
 */
export interface InsightStore {
  /** Answers how many were new. */
  save(insights: readonly MarketInsight[]): Promise<number>;
  byId(id: string): Promise<MarketInsight | null>;
  /** Newest analysis date first, ties by id; at most `limit` (default 20). */
  list(query: {
    readonly type?: InsightType;
    readonly model?: string;
    readonly trim?: string;
    /** Only insights whose analysis date is not later than this day. */
    readonly asOf?: IsoDate;
    readonly limit?: number;
  }): Promise<readonly MarketInsight[]>;
}
