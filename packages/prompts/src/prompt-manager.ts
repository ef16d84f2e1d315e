import { contentHash } from './content-hash.ts';
import { PromptError } from './errors.ts';
import type { LLMPrompt, PromptDeployment, PromptDraft } from './prompt.ts';
import type { PromptStore } from './prompt-store.ts';

export interface PromptManagerOptions {
  readonly store: PromptStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Versions that ship with the program: used, and flagged, where the store has none or does not answer. */
  readonly bundled?: readonly LLMPrompt[];
}

export interface FoundPrompt {
  readonly prompt: LLMPrompt;
  /** `bundled` where the store had nothing deployed or did not answer. */
  readonly source: 'store' | 'bundled';
}

export interface DeployOptions {
  readonly deployedBy: string;
  readonly reason: string;
  /** Default `production`. */
  readonly label?: string;
  /**
   * What the caller believes is deployed. Given, a label that names something else is a `deploy-conflict`; left out, the
   * present one is read first.
   */
  readonly expectedPromptId?: string | null;
}

const PRODUCTION = 'production';

/**
 * Versions of prompts, and which of them runs. Versions never change, a label such as `production` moves, and every move
 * is kept, so that "what ran on 3 March at 14:00" has an answer.
 */
export class PromptManager {
  readonly #options: PromptManagerOptions;

  constructor(options: PromptManagerOptions) {
    this.#options = options;
  }

  /** A version by number, or what `production` names. Nothing by that name is an `unknown-prompt`. */
  async getPrompt(type: string, version?: number): Promise<FoundPrompt> {
    const bundled = (this.#options.bundled ?? []).filter((prompt) => prompt.type === type);
    let stored: LLMPrompt | null = null;
    try {
      stored =
        version === undefined
          ? await this.#deployed(type, PRODUCTION)
          : await this.#options.store.byVersion({ type, version });
    } catch (error) {
      if (bundled.length === 0) throw error;
    }
    if (stored !== null) return { prompt: stored, source: 'store' };
    const fallback = bundled.filter((prompt) => version === undefined || prompt.version === version).at(-1);
    if (fallback !== undefined) return { prompt: fallback, source: 'bundled' };
    const what = version === undefined ? 'nothing is deployed' : `there is no version ${version}`;
    throw new PromptError('unknown-prompt', `Of the prompt "${type}" ${what}: create it and deploy it.`);
  }

  /** Adds a version and answers its id. Content that the type already has answers the id of the version that has it. */
  async createPrompt(draft: PromptDraft): Promise<string> {
    const { store, newId, now } = this.#options;
    const prompt = await store.add({ id: newId(), draft, contentHash: contentHash(draft), createdAt: now() });
    return prompt.id;
  }

  /** Lets a label name this version, if nobody else moved it in between. */
  async deployPrompt(id: string, options: DeployOptions): Promise<PromptDeployment> {
    const { store, newId, now } = this.#options;
    const prompt = await store.byId(id);
    if (prompt === null)
      throw new PromptError('unknown-prompt', `There is no prompt ${id}: create it before it is deployed.`);
    const label = options.label ?? PRODUCTION;
    const expected =
      options.expectedPromptId === undefined
        ? ((await store.deployments({ type: prompt.type, label }))[0]?.promptId ?? null)
        : options.expectedPromptId;
    const deployment: PromptDeployment = {
      id: newId(),
      type: prompt.type,
      label,
      promptId: id,
      previousPromptId: expected,
      deployedBy: options.deployedBy,
      reason: options.reason,
      deployedAt: now(),
    };
    const result = await store.deploy(deployment);
    if (result.status === 'conflict') {
      throw new PromptError(
        'deploy-conflict',
        `"${label}" of "${prompt.type}" names ${result.currentPromptId ?? 'nothing'} by now and not ${expected ?? 'nothing'}: look at what was deployed and try again.`,
      );
    }
    return deployment;
  }

  /** Lets a label name what it named before its last deployment. Without a predecessor it is an `unknown-prompt`. */
  async rollback(type: string, options: Omit<DeployOptions, 'expectedPromptId'>): Promise<PromptDeployment> {
    const last = (await this.#options.store.deployments({ type, label: options.label ?? PRODUCTION }))[0];
    if (last === undefined || last.previousPromptId === null) {
      throw new PromptError(
        'unknown-prompt',
        `"${type}" has no earlier deployment to go back to: deploy a version instead.`,
      );
    }
    return this.deployPrompt(last.previousPromptId, { ...options, expectedPromptId: last.promptId });
  }

  /** Every deployment of a label, newest first; with `at`, the one that ran then as the only entry, or none. */
  async history(
    type: string,
    options: { readonly label?: string; readonly at?: number } = {},
  ): Promise<readonly PromptDeployment[]> {
    const all = await this.#options.store.deployments({ type, label: options.label ?? PRODUCTION });
    const { at } = options;
    return at === undefined ? all : all.filter((entry) => entry.deployedAt <= at).slice(0, 1);
  }

  async #deployed(type: string, label: string): Promise<LLMPrompt | null> {
    const current = (await this.#options.store.deployments({ type, label }))[0];
    return current === undefined ? null : this.#options.store.byId(current.promptId);
  }
}
