import type { LLMPrompt, PromptDeployment, PromptDraft } from './prompt.ts';

/**
 * Keeps prompt versions and the history of what was deployed.
 *
 * *Duplicate*: adding content that its type already has answers the version that has it. *Concurrent*: versions of a type
 * are 1, 2, 3, ... without a gap or a double, however many writers there are; of two deployments that expect the same
 * predecessor exactly one wins. *Missing*: `null`, or an empty list. Nothing is ever changed or removed.
 */
export interface PromptStore {
  add(prompt: {
    readonly id: string;
    readonly draft: PromptDraft;
    readonly contentHash: string;
    readonly createdAt: number;
  }): Promise<LLMPrompt>;
  byId(id: string): Promise<LLMPrompt | null>;
  byVersion(query: { readonly type: string; readonly version: number }): Promise<LLMPrompt | null>;
  /** Newest first. */
  versions(type: string): Promise<readonly LLMPrompt[]>;
  /**
   * Appends a deployment if the label still names `previousPromptId`. `conflict` carries what it names instead; nothing
   * was written then.
   */
  deploy(
    deployment: PromptDeployment,
  ): Promise<
    { readonly status: 'deployed' } | { readonly status: 'conflict'; readonly currentPromptId: string | null }
  >;
  /** Newest first. */
  deployments(query: { readonly type: string; readonly label: string }): Promise<readonly PromptDeployment[]>;
}
