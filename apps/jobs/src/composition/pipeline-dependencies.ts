import type { DatabaseDriver } from '@pa/db';
import { createStores } from '@pa/db';
import type { PipelineDependencies } from '@pa/engines';
import type { Settings } from '../settings/read-settings.ts';
import { type AnswerCache, createAnswerCache } from './answer-cache.ts';
import { createInsightWriter } from './insight-writer.ts';
import { createMarketFitter } from './market-fitter.ts';

/** What the pipelines of a process work with; `close` ends its threads. */
export interface Pipelines {
  readonly dependencies: PipelineDependencies;
  /** The cache that the texts of this process are kept in. */
  readonly cache: AnswerCache['cache'];
  close(): Promise<void>;
}

/** Wires the pipelines to an open database, to worker threads for what is heavy, and to the language models there are. */
export function createPipelines(
  database: DatabaseDriver,
  options: { readonly now: () => number; readonly settings: Settings },
): Pipelines {
  const fitter = createMarketFitter();
  const stores = createStores(database);
  const answers = createAnswerCache({ ...options, stores });
  const writing = createInsightWriter(stores, { ...options, cache: answers.cache });
  return {
    dependencies: { stores, now: options.now, fitMarket: fitter.fitMarket, ...writing },
    cache: answers.cache,
    async close() {
      await Promise.all([answers.close(), fitter.close()]);
    },
  };
}
