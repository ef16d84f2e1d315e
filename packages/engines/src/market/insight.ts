import type { IsoDate } from './calendar.ts';

/** Every type of text there is, in the order of telling. */
export const INSIGHT_TYPES = [
  'market_summary',
  'segment_report',
  'price_prediction',
  'anomaly',
  'option_value',
  'season',
  'cross_market',
  'market_movement',
  'recommendation',
  'data_quality',
  'cost',
  'answer',
] as const;

/** What a text is about; `answer` replies to a question. */
export type InsightType = (typeof INSIGHT_TYPES)[number];

/** Reading level and length of a text: the user's preferred depth of the analysis. */
export const DEPTHS = ['basic', 'standard', 'detailed'] as const;
export type AnalysisDepth = (typeof DEPTHS)[number];

/** What the value of a fact is. */
export const FACT_KINDS = [
  'price',
  'share',
  'count',
  'date',
  'name',
  'rank',
  'direction',
  'comparison',
  'statement',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/**
 * The part a fact plays in a sentence, which the words around it have to fit.
 *
 * - `now` and `ahead`: a price or a change of today and one that is forecast; `past`: a change that happened
 * - `asked` and `valued`: what a seller wants or was paid, and what a model says it is worth
 * - `lower` and `upper`: the bounds of an interval; `level`: how much of the truth it should hold
 * - `span`: months or days looked back over; `span-ahead`: looked ahead over
 * - `start`, `end`, `target` and `day`: the first day of something, its last, the day a forecast speaks of, the day of
 *   the analysis
 * - `whole` and `part`: a count that others are part of, and one that is part of it
 */
export const FACT_ROLES = [
  'now',
  'ahead',
  'past',
  'asked',
  'valued',
  'lower',
  'upper',
  'level',
  'span',
  'span-ahead',
  'start',
  'end',
  'target',
  'day',
  'whole',
  'part',
] as const;
export type FactRole = (typeof FACT_ROLES)[number];

/** Days that the rows behind a fact are from, both included. */
export interface FactPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The rows behind a fact, as the question that finds them. */
export interface FactSource {
  /** In words, such as `sales of Porsche 911 992.1 GT3 in USD`. */
  readonly query: string;
  /** Filters of the list of listings that show these rows. Absent where no list shows them. */
  readonly rows?: Readonly<Record<string, string>>;
}

/** Everything that may be said is a fact: a value with its unit, its n and the way it was computed. */
export interface Fact {
  /** Unique in its sheet, such as `gt3.predicted_price.3m`. */
  readonly id: string;
  readonly kind: FactKind;
  /**
   * A number for prices, shares, counts, ranks (1 is the first), directions (1, 0 or -1) and comparisons (a ratio, 2 is
   * twice as much); text for dates, names and statements.
   */
  readonly value: number | string;
  /**
   * Currency code for prices, `%` for shares, a noun for counts, what is ranked for ranks, such as `largest rise`; else
   * empty.
   */
  readonly unit: string;
  /** Observations behind the value; for a rank, how many were ranked. */
  readonly n: number;
  /** How it was computed, in words a person can follow. */
  readonly formula: string;
  readonly period?: FactPeriod;
  readonly source?: FactSource;
  readonly role?: FactRole;
  /**
   * Ids of facts that belong to it, such as the name of the car, the months compared or the target day: where a sentence
   * states others of their kind beside it, it lies.
   */
  readonly with?: readonly string[];
  /** A clause that states it has to hold one of these words. */
  readonly words?: readonly string[];
}

/** A place of a text that states a fact, by its first character and the one after its last. */
export interface StatedFact {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly factId: string;
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
  /** Every place of the summary that states one of the facts, in order. Empty where they were not kept. */
  readonly claims: readonly StatedFact[];
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
