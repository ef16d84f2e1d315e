import { randomUUID } from 'node:crypto';
import type { DatabaseStores } from '@pa/db';
import type { PromptOptimizer } from '@pa/engines';
import { optimizePrompts } from '@pa/prompts';
import type { PromptDesk } from './prompt-desk.ts';

/**
 * Improves what `production` names, or the bundled version where nothing is deployed, with the configured models. Without a
 * key it says that it needs one.
 */
export function createPromptOptimizer(
  { manager, runner }: Pick<PromptDesk, 'manager' | 'runner'>,
  options: { readonly stores: DatabaseStores; readonly now: () => number },
): PromptOptimizer {
  return async ({ type, cases, budgetNanoUsd }) => {
    const { prompt: base } = await manager.getPrompt(type);
    return optimizePrompts({
      base,
      cases,
      runner,
      budgetNanoUsd,
      createPrompt: (draft) => manager.createPrompt(draft),
      store: options.stores.optimisations,
      now: options.now,
      newId: randomUUID,
    });
  };
}
