import type { LLMPrompt, PromptDeployment } from '../prompt.ts';
import type { PromptStore } from '../prompt-store.ts';

/** A store in this process, for tests and for programs that bring their prompts along. */
export function memoryPromptStore(): PromptStore {
  const prompts: LLMPrompt[] = [];
  const history: PromptDeployment[] = [];
  const newestFirst = (query: { readonly type: string; readonly label: string }) =>
    history.filter((entry) => entry.type === query.type && entry.label === query.label).reverse();
  return {
    add({ id, draft, contentHash, createdAt }) {
      const ofType = prompts.filter((prompt) => prompt.type === draft.type);
      const existing = ofType.find((prompt) => prompt.contentHash === contentHash);
      if (existing !== undefined) return Promise.resolve(existing);
      const prompt: LLMPrompt = { ...draft, id, contentHash, createdAt, version: ofType.length + 1 };
      prompts.push(prompt);
      return Promise.resolve(prompt);
    },
    byId: (id) => Promise.resolve(prompts.find((prompt) => prompt.id === id) ?? null),
    byVersion: ({ type, version }) =>
      Promise.resolve(prompts.find((prompt) => prompt.type === type && prompt.version === version) ?? null),
    versions: (type) => Promise.resolve(prompts.filter((prompt) => prompt.type === type).reverse()),
    deploy(deployment) {
      const currentPromptId = newestFirst(deployment)[0]?.promptId ?? null;
      if (currentPromptId !== deployment.previousPromptId) {
        return Promise.resolve({ status: 'conflict', currentPromptId });
      }
      history.push(deployment);
      return Promise.resolve({ status: 'deployed' });
    },
    deployments: (query) => Promise.resolve(newestFirst(query)),
  };
}
