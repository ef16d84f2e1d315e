import type { OptimisationStore, PromptOptimization } from '../optimise/optimisation.ts';

/** What optimisations did, in this process. */
export function memoryOptimisationStore(): OptimisationStore {
  const kept = new Map<string, PromptOptimization>();
  return {
    async record(optimization) {
      if (!kept.has(optimization.id)) kept.set(optimization.id, optimization);
    },
    byId: async (id) => kept.get(id) ?? null,
    list: async ({ type, limit }) =>
      [...kept.values()]
        .filter((optimization) => optimization.type === type)
        .sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? 1 : -1))
        .slice(0, limit),
  };
}
