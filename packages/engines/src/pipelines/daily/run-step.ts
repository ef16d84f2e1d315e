import type { DailyStep, StepCounts, StepReport } from '../run-progress.ts';
import { DAILY_RUN, type DailyContext } from './daily-context.ts';

/** What a step leaves behind: its figures, and what later steps and reruns need to know of it, as plain JSON. */
export interface StepResult<Details> {
  readonly counts: StepCounts;
  readonly details: Details;
  /**
   * For work whose effect changes its own input (a settled prediction is no longer due): the effect, and the hash of the
   * input once it is there. The record is written first and matches nothing until the effect has happened, so that a
   * crash between the two neither loses the effect nor the figures of it.
   */
  readonly effect?: { readonly apply: () => Promise<unknown>; readonly inputHash: string };
}

/** Tells a display how far a step is. */
export type AdvanceStep = (progress: {
  readonly unit: string;
  readonly done: number;
  readonly total: number | null;
}) => void;

/**
 * Runs a step unless the ledger says that it is done on this very input. The record is written after the work: a crash
 * before it makes the step run again, and every store it writes to is idempotent.
 */
export async function runStep<Details extends Readonly<Record<string, unknown>>>(
  context: DailyContext,
  options: {
    readonly step: DailyStep;
    readonly market: string | null;
    readonly inputHash: string;
    /** When work that belongs to the step began, if before now; epoch milliseconds. */
    readonly startedAt?: number;
    readonly work: (advance: AdvanceStep) => Promise<StepResult<Details>>;
  },
): Promise<StepResult<Details> & { readonly status: StepReport['status'] }> {
  const { step, market, inputHash } = options;
  const { asOf, onProgress } = context;
  const { stores, now } = context.dependencies;
  const name = market === null ? step : `${step} ${market}`;
  context.signal?.throwIfAborted();
  const startedAt = options.startedAt ?? now();
  onProgress({ type: 'step_started', step, market });

  const finish = (status: StepReport['status'], counts: StepCounts): void => {
    const report: StepReport = { step, market, status, counts, durationMs: now() - startedAt };
    context.steps.push(report);
    onProgress({ type: 'step_finished', ...report });
  };

  const known = context.dryRun ? null : await stores.runs.completedStep({ run: DAILY_RUN, asOf, step: name });
  if (known !== null && known.inputHash === inputHash) {
    const summary = known.summary as { readonly counts: StepCounts; readonly details: Details };
    finish('skipped', summary.counts);
    return { status: 'skipped', counts: summary.counts, details: summary.details };
  }

  const result = await options.work((progress) => onProgress({ type: 'step_advanced', step, market, ...progress }));
  if (!context.dryRun) {
    await stores.runs.completeStep({
      run: DAILY_RUN,
      asOf,
      step: name,
      inputHash: result.effect?.inputHash ?? inputHash,
      summary: { counts: result.counts, details: result.details },
      durationMs: now() - startedAt,
    });
    await result.effect?.apply();
  }
  finish('done', result.counts);
  return { ...result, status: 'done' };
}
