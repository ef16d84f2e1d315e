import type { IsoDate } from '../calendar.ts';

/** What one step of a run did: kept so that a rerun skips it and can still show its figures. */
export interface StepRecord {
  readonly step: string;
  /** SHA-256 of everything the step depends on; a step with another hash runs again. */
  readonly inputHash: string;
  /** Figures of the step as plain JSON. */
  readonly summary: Readonly<Record<string, unknown>>;
  readonly durationMs: number;
}

/**
 * Remembers which steps of which run are done.
 *
 * *Missing*: `completedStep` answers `null`. *Duplicate*: completing a step again replaces its record. *Concurrent*: two
 * runs of one day may both work; every store they write to is idempotent, so the result is the same.
 */
export interface RunLedger {
  completedStep(query: {
    readonly run: string;
    readonly asOf: IsoDate;
    readonly step: string;
  }): Promise<StepRecord | null>;
  completeStep(entry: { readonly run: string; readonly asOf: IsoDate } & StepRecord): Promise<void>;
  /** The newest day on which the run completed the given step, or `null`. */
  lastCompleted(query: { readonly run: string; readonly step: string }): Promise<IsoDate | null>;
}
