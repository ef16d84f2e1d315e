import { defineCacheKey, PREDICTION, REAL_TIME, SUMMARY, type TtlClass } from '@pa/cache';
import type { LLMPrompt } from '@pa/prompts';
import type { InsightType } from '../market/insight.ts';
import type { WritingRequest, WrittenText } from './writer.ts';

interface TextRequest extends WritingRequest {
  readonly provider: string;
  readonly modelId: string;
  readonly promptHash: string;
}

/** The key of a text: everything that shapes it. */
export const textKey = defineCacheKey<TextRequest>('insight-text', {
  promptType: 'include',
  facts: 'include',
  templateText: 'include',
  synthetic: 'include',
  faults: 'include',
  previousText: 'include',
  provider: 'include',
  modelId: 'include',
  promptHash: 'include',
});

/** How long a text of a type is kept. */
export const LIFETIMES: Readonly<Record<InsightType, TtlClass>> = {
  anomaly: REAL_TIME,
  price_prediction: PREDICTION,
  market_summary: SUMMARY,
  segment_report: SUMMARY,
  data_quality: SUMMARY,
  option_value: SUMMARY,
  season: SUMMARY,
  cross_market: SUMMARY,
  market_movement: SUMMARY,
  recommendation: PREDICTION,
  cost: SUMMARY,
  answer: REAL_TIME,
};

/** As it is kept: JSON has no bigint. */
export type KeptText = Omit<WrittenText, 'costNanoUsd'> & { readonly costNanoUsd: string };

/** What a kept text rests on. */
export function tagsOf(request: WritingRequest, prompt: Pick<LLMPrompt, 'type' | 'version'>): readonly string[] {
  return [`insight:${request.promptType}`, `prompt:${prompt.type}@${prompt.version}`];
}
