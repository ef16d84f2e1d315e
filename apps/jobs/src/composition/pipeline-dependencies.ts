import { randomUUID } from 'node:crypto';
import type { DatabaseDriver } from '@pa/db';
import { createStores, postgresInvalidationBus } from '@pa/db';
import type { PipelineDependencies } from '@pa/engines';
import type { Settings } from '../settings/read-settings.ts';
import { type AnswerCache, createAnswerCache } from './answer-cache.ts';
import { createInsightWriter } from './insight-writer.ts';
import { createMarketFitter } from './market-fitter.ts';
import { createOptionComputer } from './option-computer.ts';
import { createPromptOptimizer } from './prompt-optimizer.ts';
import { createQualityAssessor } from './quality-assessor.ts';
import { notificationSource } from './notification-source.ts';
import { createPromptDesk, followDeployments, type PromptDesk } from './prompt-desk.ts';

/** What the pipelines of a process work with; `close` ends its threads. */
export interface Pipelines {
  readonly dependencies: PipelineDependencies;
  /** The cache that the texts of this process are kept in. */
  readonly cache: AnswerCache['cache'];
  /** The prompts that the texts are written under. */
  readonly prompts: PromptDesk;
  close(): Promise<void>;
}

/** Wires the pipelines to an open database, to worker threads for what is heavy, and to the language models there are. */
export function createPipelines(
  database: DatabaseDriver,
  options: {
    readonly now: () => number;
    readonly settings: Settings;
    /**
     * For a process that lives for long: it hears at once of prompts that others deploy and of answers that they throw away,
     * and says where it cannot.
     */
    readonly follow?: { readonly note: (line: string) => void };
  },
): Pipelines {
  const fitter = createMarketFitter();
  const optionValues = createOptionComputer();
  const quality = createQualityAssessor();
  const stores = createStores(database);
  const source = options.follow === undefined ? null : notificationSource(database, options.settings);
  const answers = createAnswerCache({
    ...options,
    stores,
    ...(source === null || options.settings.values.REDIS_URL !== undefined
      ? {}
      : { invalidations: postgresInvalidationBus(database.kysely, { source, now: options.now, newId: randomUUID }) }),
  });
  const prompts = createPromptDesk(stores, options);
  const following =
    source === null || options.follow === undefined
      ? null
      : followDeployments(prompts.manager, { source, note: options.follow.note });
  const writing = createInsightWriter(stores, { ...options, cache: answers.cache, prompts: prompts.manager });
  const { PA_ALARMS_PER_DAY: alarmsPerDay } = options.settings.values;
  return {
    dependencies: {
      stores,
      calls: stores.calls,
      now: options.now,
      fitMarket: fitter.fitMarket,
      fitPredictions: fitter.fitPredictions,
      ...(alarmsPerDay === undefined ? {} : { alarmsPerDay }),
      optionComputer: optionValues.optionComputer,
      assessQuality: quality.assessQuality,
      promptOptimizer: createPromptOptimizer(prompts, { stores, now: options.now }),
      ...writing,
    },
    cache: answers.cache,
    prompts,
    async close() {
      await Promise.all([
        answers.close(),
        fitter.close(),
        optionValues.close(),
        quality.close(),
        following?.then((stop) => stop()),
      ]);
    },
  };
}
