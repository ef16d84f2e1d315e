import type { MarketInsight } from '@pa/engines';
import type { MarketCensus, SegmentCount } from '../market/market-census.ts';
import type { InsightBody } from '../schemas/insight.ts';
import { disclaimer } from './disclaimer.ts';

/** An insight as it leaves the API: money as text, with its marking and the range of its data. */
export function toInsightBody(insight: MarketInsight, censuses: readonly MarketCensus[]): InsightBody {
  return {
    id: insight.id,
    type: insight.type,
    analysisDate: insight.analysisDate,
    model: insight.model,
    generation: insight.generation,
    trim: insight.trim,
    title: insight.title,
    summary: insight.summary,
    facts: insight.facts,
    claims: insight.claims,
    marking: {
      aiGenerated: insight.aiGenerated,
      provider: insight.provider,
      requestedModel: insight.requestedModel,
      servedModel: insight.servedModel,
      promptVersion: insight.promptVersion,
      disclaimer: disclaimer(insight),
    },
    costNanoUsd: insight.costNanoUsd.toString(),
    processingTimeMs: insight.processingTimeMs,
    dataPointCount: insight.dataPointCount,
    dataRange: insightRange(insight, censuses),
    synthetic: insight.synthetic,
  };
}

/** Days of the sales of the insight's segment up to its day; the whole market where it names no model. */
function insightRange(insight: MarketInsight, censuses: readonly MarketCensus[]): InsightBody['dataRange'] {
  const ranges = insight.model === null ? censuses : censuses.flatMap((census) => segmentsNamed(insight, census));
  const first = ranges.flatMap(({ firstSaleOn }) => (firstSaleOn === null ? [] : [firstSaleOn])).sort();
  const last = ranges.flatMap(({ lastSaleOn }) => (lastSaleOn === null ? [] : [lastSaleOn])).sort();
  const from = first[0] ?? null;
  const to = last.at(-1) ?? null;
  if (from === null || to === null || from > insight.analysisDate) {
    return { from: null, to: null, saleCount: insight.dataPointCount };
  }
  return { from, to: to < insight.analysisDate ? to : insight.analysisDate, saleCount: insight.dataPointCount };
}

function segmentsNamed(insight: MarketInsight, census: MarketCensus): SegmentCount[] {
  return [...census.segments.values()].filter(
    ({ model, generation, trim }) =>
      model === insight.model && generation === insight.generation && trim === insight.trim,
  );
}
