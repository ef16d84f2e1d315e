import type { LLMPrompt, PromptDeployment, PromptDeploymentAttempt, PromptDraft } from './prompt.ts';

/** A prompt that is about to get its number. */
export interface NewPrompt {
  readonly id: string;
  readonly draft: PromptDraft;
  readonly contentHash: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

export interface LabelQuery {
  readonly type: string;
  readonly label: string;
}

/**
 * Keeps prompt versions and the history of what was deployed.
 *
 * *Duplicate*: adding content that its type already has answers the version that has it. *Concurrent*: versions of a type
 * are 1, 2, 3, ... without a gap or a double, however many writers there are; of two deployments that expect the same
 * predecessor exactly one wins, and both are in the history. *Missing*: `null`, or an empty list. Nothing is ever changed
 * or removed.
 */
export interface PromptStore {
  add(prompt: NewPrompt): Promise<LLMPrompt>;
  byId(id: string): Promise<LLMPrompt | null>;
  byVersion(query: { readonly type: string; readonly version: number }): Promise<LLMPrompt | null>;
  /** What a label names now. */
  byLabel(query: LabelQuery): Promise<LLMPrompt | null>;
  /** Newest first. */
  versions(type: string): Promise<readonly LLMPrompt[]>;
  /** Every type that has a version, in order of their code points. */
  types(): Promise<readonly string[]>;
  /** What each label of a type names now, in order of the labels' code points. */
  labels(type: string): Promise<readonly PromptDeployment[]>;
  /**
   * Lets a label name a version if it still names `previousPromptId`. Else the try is kept as refused, and `conflict`
   * carries what the label names instead.
   */
  deploy(
    deployment: PromptDeployment,
  ): Promise<
    { readonly status: 'deployed' } | { readonly status: 'conflict'; readonly currentPromptId: string | null }
  >;
  /** What was deployed, newest first. */
  deployments(query: LabelQuery): Promise<readonly PromptDeployment[]>;
  /** The same with what was refused. */
  attempts(query: LabelQuery): Promise<readonly PromptDeploymentAttempt[]>;
}

/**
 * Tells of deployments of any process, where the store can. Missed ones are caught by the age of what is kept, so a
 * listener that was away for a while is late and never wrong for long.
 */
export interface PromptChanges {
  /**
   * Calls the listener after every deployment; without a type anything may have changed. Answers how to stop. A subscription
   * that cannot be made rejects.
   */
  subscribe(listener: (change: Partial<LabelQuery>) => void): Promise<() => Promise<void>>;
}
