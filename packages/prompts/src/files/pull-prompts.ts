import type { LLMPrompt } from '../prompt.ts';
import { PRODUCTION } from '../prompt-manager.ts';
import type { PromptStore } from '../prompt-store.ts';
import { writePromptFile } from './prompt-folder.ts';

/** What was written of one type. */
export interface PulledPrompt {
  readonly prompt: LLMPrompt;
  /** `unchanged` where the files were the same already. */
  readonly status: 'written' | 'unchanged';
}

/**
 * Writes a version of every type as files: what a label names, and the newest where it names nothing. Pushing them again adds
 * nothing. A type that only ships with the program is written as it ships. Other files of the folder are left alone.
 */
export async function pullPrompts(
  folder: string,
  options: {
    readonly store: PromptStore;
    readonly label?: string;
    readonly types?: readonly string[];
    readonly bundled?: readonly LLMPrompt[];
  },
): Promise<readonly PulledPrompt[]> {
  const { store, label = PRODUCTION, bundled = [] } = options;
  const known = [...new Set([...(await store.types()), ...bundled.map(({ type }) => type)])].sort();
  const results: PulledPrompt[] = [];
  for (const type of options.types ?? known) {
    const prompt =
      (await store.byLabel({ type, label })) ??
      (await store.versions(type))[0] ??
      bundled.findLast((shipped) => shipped.type === type);
    if (prompt === undefined) continue;
    results.push({ prompt, status: (await writePromptFile(folder, prompt)) ? 'written' : 'unchanged' });
  }
  return results;
}
