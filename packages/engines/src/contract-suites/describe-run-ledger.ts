import { beforeEach, describe, expect, test } from 'vitest';
import type { RunLedger, StepRecord } from '../market/ports/run-ledger.ts';
import type { ContractSubject } from './contract-subject.ts';
import { AWKWARD_TEXT } from './sample-listing.ts';

/** Every sentence of the `RunLedger` contract, as tests. */
export function describeRunLedger(subject: ContractSubject<RunLedger>): void {
  describe(`run ledger: ${subject.name}`, () => {
    let ledger: RunLedger;
    beforeEach(async () => {
      ledger = await subject.createStore();
    });
    const day = { run: 'daily', asOf: '2024-02-29' } as const;

    test('a step that was not completed is null', async () => {
      expect(await ledger.completedStep({ ...day, step: 'collect' })).toBeNull();
      expect(await ledger.lastCompleted({ run: 'daily', step: 'collect' })).toBeNull();
    });

    test('a step comes back exactly, and belongs to its run, day and name', async () => {
      const record = sampleStep({
        summary: { rows: 16_358, share: 0.1 + 0.2, text: AWKWARD_TEXT, none: null, list: [1, ['a']], nested: { b: 1 } },
        durationMs: 12.5,
      });
      await ledger.completeStep({ ...day, ...record });
      expect(await ledger.completedStep({ ...day, step: 'collect' })).toStrictEqual(record);
      expect(await ledger.completedStep({ ...day, asOf: '2024-03-01', step: 'collect' })).toBeNull();
      expect(await ledger.completedStep({ ...day, run: 'weekly', step: 'collect' })).toBeNull();
      expect(await ledger.completedStep({ ...day, step: 'analyse' })).toBeNull();
    });

    test('completing a step again replaces its record', async () => {
      await ledger.completeStep({ ...day, ...sampleStep({ summary: { first: 1, only: true } }) });
      const second = sampleStep({ inputHash: 'b'.repeat(64), summary: { second: 2 }, durationMs: 0 });
      await ledger.completeStep({ ...day, ...second });
      expect(await ledger.completedStep({ ...day, step: 'collect' })).toStrictEqual(second);
    });

    test('two runs of one day may both complete a step', async () => {
      const left = sampleStep({ summary: { side: 'left' } });
      const right = sampleStep({ summary: { side: 'right' } });
      await Promise.all([left, right].map((record) => ledger.completeStep({ ...day, ...record })));
      expect([left, right]).toContainEqual(await ledger.completedStep({ ...day, step: 'collect' }));
    });

    test('the last completed day is the newest day, not the one written last', async () => {
      for (const asOf of ['2024-03-01', '2024-12-31', '2023-01-01']) {
        await ledger.completeStep({ run: 'daily', asOf, ...sampleStep({}) });
      }
      await ledger.completeStep({ run: 'daily', asOf: '2025-01-01', ...sampleStep({ step: 'notify' }) });
      await ledger.completeStep({ run: 'scan', asOf: '2025-01-02', ...sampleStep({}) });
      expect(await ledger.lastCompleted({ run: 'daily', step: 'collect' })).toBe('2024-12-31');
      expect(await ledger.lastCompleted({ run: 'daily', step: 'analyse' })).toBeNull();
    });
  });
}

function sampleStep(changes: Partial<StepRecord>): StepRecord {
  return { step: 'collect', inputHash: 'a'.repeat(64), summary: {}, durationMs: 1, ...changes };
}
