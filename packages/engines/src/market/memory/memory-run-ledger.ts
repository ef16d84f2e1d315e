import type { IsoDate } from '../calendar.ts';
import type { RunLedger, StepRecord } from '../ports/run-ledger.ts';
import { immutableJson } from './immutable-copy.ts';

interface StoredStep {
  readonly run: string;
  readonly asOf: IsoDate;
  readonly record: StepRecord;
}

/** Remembers the steps of runs in this process. */
export function memoryRunLedger(): RunLedger {
  const steps = new Map<string, StoredStep>();

  return {
    async completedStep({ run, asOf, step }) {
      return steps.get(JSON.stringify([run, asOf, step]))?.record ?? null;
    },
    async completeStep({ run, asOf, step, inputHash, summary, durationMs }) {
      const record = immutableJson({ step, inputHash, summary, durationMs });
      steps.set(JSON.stringify([run, asOf, step]), { run, asOf, record });
    },
    async lastCompleted({ run, step }) {
      let newest: IsoDate | null = null;
      for (const stored of steps.values()) {
        if (stored.run !== run || stored.record.step !== step) continue;
        if (newest === null || stored.asOf > newest) newest = stored.asOf;
      }
      return newest;
    },
  };
}
