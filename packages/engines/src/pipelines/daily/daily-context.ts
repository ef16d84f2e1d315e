import type { IsoDate } from '../../market/calendar.ts';
import type { PipelineDependencies } from '../pipeline-dependencies.ts';
import type { RunProgress, StepReport } from '../run-progress.ts';

/** Name of the daily run in the run ledger. */
export const DAILY_RUN = 'daily';

/** Part of every input hash: a change of what the steps compute makes them run again. */
export const PIPELINE_VERSION = '6';

/** What all steps of one daily run work with. */
export interface DailyContext {
  readonly dependencies: PipelineDependencies;
  readonly asOf: IsoDate;
  /** Computes everything, writes nothing, and asks no language model. */
  readonly dryRun: boolean;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (event: RunProgress) => void;
  /** Steps so far, in order; every finished step is added. */
  readonly steps: StepReport[];
}
