import { randomUUID } from 'node:crypto';
import { type DatabaseStores, type NotificationSource, postgresPromptChanges } from '@pa/db';
import { bundledPrompts } from '@pa/engines/insights';
import { Experiments, type LLMPrompt, PromptManager, type PromptRunner } from '@pa/prompts';
import type { Settings } from '../settings/read-settings.ts';
import { configuredModels } from './language-models.ts';
import { capabilityCheck, estimatedTokens } from './model-knowledge.ts';
import { createPromptRunner } from './prompt-runner.ts';

/** Prompts and experiments over one database, with everything that they need. */
export interface PromptDesk {
  readonly manager: PromptManager;
  readonly experiments: Experiments;
  /** `undefined` without a key. */
  readonly runner: PromptRunner | undefined;
  /** What ships with the engines. */
  readonly bundled: readonly LLMPrompt[];
  readonly protectedLabels: readonly string[];
}

/** Stands in for a secret of one's own: whoever reads this can tell who gets which arm. */
const KNOWN_SECRET = 'paddock-analytics-experiments';

/** Wires prompts to models, prices and capabilities. */
export function createPromptDesk(
  stores: DatabaseStores,
  options: { readonly now: () => number; readonly settings: Settings },
): PromptDesk {
  const { now, settings } = options;
  const { PA_PROTECTED_LABELS, PA_EXPERIMENT_SECRET, ANTHROPIC_MODEL } = settings.values;
  const protectedLabels = PA_PROTECTED_LABELS.split(',').filter((label) => label !== '');
  const runner = createPromptRunner(stores, options);
  const [first] = configuredModels(settings);
  const bundled = bundledPrompts({
    modelProvider: first?.provider ?? 'anthropic',
    modelName: first?.modelId ?? ANTHROPIC_MODEL,
  });
  return {
    manager: new PromptManager({
      store: stores.prompts,
      tests: stores.promptTests,
      now,
      newId: randomUUID,
      bundled,
      protectedLabels,
      capabilities: capabilityCheck(now),
      tokenCounter: estimatedTokens(now),
      ...(runner === undefined ? {} : { runner }),
    }),
    experiments: new Experiments({
      store: stores.experiments,
      secret: PA_EXPERIMENT_SECRET ?? KNOWN_SECRET,
      now,
      newId: randomUUID,
    }),
    runner,
    bundled,
    protectedLabels,
  };
}

/**
 * Lets a manager hear of deployments of other processes. Answers how to stop. Behind a pooler there is nobody to listen to:
 * then deployments are seen when what is kept has become old, at most half a minute later.
 */
export async function followDeployments(
  manager: PromptManager,
  options: { readonly source: NotificationSource; readonly note: (line: string) => void },
): Promise<() => Promise<void>> {
  try {
    return await manager.follow(postgresPromptChanges(options.source));
  } catch (error) {
    options.note(`Deployments of prompts are not heard at once: ${(error as Error).message}`);
    return async () => undefined;
  }
}
