import { randomUUID } from 'node:crypto';
import { LLMCache } from '@pa/cache';
import { createPriceBook, withMetering } from '@pa/cost';
import type { DatabaseStores } from '@pa/db';
import type { PipelineDependencies } from '@pa/engines';
import { bundledPrompts, createModelWriter } from '@pa/engines/insights';
import { guardModel } from '@pa/llm-core';
import { PromptManager } from '@pa/prompts';
import type { Settings } from '../settings/read-settings.ts';
import { configuredModels } from './language-models.ts';

/**
 * What writes insights with the configured models: guarded, metered, under the deployed prompts, kept in the database once
 * proved. Nothing without a key: then the templates speak. A kept text belongs to its facts, so new findings never meet an
 * old text; the daily run only removes what has expired.
 */
export function createInsightWriter(
  stores: DatabaseStores,
  options: { readonly now: () => number; readonly settings: Settings },
): Pick<PipelineDependencies, 'writer' | 'refreshCache'> {
  const { now, settings } = options;
  const [first, ...others] = configuredModels(settings);
  if (first === undefined) return {};
  const priceBook = createPriceBook();
  const model = guardModel([first, ...others], {
    retry: { random: Math.random },
    metering: withMetering({ ledger: stores.calls, priceBook, now, newId: randomUUID }),
  });
  const prompts = new PromptManager({
    store: stores.prompts,
    now,
    newId: randomUUID,
    bundled: bundledPrompts({ modelProvider: first.provider, modelName: first.modelId }),
  });
  const cache = new LLMCache({ store: stores.cache, now, random: Math.random });
  return {
    writer: createModelWriter({ model, prompts, priceBook, now, cache: { cache, scope: 'shared' } }),
    refreshCache: () => stores.cache.deleteExpired({ now: now() }),
  };
}
