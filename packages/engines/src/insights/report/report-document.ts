import type { IsoDate } from '../../market/calendar.ts';
import type { MarketInsight } from '../../market/insight.ts';

/** Texts that are handed out together, with what has to stand beside generated texts. */
export interface ReportDocument {
  readonly title: string;
  readonly asOf: IsoDate;
  /** Days of the data behind the texts; `null` where they are not known. */
  readonly dataRange: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly insights: readonly MarketInsight[];
}

/** The sentence that stands with every text, by who wrote it and where the data come from. */
export function insightDisclaimer(options: { readonly aiGenerated?: boolean; readonly synthetic: boolean }): string {
  const sentences = ['Estimates from statistics on past sales, not advice to buy or to sell.'];
  if (options.aiGenerated === true) {
    sentences.push(
      'The words were written by a language model; every number in them was checked against the facts listed.',
    );
  }
  if (options.synthetic) sentences.push('The data are synthetic: no such cars were sold.');
  return sentences.join(' ');
}

/** Marks of a whole document: a text of a model among others marks it all. */
export function documentMarks({ insights }: ReportDocument): {
  readonly aiGenerated: boolean;
  readonly synthetic: boolean;
  /** Models that wrote, each once; `template` where none did. */
  readonly models: readonly string[];
} {
  return {
    aiGenerated: insights.some(({ aiGenerated }) => aiGenerated),
    synthetic: insights.some(({ synthetic }) => synthetic),
    models: [...new Set(insights.map(({ servedModel }) => servedModel))].toSorted(),
  };
}

/** Who wrote a text, in words. */
export function writtenBy({ aiGenerated, servedModel, promptVersion }: MarketInsight): string {
  return aiGenerated
    ? `Words by a language model (${servedModel}, prompt ${promptVersion})`
    : `Words from a template (${promptVersion})`;
}
