import type { IsoDate } from '../calendar.ts';
import type { InsightType, MarketInsight } from '../insight.ts';

/** What a reader thought of a text. */
export interface InsightFeedback {
  readonly insightId: string;
  /** Who says so; one voice a reader. */
  readonly userId: string;
  readonly isUseful: boolean;
  /** Epoch milliseconds. */
  readonly givenAt: number;
}

/** Voices about a text. */
export interface FeedbackCount {
  readonly useful: number;
  readonly notUseful: number;
}

/**
 * Keeps insights by their id.
 *
 * *Duplicate*: an id that exists is kept as it is: a text that people may have read does not change. *Missing*: `byId`
 * answers `null`, and an insight nobody judged counts 0 and 0. *Feedback*: the newest word
 * of a reader stands, whatever the order of arrival; of two with the same instant the one that came last. Feedback on an
 * unknown insight is kept out and answered with `false`.
 */
export interface InsightStore {
  /** Answers how many were new. */
  save(insights: readonly MarketInsight[]): Promise<number>;
  byId(id: string): Promise<MarketInsight | null>;
  /** Newest analysis date first, within a day by the order of `INSIGHT_TYPES`, ties by id; at most `limit` (default 20). */
  list(query: {
    readonly type?: InsightType;
    readonly model?: string;
    readonly trim?: string;
    /** Only insights whose analysis date is not later than this day. */
    readonly asOf?: IsoDate;
    readonly limit?: number;
  }): Promise<readonly MarketInsight[]>;
  /** Notes what a reader thought; `false` where there is no such insight. */
  recordFeedback(feedback: InsightFeedback): Promise<boolean>;
  feedbackOf(insightId: string): Promise<FeedbackCount>;
  /** Removes every word of a reader, as if it had never been said. Answers how many there were. */
  eraseFeedbackOf(userId: string): Promise<number>;
}
