import {
  type CacheScope,
  defineCacheKey,
  type LLMCache,
  PREDICTION,
  REAL_TIME,
  SUMMARY,
  type TtlClass,
} from '@pa/cache';
import { type PriceBook, priceUsage } from '@pa/cost';
import type { LanguageModel } from '@pa/llm-core';
import { defineTemplate, type PromptManager } from '@pa/prompts';
import { z } from 'zod';
import type { InsightType } from '../market/insight.ts';
import { factSheet } from './fact-sheet.ts';
import { fillSlots } from './fill-slots.ts';
import type { Writer, WritingRequest, WrittenText } from './writer.ts';
import { writingVariables } from './writing-variables.ts';

export interface ModelWriterOptions {
  /** Guarded by the caller: retry, fallback, limits and metering are not this function's business. */
  readonly model: LanguageModel;
  readonly prompts: PromptManager;
  /** Prices the call for the insight's own record; the ledger books it apart. */
  readonly priceBook: PriceBook;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Keeps texts that were proved. Default: every text is written anew. */
  readonly cache?: { readonly cache: LLMCache; readonly scope: CacheScope };
}

interface TextRequest extends WritingRequest {
  readonly provider: string;
  readonly modelId: string;
  readonly promptHash: string;
}

const textKey = defineCacheKey<TextRequest>('insight-text', {
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

const LIFETIMES: Readonly<Record<InsightType, TtlClass>> = {
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

const variables = z.object({
  promptType: z.string(),
  templateText: z.string(),
  facts: z.string(),
  previousText: z.string(),
  faults: z.string(),
});

/** Writes with a language model under the deployed prompt. Only texts that can be proved are kept; one from the cache is free. */
export function createModelWriter(options: ModelWriterOptions): Writer {
  return async (request) => {
    const { prompt } = await options.prompts.getPrompt(request.promptType);
    const ask = async (): Promise<WrittenText> => {
      const startedAt = options.now();
      const result = await options.model.generate({
        system: prompt.systemPrompt,
        messages: [{ role: 'user', content: [{ type: 'text', text: userPrompt(prompt.userPromptTemplate, request) }] }],
        ...(prompt.maxOutputTokens === undefined ? {} : { maxOutputTokens: prompt.maxOutputTokens }),
        ...(prompt.temperature === undefined ? {} : { temperature: prompt.temperature }),
        // The instructions are the same for every text of a kind: the provider may keep them.
        promptCache: { key: `${prompt.type}@${prompt.version}` },
        context: { feature: request.promptType, promptName: prompt.type, promptVersion: `${prompt.version}` },
      });
      const price = options.priceBook({ provider: result.provider, model: result.servedModel, at: startedAt });
      return {
        text: result.text,
        provider: result.provider,
        requestedModel: result.requestedModel,
        servedModel: result.servedModel,
        promptVersion: `${prompt.type}@${prompt.version}`,
        costNanoUsd: (price === null ? null : priceUsage(result.usage, price)?.nanoUsd) ?? 0n,
      };
    };
    if (options.cache === undefined) return ask();
    const { model } = options;
    const { scope } = options.cache;
    const keyOf = (asked: { readonly provider: string; readonly modelId: string }) =>
      textKey.keyOf({ ...request, ...asked, promptHash: prompt.contentHash }, { scope });
    const key = keyOf({ provider: model.provider, modelId: model.modelId });
    let servedBy = model.provider;
    const { value, status } = await options.cache.cache.getOrCompute<KeptText>(key, {
      ttlClass: LIFETIMES[request.promptType],
      tags: [`insight:${request.promptType}`, `prompt:${prompt.type}@${prompt.version}`],
      feature: request.promptType,
      // A text of a fallback is found by whoever asks that model, and never in the place of the first one's.
      model: { requested: model.modelId, keyOf: (modelId) => keyOf({ provider: servedBy, modelId }) },
      compute: async () => {
        const { costNanoUsd, ...written } = await ask();
        servedBy = written.provider;
        return {
          value: { ...written, costNanoUsd: costNanoUsd.toString() },
          outcome: fillSlots(written.text, factSheet(request.facts)).status === 'ok' ? 'validated' : 'invalid',
          servedModel: written.servedModel,
          containsPersonalData: false,
          costNanoUsd,
        };
      },
    });
    return { ...value, costNanoUsd: status === 'computed' ? BigInt(value.costNanoUsd) : 0n };
  };
}

/** As it is kept: JSON has no bigint. */
type KeptText = Omit<WrittenText, 'costNanoUsd'> & { readonly costNanoUsd: string };

function userPrompt(template: string, request: WritingRequest): string {
  return defineTemplate(template, variables).render(writingVariables(request));
}
