import type { IsoDate } from '../market/calendar.ts';
import type { AnalysisDepth, Fact, InsightType, MarketInsight } from '../market/insight.ts';
import { compileSlots } from '../narrate/compile-slots.ts';
import { factSheet } from '../narrate/fact-sheet.ts';
import { type Narration, type NarrationFailure, narrate } from '../narrate/narrate.ts';
import { proveText } from '../narrate/prove-text.ts';
import type { Writer } from '../narrate/writer.ts';
import { type Passage, paragraphs } from './passage.ts';

/** What every text is written with. */
export interface WritingOptions {
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
  /** Gives the id of the insight. */
  readonly newId: () => string;
  /** Writes with a language model. Default: none, the template is served. */
  readonly writer?: Writer;
  /** How much is said, by the reader's preference. Default: standard. */
  readonly depth?: AnalysisDepth;
}

/** An insight, and what the language model wrote that was not served. */
export interface WrittenInsight {
  readonly insight: MarketInsight;
  /** Empty where no model was asked or its first text was proved. */
  readonly failures: readonly NarrationFailure[];
}

/** What a template says about one subject. */
export interface InsightDraft
  extends Pick<MarketInsight, 'model' | 'trim' | 'generation' | 'dataPointCount' | 'synthetic'> {
  readonly type: InsightType;
  readonly analysisDate: IsoDate;
  /** Changes with every change of the template's words. */
  readonly templateVersion: string;
  /** One line with slots. */
  readonly title: Passage;
  readonly body: Passage;
  /** Facts that belong to the subject and that the body need not say. */
  readonly furtherFacts?: readonly Fact[];
}

/** The passages of a text at a depth: the lead alone, with what a reader expects, or with all there is. */
export function bodyOf(
  passages: {
    readonly lead: readonly (Passage | null)[];
    readonly standard?: readonly (Passage | null)[];
    readonly detailed?: readonly (Passage | null)[];
  },
  { depth = 'standard' }: Pick<WritingOptions, 'depth'>,
): Passage {
  const { lead, standard = [], detailed = [] } = passages;
  if (depth === 'basic') return paragraphs(lead);
  return paragraphs([...lead, ...standard, ...(depth === 'detailed' ? detailed : [])]);
}

/** The label before the title of everything that speaks of generated data. */
const SYNTHETIC_TITLE = '[Synthetic data] ';

/** Titles that claim nothing, for a subject whose name reads as a claim. */
export const PLAIN_TITLES: Readonly<Record<InsightType, string>> = {
  market_summary: 'Market summary',
  segment_report: 'Segment report',
  price_prediction: 'Price prediction',
  anomaly: 'Anomaly',
  option_value: 'Option value',
  season: 'Season',
  cross_market: 'Markets compared',
  market_movement: 'Market movement',
  recommendation: 'Investment view',
  data_quality: 'Data quality',
  cost: 'Cost of texts',
  answer: 'Answer',
};

/** Writes the words of an insight and proves them, the title included. */
export async function writeInsight(draft: InsightDraft, options: WritingOptions): Promise<WrittenInsight> {
  const startedAt = options.now();
  const { type, analysisDate, model, trim, generation, dataPointCount, synthetic, templateVersion } = draft;
  const facts = factsOf(draft);
  const narration: Narration = await narrate({
    promptType: type,
    facts,
    template: draft.body.text,
    templateVersion,
    synthetic,
    ...(options.writer === undefined ? {} : { writer: options.writer }),
  });
  const { text: summary, failures, ...origin } = narration;
  const title = `${synthetic ? SYNTHETIC_TITLE : ''}${fillTitle(draft)}`;
  const insight: MarketInsight = {
    id: options.newId(),
    type,
    analysisDate,
    model,
    trim,
    generation,
    title,
    summary,
    facts,
    ...origin,
    processingTimeMs: Math.max(0, options.now() - startedAt),
    dataPointCount,
    synthetic,
  };
  return { insight, failures };
}

function factsOf({ title, body, furtherFacts = [] }: InsightDraft): readonly Fact[] {
  return [...title.facts, ...body.facts, ...furtherFacts];
}

function fillTitle(draft: InsightDraft): string {
  const sheet = factSheet(factsOf(draft));
  const compiled = compileSlots(draft.title.text, sheet);
  const proved = compiled.status === 'ok' && proveText(compiled.text, { sheet }).status === 'proved';
  return proved ? compiled.text : PLAIN_TITLES[draft.type];
}
