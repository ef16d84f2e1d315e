import { composePrompt, type IncludeLookup } from './compose-prompt.ts';
import { contentHash } from './content-hash.ts';
import { assertDeployable, assertParameters } from './deployment-checks.ts';
import { diffPrompts, type GoldenInput, type PromptDiff } from './diff-prompts.ts';
import { PromptError } from './errors.ts';
import type { PromptTestRun } from './evaluate/prompt-test-run.ts';
import type { PromptTestStore } from './evaluate/prompt-test-store.ts';
import type { PromptTestCase } from './evaluate/test-case.ts';
import { type TestPromptOptions, testPrompts } from './evaluate/test-prompts.ts';
import { assertName } from './names.ts';
import type { CapabilityCheck } from './ports/capability-check.ts';
import type { NotConfigured } from './ports/not-configured.ts';
import type { PromptRunner } from './ports/prompt-runner.ts';
import type { TokenCounter } from './ports/token-counter.ts';
import type { LLMPrompt, PromptDeployment, PromptDeploymentAttempt, PromptDraft } from './prompt.ts';
import { PromptReader } from './prompt-reader.ts';
import type { PromptChanges, PromptStore } from './prompt-store.ts';
import { rollbackTarget } from './rollback-target.ts';
import { templateVariables } from './template.ts';

export interface PromptManagerOptions {
  readonly store: PromptStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Versions that ship with the program: used, and flagged, where the store has none or does not answer. */
  readonly bundled?: readonly LLMPrompt[];
  /** Keeps test runs. Without it none is stored, there is no baseline, and a protected label takes nothing. */
  readonly tests?: PromptTestStore;
  /** Labels that name only versions whose last test run passed. Default: none. */
  readonly protectedLabels?: readonly string[];
  /**
   * Knows what models take. `unchecked` says aloud that nobody looks. Default: a prompt that sets a temperature or an
   * effort is refused as `not-configured`.
   */
  readonly capabilities?: CapabilityCheck | 'unchecked';
  /** Calls models for tests. Without it `testPrompt` answers `not-configured`. */
  readonly runner?: PromptRunner;
  /** Counts tokens for diffs. Without it a diff says `not-configured` in the place of counts. */
  readonly tokenCounter?: TokenCounter;
  /** How long reads are kept: see `PromptReader`. `freshMs: 0` asks the store every time. */
  readonly reads?: { readonly freshMs?: number; readonly staleMs?: number };
}

export interface FoundPrompt {
  readonly prompt: LLMPrompt;
  /** `bundled` where the store had nothing deployed or did not answer. */
  readonly source: 'store' | 'bundled';
  /** True where it is older than it should be, because it is being asked for again or the store does not answer. */
  readonly stale: boolean;
  /** How long ago the store said so; 0 for what never changes. */
  readonly ageMs: number;
}

/** Which version is meant: a number, or a label. The label "3" is not version 3. */
export type PromptSelector = number | { readonly label: string };

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

/** A type of prompt and what there is of it. */
export interface PromptTypeSummary {
  readonly type: string;
  /** The newest version, `null` where the store has none. */
  readonly latest: LLMPrompt | null;
  /** What each label names now. */
  readonly labels: readonly PromptDeployment[];
  /** The version that ships with the program, `null` where none does. */
  readonly bundled: LLMPrompt | null;
}

/** The label that is meant where none is named. */
export const PRODUCTION = 'production';

/**
 * Versions of prompts, and which of them runs. Versions never change, a label such as `production` moves, and every move
 * is kept, so that "what ran on 3 March at 14:00" has an answer.
 *
 * @example
 * const prompts = new PromptManager({ store: memoryPromptStore(), now: Date.now, newId: randomUUID });
 * const id = await prompts.createPrompt(draft);
 * await prompts.deployPrompt(id, { deployedBy: 'ada', reason: 'first version' });
 * const { prompt } = await prompts.getPrompt(draft.type);
 */
export class PromptManager {
  readonly #options: PromptManagerOptions;
  readonly #reader: PromptReader;

