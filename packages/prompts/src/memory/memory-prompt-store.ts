import type { LLMPrompt, PromptDeployment, PromptDeploymentAttempt } from '../prompt.ts';
import type { LabelQuery, PromptChanges, PromptStore } from '../prompt-store.ts';

/** A store in this process, for tests and for programs that bring their prompts along. */
export function memoryPromptStore(): PromptStore & PromptChanges {
  const prompts: LLMPrompt[] = [];
  const history: PromptDeploymentAttempt[] = [];
  const listeners = new Set<(change: Partial<LabelQuery>) => void>();
  const attemptsOf = (query: LabelQuery) =>
    history.filter((entry) => entry.type === query.type && entry.label === query.label).reverse();
  const deploymentsOf = (query: LabelQuery): readonly PromptDeployment[] =>
    attemptsOf(query)
      .filter(({ outcome }) => outcome === 'deployed')
      .map(({ outcome: _outcome, ...deployment }) => deployment);
  const byId = (id: string | undefined) => prompts.find((prompt) => prompt.id === id) ?? null;
  return {
    async add({ id, draft, contentHash, createdAt }) {
      const ofType = prompts.filter((prompt) => prompt.type === draft.type);
      const existing = ofType.find((prompt) => prompt.contentHash === contentHash);
      if (existing !== undefined) return existing;
      const prompt: LLMPrompt = { ...draft, id, contentHash, createdAt, version: ofType.length + 1 };
      prompts.push(prompt);
      return prompt;
    },
    byId: async (id) => byId(id),
    byVersion: async ({ type, version }) =>
      prompts.find((prompt) => prompt.type === type && prompt.version === version) ?? null,
    byLabel: async (query) => byId(deploymentsOf(query)[0]?.promptId),
    versions: async (type) => prompts.filter((prompt) => prompt.type === type).reverse(),
    types: async () => [...new Set(prompts.map(({ type }) => type))].sort(),
    async labels(type) {
      const labels = new Set(history.filter((entry) => entry.type === type).map(({ label }) => label));
      return [...labels].sort().flatMap((label) => deploymentsOf({ type, label }).slice(0, 1));
    },
    async deploy(deployment) {
      const currentPromptId = deploymentsOf(deployment)[0]?.promptId ?? null;
      const wins = currentPromptId === deployment.previousPromptId;
      history.push({ ...deployment, outcome: wins ? 'deployed' : 'refused' });
      if (!wins) return { status: 'conflict', currentPromptId };
      for (const listener of listeners) listener({ type: deployment.type, label: deployment.label });
      return { status: 'deployed' };
    },
    deployments: async (query) => deploymentsOf(query),
    attempts: async (query) => attemptsOf(query),
    async subscribe(listener) {
      listeners.add(listener);
      return async () => void listeners.delete(listener);
    },
  };
}
