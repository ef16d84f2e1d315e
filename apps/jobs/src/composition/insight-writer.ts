import { randomUUID } from 'node:crypto';
import { LLMCache } from '@pa/cache';
import type { DatabaseStores } from '@pa/db';
import type { PipelineDependencies } from '@pa/engines';
import { bundledPrompts, createModelWriter } from '@pa/engines/insights';
import { PromptManager } from '@pa/prompts';
import type { Settings } from '../settings/read-settings.ts';
import { createAnswerCache } from './answer-cache.ts';
import { createGuardedModels } from './guarded-models.ts';

/** The part of the pipelines that writes texts. */
export interface InsightWriting {
  /** Empty without a key: then the templates speak. */
  readonly dependencies: Pick<PipelineDependencies, 'writer' | 'refreshCache'>;
  close(): void;
}

/**
 * What writes insights with the configured models: guarded, within the budgets, metered, under the deployed prompts, kept once proved. A kept text belongs to its facts, so new findings never meet an
 * old text; the daily run only removes what has expired.
 */
export function createInsightWriter(
  stores: DatabaseStores,
  options: { readonly now: () => number; readonly settings: Settings },
): InsightWriting {
  const { now, settings } = options;
  const { model, costs } = createGuardedModels(stores, options);
  if (model === undefined) return { dependencies: {}, close: () => {} };
  const { priceBook } = costs;
  const prompts = new PromptManager({
    store: stores.prompts,
    now,
    newId: randomUUID,
    bundled: bundledPrompts({ modelProvider: model.provider, modelName: model.modelId }),
  });
  const answers = createAnswerCache({ settings, database: stores.cache, now });
  const cache = new LLMCache({ store: answers.store, now, random: Math.random });
  return {
    dependencies: {
      writer: createModelWriter({ model, prompts, priceBook, now, cache: { cache, scope: 'shared' } }),
      refreshCache: () => stores.cache.deleteExpired({ now: now() }),
    },
    close: () => answers.close(),
  };
}