  constructor(options: PromptManagerOptions) {
    this.#options = options;
    this.#reader = new PromptReader({ store: options.store, now: options.now, ...options.reads });
  }

  /**
   * Hears of deployments of other processes as they happen. Without it they are seen when what is kept has become old.
   * Answers how to stop; rejects where nobody can be listened to.
   */
  async follow(changes: PromptChanges): Promise<() => Promise<void>> {
    return changes.subscribe((change) => this.#reader.forget(change));
  }

  /** A version by number, what a label names, or what `production` names. Nothing by that name is an `unknown-prompt`. */
  async getPrompt(type: string, version: PromptSelector = { label: PRODUCTION }): Promise<FoundPrompt> {
    const bundled = (this.#options.bundled ?? []).filter((prompt) => prompt.type === type);
    let found: FoundPrompt | null = null;
    try {
      found =
        typeof version === 'number' ? await this.#byVersion(type, version) : await this.#byLabel(type, version.label);
    } catch (error) {
      if (bundled.length === 0) throw error;
    }
    if (found !== null) return found;
    const last = bundled.filter((prompt) => typeof version !== 'number' || prompt.version === version).at(-1);
    if (last !== undefined) return { prompt: last, source: 'bundled', stale: false, ageMs: 0 };
    const what =
      typeof version === 'number' ? `there is no version ${version}` : `nothing is deployed as "${version.label}"`;
    throw new PromptError('unknown-prompt', `Of the prompt "${type}" ${what}: create it and deploy it.`);
  }

  /** Every type that the store or the program has, in order of their names. */
  async types(): Promise<readonly PromptTypeSummary[]> {
    const { store, bundled = [] } = this.#options;
    const types = new Set([...(await store.types()), ...bundled.map(({ type }) => type)]);
    return Promise.all(
      [...types].sort().map(async (type) => {
        const [versions, labels] = await Promise.all([store.versions(type), store.labels(type)]);
        const shipped = bundled.findLast((prompt) => prompt.type === type) ?? null;
        return { type, latest: versions[0] ?? null, labels, bundled: shipped };
      }),
    );
  }

  /**
   * Adds a version and answers its id. Content that the type already has answers the id of the version that has it.
   * Includes are resolved and frozen, the template is read, and the model is asked whether it takes the parameters.
   */
  async createPrompt(draft: PromptDraft, options: { readonly lookup?: IncludeLookup } = {}): Promise<string> {
    const { store, newId, now, capabilities } = this.#options;
    assertName('a prompt type', draft.type);
    const whole = await composePrompt(draft, options.lookup ?? ((query) => this.#included(query)));
    templateVariables(whole.userPromptTemplate);
    await assertParameters(whole, capabilities);
    const prompt = await store.add({ id: newId(), draft: whole, contentHash: contentHash(whole), createdAt: now() });
    return prompt.id;
  }

  /**
   * Runs a version, or a draft that is none yet, on cases and stores what came of it. The baseline is the last run of what
   * `production` names, unless the options name another. Without a runner the answer is `not-configured`.
   */
  async testPrompt(
    prompt: LLMPrompt | PromptDraft,
    testData: readonly PromptTestCase[],
    options: TestPromptOptions = {},
  ): Promise<readonly PromptTestRun[] | NotConfigured> {
    return this.testPrompts([prompt], testData, options);
  }

  /** Cases x prompts x models: one run for each prompt on each model, the first prompt's first. */
  async testPrompts(
    prompts: readonly (LLMPrompt | PromptDraft)[],
    testData: readonly PromptTestCase[],
    options: TestPromptOptions = {},
  ): Promise<readonly PromptTestRun[] | NotConfigured> {
    const { store } = this.#options;
    return testPrompts(prompts, testData, {
      ...options,
      dependencies: this.#options,
      deployed: (type) => store.byLabel({ type, label: PRODUCTION }),
    });
  }

  /**
   * Lets a label name this version, if nobody else moved it in between. A protected label takes only a version whose last
   * test run passed, else it is a `not-tested`. Parameters that the model no longer takes are an `unfit-parameters`.
   */
  async deployPrompt(id: string, options: DeployOptions): Promise<PromptDeployment> {
    const { store, tests, protectedLabels = [] } = this.#options;
    const prompt = await store.byId(id);
    if (prompt === null)
      throw new PromptError('unknown-prompt', `There is no prompt ${id}: create it before it is deployed.`);
    const label = options.label ?? PRODUCTION;
    if (protectedLabels.includes(label)) await assertDeployable(prompt, { label, tests });
    return this.#deploy(prompt, { ...options, label });
  }

  /**
   * Lets a label name what it named before its last deployment; once more, what it named before that. Needs no test run,
   * since the version was deployed before. Without a predecessor it is an `unknown-prompt`.
   */
  async rollback(type: string, options: Omit<DeployOptions, 'expectedPromptId'>): Promise<PromptDeployment> {
    const { store } = this.#options;
    const label = options.label ?? PRODUCTION;
    const history = await store.deployments({ type, label });
    const target = rollbackTarget(history);
    const prompt = target === null ? null : await store.byId(target);
    if (prompt === null) {
      throw new PromptError(
        'unknown-prompt',
        `"${type}" has no earlier deployment to go back to: deploy a version instead.`,
      );
    }
    return this.#deploy(prompt, { ...options, label, expectedPromptId: history[0]?.promptId ?? null });
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

  /** The same with the tries that were refused. */
  async attempts(type: string, options: { readonly label?: string } = {}): Promise<readonly PromptDeploymentAttempt[]> {
    return this.#options.store.attempts({ type, label: options.label ?? PRODUCTION });
  }

  /** How two versions differ: texts, parameters, and what golden inputs make of them, with tokens and cost. */
  async diff(
    type: string,
    versions: { readonly from: PromptSelector; readonly to: PromptSelector; readonly inputs?: readonly GoldenInput[] },
  ): Promise<PromptDiff> {
    const { tokenCounter } = this.#options;
    const [from, to] = await Promise.all([this.getPrompt(type, versions.from), this.getPrompt(type, versions.to)]);
    return diffPrompts(from.prompt, to.prompt, {
      ...(versions.inputs === undefined ? {} : { inputs: versions.inputs }),
      ...(tokenCounter === undefined ? {} : { tokenCounter }),
    });
  }

  async #deploy(prompt: LLMPrompt, options: DeployOptions & { readonly label: string }): Promise<PromptDeployment> {
    const { store, newId, now, capabilities } = this.#options;
    const { label, reason, deployedBy } = options;
    assertName('a label', label);
    if (reason.trim() === '') throw new PromptError('invalid-input', 'A deployment needs a reason: say why.');
    await assertParameters(prompt, capabilities);
    const { type } = prompt;
    const expected =
      options.expectedPromptId === undefined
        ? ((await store.deployments({ type, label }))[0]?.promptId ?? null)
        : options.expectedPromptId;
    const deployment: PromptDeployment = {
      id: newId(),
      type,
      label,
      promptId: prompt.id,
      previousPromptId: expected,
      deployedBy,
      reason,
      deployedAt: now(),
    };
    const result = await store.deploy(deployment);
    this.#reader.forget({ type, label });
    if (result.status === 'conflict') {
      throw new PromptError(
        'deploy-conflict',
        `"${label}" of "${type}" names ${result.currentPromptId ?? 'nothing'} by now and not ${expected ?? 'nothing'}: look at what was deployed and try again.`,
      );
    }
    return deployment;
  }

  async #byVersion(type: string, version: number): Promise<FoundPrompt | null> {
    const prompt = await this.#reader.version({ type, version });
    return prompt === null ? null : { prompt, source: 'store', stale: false, ageMs: 0 };
  }

  async #byLabel(type: string, label: string): Promise<FoundPrompt | null> {
    const { prompt, stale, ageMs } = await this.#reader.label({ type, label });
    return prompt === null ? null : { prompt, source: 'store', stale, ageMs };
  }

  async #included({ type, version }: { readonly type: string; readonly version?: number }): Promise<LLMPrompt | null> {
    const { store } = this.#options;
    return version === undefined ? store.byLabel({ type, label: PRODUCTION }) : store.byVersion({ type, version });
  }
}
