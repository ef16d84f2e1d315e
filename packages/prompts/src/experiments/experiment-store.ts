import type { ExperimentAnalysis } from './experiment-analysis.ts';
import type { Experiment, ExperimentChange, Exposure, Outcome } from './experiment.ts';

/** A unit and what is known of it. */
export interface UnitValue {
  readonly unitId: string;
  readonly arm: string;
  /** Epoch milliseconds. */
  readonly exposedAt: number;
  /** `null` while nothing was told. */
  readonly value: number | null;
  /** When the value was told; `null` without one. */
  readonly recordedAt: number | null;
}

/**
 * Keeps experiments, who met what, and what came of it: exposures apart from outcomes.
 *
 * *Duplicate*: a key that exists answers what it is; a unit is exposed once, the first time; an outcome's id is recorded
 * once; a revision is taken once. *Concurrent*: of two changes with the same revision one wins. *Missing*: `null` or empty.
 * Nothing is ever changed or removed.
 */
export interface ExperimentStore {
  /** Adds an experiment, and answers the one that has the key: itself, or the earlier one. */
  create(experiment: Experiment): Promise<Experiment>;
  byKey(key: string): Promise<Experiment | null>;
  /** Newest first; of one instant by key. */
  list(): Promise<readonly Experiment[]>;
  /** False where another change has the revision by now. */
  change(change: ExperimentChange): Promise<boolean>;
  /** Newest first. */
  changes(experimentKey: string): Promise<readonly ExperimentChange[]>;
  /**
   * Notes that units met arms. A unit that was there before keeps its first arm; where the new one is another the unit has
   * crossed over, and is in no analysis any more.
   */
  expose(exposures: readonly Exposure[]): Promise<void>;
  record(outcomes: readonly Outcome[]): Promise<void>;
  /** How many units each arm has, and how many crossed over. */
  counts(experimentKey: string): Promise<{ readonly arms: Readonly<Record<string, number>>; readonly crossed: number }>;
  /** Every unit that did not cross over, with the value of a metric that was told last; in no order. */
  values(query: { readonly experimentKey: string; readonly metric: string }): Promise<readonly UnitValue[]>;
  /** Keeps what an analysis said. */
  saveAnalysis(analysis: ExperimentAnalysis): Promise<void>;
  /** Newest first. */
  analyses(query: { readonly experimentKey: string; readonly limit: number }): Promise<readonly ExperimentAnalysis[]>;
}
