import { isDeepStrictEqual } from 'node:util';
import { PromptError } from '../errors.ts';
import { analyseExperiment } from './analyse-experiment.ts';
import { assertExperiment } from './assert-experiment.ts';
import { assignArm } from './assign-arm.ts';
import type { ExperimentAnalysis } from './experiment-analysis.ts';
import type { Experiment, ExperimentArm, ExperimentChange, Outcome } from './experiment.ts';
import type { ExperimentStore } from './experiment-store.ts';

export interface ExperimentsOptions {
  readonly store: ExperimentStore;
  /** Of the assignment: whoever knows it can tell who gets what. It never changes while an experiment runs. */
  readonly secret: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** How long what an experiment is is used without asking the store again. Default 30 seconds. */
  readonly freshMs?: number;
}

/** An experiment and who takes part in it now. */
export interface RunningExperiment {
  readonly experiment: Experiment;
  /** Newest first. */
  readonly changes: readonly ExperimentChange[];
  readonly exposureShare: number;
  readonly status: 'running' | 'stopped';
}

/** A new experiment; who made it and when is added. */
export type ExperimentDraft = Omit<Experiment, 'createdAt'>;

const DEFAULT_FRESH_MS = 30_000;

/**
 * Experiments on prompts, models and interface features: who gets what, what came of it, and what can be said of it.
 *
 * @example
 * const experiments = new Experiments({ store: memoryExperimentStore(), secret, now: Date.now, newId: randomUUID });
 * await experiments.create(draft);
 * await experiments.ramp(draft.key, { exposureShare: 0.1, changedBy: 'ada', reason: 'a first tenth' });
 * const arm = await experiments.expose(draft.key, userId);
 * await experiments.record([{ experimentKey: draft.key, unitId: userId, metric: 'kept', value: 1 }]);
 * const { comparisons } = await experiments.analyse(draft.key);
 */
export class Experiments {
  readonly #options: ExperimentsOptions;
  readonly #known = new Map<string, { readonly running: RunningExperiment; readonly readAt: number }>();

  constructor(options: ExperimentsOptions) {
    this.#options = options;
  }

  /**
   * Adds an experiment in which nobody takes part yet. Adding the same again answers it; another one by the same key is an
   * `experiment-conflict`.
   */
  async create(draft: ExperimentDraft): Promise<Experiment> {
    const { store, now } = this.#options;
    const experiment: Experiment = { ...draft, createdAt: now() };
    assertExperiment(experiment);
    const kept = await store.create(experiment);
    if (isDeepStrictEqual({ ...kept, createdAt: 0, createdBy: '' }, { ...experiment, createdAt: 0, createdBy: '' }))
      return kept;
    throw new PromptError(
      'experiment-conflict',
      `There is another experiment "${draft.key}" already, and experiments never change: choose another key.`,
    );
  }

