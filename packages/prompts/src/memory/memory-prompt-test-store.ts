import type { PromptTestRun } from '../evaluate/prompt-test-run.ts';
import type { PromptTestStore } from '../evaluate/prompt-test-store.ts';

/** Test runs in this process. */
export function memoryPromptTestStore(): PromptTestStore {
  const runs = new Map<string, PromptTestRun>();
  return {
    async record(run) {
      if (!runs.has(run.id)) runs.set(run.id, run);
    },
    byId: async (id) => runs.get(id) ?? null,
    list: async ({ type, promptId, ownModel, limit }) =>
      [...runs.values()]
        .filter(
          (run) =>
            run.type === type &&
            (promptId === undefined || run.promptId === promptId) &&
            (ownModel === undefined || run.ownModel === ownModel),
        )
        .sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1))
        .slice(0, limit),
  };
}
