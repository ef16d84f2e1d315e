import type { IsoDate } from './calendar.ts';

export type InsightType = 'market_summary' | 'segment_report' | 'price_prediction' | 'anomaly' | 'data_quality';

/** Everything that may be said is a fact: a value with its unit, its n and the way it was computed. */
export interface Fact {
  /** Unique in its sheet, such as `gt3.predicted_price.3m`. */
  readonly id: string;
  readonly kind: 'price' | 'share' | 'count' | 'date' | 'name';
  readonly value: number | string;
  /** Currency code for prices, `%` for shares, a noun for counts, empty for dates and names. */
  readonly unit: string;
  /** Observations behind the value. */
  readonly n: number;
  /** How it was computed, in words a person can follow. */
  readonly formula: string;
}

/** A text about the market together with every fact that it uses. */
export interface MarketInsight {
  readonly id: string;
  readonly type: InsightType;
  readonly analysisDate: IsoDate;
  readonly model: string | null;
  readonly trim: string | null;
  readonly generation: string | null;
  readonly title: string;
  readonly summary: string;
  readonly facts: readonly Fact[];
  /** `template` where no language model wrote the text. */
  readonly provider: string;
  readonly requestedModel: string;
  readonly servedModel: string;
  readonly promptVersion: string;
  /** Cost of the text in integer nano-dollars. */
  readonly costNanoUsd: bigint;
  readonly processingTimeMs: number;
  readonly dataPointCount: number;
  /** True where a language model wrote the words (EU AI Act, article 50). */
  readonly aiGenerated: boolean;
  readonly synthetic: boolean;
}