  async list(): Promise<readonly RunningExperiment[]> {
    const all = await this.#options.store.list();
    return Promise.all(all.map((experiment) => this.#withChanges(experiment)));
  }

  /** Nothing by that key is an `unknown-experiment`. */
  async get(key: string): Promise<RunningExperiment> {
    const experiment = await this.#options.store.byKey(key);
    if (experiment === null)
      throw new PromptError('unknown-experiment', `There is no experiment "${key}": create it first.`);
    return this.#withChanges(experiment);
  }

  /** Lets another share of the units take part. Those who took part keep their arms. */
  async ramp(
    key: string,
    options: { readonly exposureShare: number; readonly changedBy: string; readonly reason: string },
  ): Promise<ExperimentChange> {
    const { exposureShare } = options;
    if (!(exposureShare >= 0 && exposureShare <= 1)) {
      throw new PromptError('invalid-input', `${exposureShare} is no share of the units: give a number from 0 to 1.`);
    }
    return this.#change(key, { ...options, status: 'running' });
  }

  /** Lets nobody take part any more. Values of units that did still count. */
  async stop(key: string, options: { readonly changedBy: string; readonly reason: string }): Promise<ExperimentChange> {
    return this.#change(key, { ...options, exposureShare: 0, status: 'stopped' });
  }

  /** The arm of a unit; `null` where it takes no part, and then it gets what everybody gets. Notes nothing. */
  async assign(key: string, unitId: string): Promise<ExperimentArm | null> {
    const { experiment, exposureShare, status } = await this.#running(key);
    if (status === 'stopped') return null;
    return assignArm(experiment, { unitId, exposureShare, secret: this.#options.secret });
  }

  /** The same, and notes that the unit met its arm. Call it where the arm is shown, not where it is looked up. */
  async expose(key: string, unitId: string): Promise<ExperimentArm | null> {
    const arm = await this.assign(key, unitId);
    if (arm !== null) {
      const exposedAt = this.#options.now();
      await this.#options.store.expose([{ experimentKey: key, unitId, arm: arm.name, exposedAt }]);
    }
    return arm;
  }

  /**
   * Notes what became known of units, at once or months later. A value told later takes the place of one told before. With
   * an id of the caller's own a value that is told twice counts once. Values that are no finite number are an `invalid-input`.
   */
  async record(
    outcomes: readonly (Omit<Outcome, 'id' | 'observedAt' | 'recordedAt'> &
      Partial<Pick<Outcome, 'id' | 'observedAt'>>)[],
  ): Promise<void> {
    const { store, now, newId } = this.#options;
    const recordedAt = now();
    for (const { experimentKey, metric, value } of outcomes) {
      const { experiment } = await this.#running(experimentKey);
      const { primary, proxy, guardrails = [] } = experiment;
      const known = [primary, proxy, ...guardrails].find((candidate) => candidate?.name === metric);
      if (known === undefined) {
        throw new PromptError(
          'invalid-input',
          `The experiment "${experimentKey}" has no metric "${metric}": record one that it has.`,
        );
      }
      if (!Number.isFinite(value) || (known.kind === 'rate' && value !== 0 && value !== 1)) {
        throw new PromptError('invalid-input', `${value} is no value of the ${known.kind} "${metric}".`);
      }
    }
    await store.record(outcomes.map((outcome) => ({ id: newId(), observedAt: recordedAt, ...outcome, recordedAt })));
  }

  /** What can be said now. It is kept where it says something else than the last one that was. */
  async analyse(key: string): Promise<ExperimentAnalysis> {
    const { store, now } = this.#options;
    const { experiment } = await this.get(key);
    const analysis = await analyseExperiment(experiment, { store, at: now() });
    const [last] = await store.analyses({ experimentKey: key, limit: 1 });
    if (last === undefined || wordsOf(last) !== wordsOf(analysis)) await store.saveAnalysis(analysis);
    return analysis;
  }

  /** What was said before, newest first. */
  async verdicts(key: string, options: { readonly limit?: number } = {}): Promise<readonly ExperimentAnalysis[]> {
    return this.#options.store.analyses({ experimentKey: key, limit: options.limit ?? 50 });
  }

  async #change(
    key: string,
    change: Pick<ExperimentChange, 'exposureShare' | 'status' | 'changedBy' | 'reason'>,
  ): Promise<ExperimentChange> {
    const { store, now } = this.#options;
    if (change.reason.trim() === '') throw new PromptError('invalid-input', 'A change needs a reason: say why.');
    const { changes, status } = await this.get(key);
    if (status === 'stopped') {
      throw new PromptError(
        'experiment-conflict',
        `The experiment "${key}" was stopped, and stays so: create another one.`,
      );
    }
    const next = { ...change, experimentKey: key, revision: (changes[0]?.revision ?? 0) + 1, changedAt: now() };
    const won = await store.change(next);
    this.#known.delete(key);
    if (won) return next;
    throw new PromptError(
      'experiment-conflict',
      `Somebody else changed the experiment "${key}" in between: look at it and try again.`,
    );
  }

  async #running(key: string): Promise<RunningExperiment> {
    const { now, freshMs = DEFAULT_FRESH_MS } = this.#options;
    const kept = this.#known.get(key);
    if (kept !== undefined && now() - kept.readAt < freshMs) return kept.running;
    const running = await this.get(key);
    this.#known.set(key, { running, readAt: now() });
    return running;
  }

  async #withChanges(experiment: Experiment): Promise<RunningExperiment> {
    const changes = await this.#options.store.changes(experiment.key);
    const { exposureShare = 0, status = 'running' } = changes[0] ?? {};
    return { experiment, changes, exposureShare, status };
  }
}

function wordsOf({ comparisons, sampleRatio }: ExperimentAnalysis): string {
  return JSON.stringify([sampleRatio.mismatch, comparisons.map(({ arm, verdict, basis }) => [arm, verdict, basis])]);
}
