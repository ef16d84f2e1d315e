import type { CacheScope, LLMCache } from '@pa/cache';
import { type PriceBook, priceUsage } from '@pa/cost';
import type { LanguageModel } from '@pa/llm-core';
import { defineTemplate, type PromptManager } from '@pa/prompts';
import { z } from 'zod';
import { factSheet } from './fact-sheet.ts';
import { fillSlots } from './fill-slots.ts';
import { type KeptText, LIFETIMES, tagsOf, textKey } from './text-cache.ts';
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
      tags: tagsOf(request, prompt),
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

/** The deployed template with a request in it. */
export function userPrompt(template: string, request: WritingRequest): string {
  return defineTemplate(template, variables).render(writingVariables(request));
}
