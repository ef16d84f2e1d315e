import { randomUUID } from 'node:crypto';
import type { LLMCache } from '@pa/cache';
import type { DatabaseStores } from '@pa/db';
import type { PipelineDependencies } from '@pa/engines';
import { bundledPrompts, createModelBatchWriter, createModelWriter } from '@pa/engines/insights';
import { PromptManager } from '@pa/prompts';
import type { Settings } from '../settings/read-settings.ts';
import { createGuardedModels } from './guarded-models.ts';

/** The part of the pipelines that writes texts; without a key it has no writer, and the templates speak. */
export type InsightWriting = Pick<PipelineDependencies, 'writer' | 'batchWriter' | 'refreshCache'>;

/**
 * What writes insights with the configured models: guarded, within the budgets, metered, under the deployed prompts, kept once proved. A kept text belongs to its facts, so new findings never meet an
 * old text; the daily run only removes what has expired.
 */
export function createInsightWriter(
  stores: DatabaseStores,
  options: {
    readonly now: () => number;
    readonly settings: Settings;
    readonly cache: LLMCache;
    readonly prompts?: PromptManager;
  },
): InsightWriting {
  const { now, cache } = options;
  const refreshCache = () => stores.cache.deleteExpired({ now: now() });
  const { model, costs } = createGuardedModels(stores, options);
  if (model === undefined) return { refreshCache };
  const { priceBook } = costs;
  const prompts =
    options.prompts ??
    new PromptManager({
      store: stores.prompts,
      now,
      newId: randomUUID,
      bundled: bundledPrompts({ modelProvider: model.provider, modelName: model.modelId }),
    });
  const writing = { model, prompts, priceBook, now, cache: { cache, scope: 'shared' } } as const;
  return {
    writer: createModelWriter(writing),
    batchWriter: createModelBatchWriter(writing),
    refreshCache,
  };
}
