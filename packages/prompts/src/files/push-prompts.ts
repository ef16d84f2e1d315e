import { includedTypes } from '../compose-prompt.ts';
import { PromptError } from '../errors.ts';
import type { LLMPrompt } from '../prompt.ts';
import { PRODUCTION, type PromptManager } from '../prompt-manager.ts';
import type { PromptStore } from '../prompt-store.ts';
import { type PromptFile, readPromptFolder } from './prompt-folder.ts';

/** What became of one prompt of a folder. */
export interface PushedPrompt {
  readonly prompt: LLMPrompt;
  /** `unchanged` where the store has the content already. */
  readonly status: 'created' | 'unchanged';
}

/**
 * Adds the prompts of a folder as versions, those that others take in before these. An include without a number means the
 * version of the same folder. Prompts that take each other in are an `include-cycle`, and nothing is added then. What is
 * pushed is deployed nowhere.
 */
export async function pushPrompts(
  folder: string,
  options: { readonly manager: PromptManager; readonly store: PromptStore; readonly createdBy: string },
): Promise<readonly PushedPrompt[]> {
  const { manager, store, createdBy } = options;
  const files = inOrder(await readPromptFolder(folder));
  const pushed = new Map<string, LLMPrompt>();
  const results: PushedPrompt[] = [];
  for (const file of files) {
    const before = (await store.versions(file.type))[0]?.version ?? 0;
    const id = await manager.createPrompt(
      { ...file, createdBy },
      {
        lookup: async ({ type, version }) =>
          version === undefined
            ? (pushed.get(type) ?? (await store.byLabel({ type, label: PRODUCTION })))
            : store.byVersion({ type, version }),
      },
    );
    const prompt = await store.byId(id);
    if (prompt === null)
      throw new PromptError('unknown-prompt', `The prompt ${id} was added and is not there: look at the store.`);
    pushed.set(prompt.type, prompt);
    results.push({ prompt, status: prompt.version > before ? 'created' : 'unchanged' });
  }
  return results;
}

/** What is taken in comes first. */
function inOrder(files: readonly PromptFile[]): readonly PromptFile[] {
  const byType = new Map(files.map((file) => [file.type, file]));
  const ordered: PromptFile[] = [];
  const path: string[] = [];
  const visit = (file: PromptFile) => {
    if (ordered.includes(file)) return;
    if (path.includes(file.type)) {
      const way = [...path.slice(path.indexOf(file.type)), file.type].join(' -> ');
      throw new PromptError('include-cycle', `Prompts take each other in (${way}): remove one of the includes.`);
    }
    path.push(file.type);
    for (const type of includedTypes(file)) {
      const included = byType.get(type);
      if (included !== undefined) visit(included);
    }
    path.pop();
    ordered.push(file);
  };
  for (const file of files) visit(file);
  return ordered;
}
