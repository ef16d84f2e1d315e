import { randomUUID } from 'node:crypto';
import type { OptimisationOrder } from '@pa/api';
import type { DatabaseStores } from '@pa/db';
import { casesOfRun, type NotConfigured, optimizePrompts, type PromptOptimization } from '@pa/prompts';
import { CommandError } from '../errors.ts';
import type { PromptDesk } from './prompt-desk.ts';

/** Why no optimiser runs without a key, one sentence. */
export const NO_KEY =
  'Optimising prompts calls a language model, which needs a key: set ANTHROPIC_API_KEY or OPENAI_API_KEY.';

/**
 * Looks for a better version of what `production` names on the cases of a stored test run, and keeps everything that was
 * tried with who asked for it and why. It deploys nothing.
 */
export async function runOptimisation(
  { manager, runner }: Pick<PromptDesk, 'manager' | 'runner'>,
  options: {
    readonly order: OptimisationOrder;
    readonly stores: DatabaseStores;
    readonly now: () => number;
    readonly signal: AbortSignal;
  },
): Promise<PromptOptimization | NotConfigured> {
  const { order, stores, now, signal } = options;
  const { type, testRunId, budgetNanoUsd, requestedBy, reason } = order;
  const run = await stores.promptTests.byId(testRunId);
  const cases = run === null ? null : casesOfRun(run);
  if (cases === null) {
    throw new CommandError('NO_CASES', `The test run ${testRunId} of "${type}" has no cases to run again: test anew.`);
  }
  const { prompt: base } = await manager.getPrompt(type);
  return optimizePrompts({
    base,
    cases,
    runner,
    budgetNanoUsd,
    createPrompt: (draft) => manager.createPrompt(draft),
    store: stores.optimisations,
    requested: { by: requestedBy, reason },
    now,
    newId: randomUUID,
    signal,
  });
}
