import { describe, expect, it } from 'vitest';
import type { SavingLine, SavingsLedger } from '../savings/savings-ledger.ts';

const noon = Date.UTC(2026, 10, 23, 12);

function line(savingId: string, overrides: Partial<SavingLine> = {}): SavingLine {
  return {
    savingId,
    kind: 'answer-cache',
    at: noon,
    feature: 'chat',
    model: 'a-model',
    savedNanoUsd: 9_007_199_254_740_993n,
    basis: 'measured',
    ...overrides,
  };
}

/** Proves that a ledger keeps the contract of `SavingsLedger`. Every test gets an empty one. */
export function describeSavingsLedger(options: {
  readonly name: string;
  readonly createLedger: () => Promise<SavingsLedger> | SavingsLedger;
}): void {
  const day = { from: noon, to: noon + 10 };

  describe(`SavingsLedger: ${options.name}`, () => {
    it('has no groups where nothing was booked', async () => {
      const ledger = await options.createLedger();
      expect(await ledger.totals({ ...day, by: 'kind' })).toEqual([]);
      expect(await ledger.record([])).toBe(0);
    });

    it('sums by kind, feature and model, most saved first, and tells what is estimated', async () => {
      const ledger = await options.createLedger();
      const booked = await ledger.record([
        line('1'),
        line('2', { kind: 'template', savedNanoUsd: 5n, basis: 'estimated', feature: null }),
        line('3', { kind: 'template', savedNanoUsd: 2n }),
        line('4', { kind: 'prompt-cache', savedNanoUsd: -3n, model: null }),
      ]);
      expect(booked).toBe(4);
      expect(await ledger.totals({ ...day, by: 'kind' })).toEqual([
        { key: 'answer-cache', lineCount: 1, savedNanoUsd: 9_007_199_254_740_993n, estimatedNanoUsd: 0n },
        { key: 'template', lineCount: 2, savedNanoUsd: 7n, estimatedNanoUsd: 5n },
        { key: 'prompt-cache', lineCount: 1, savedNanoUsd: -3n, estimatedNanoUsd: 0n },
      ]);
      expect((await ledger.totals({ ...day, by: 'feature' })).map(({ key }) => key)).toEqual(['chat', null]);
      expect((await ledger.totals({ ...day, by: 'model' })).map(({ key }) => key)).toEqual(['a-model', null]);
    });

    it('books a line once, from however many at once', async () => {
      const ledger = await options.createLedger();
      const counts = await Promise.all(Array.from({ length: 20 }, () => ledger.record([line('1'), line('1')])));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
      expect(await ledger.record([line('1', { savedNanoUsd: 1n })])).toBe(0);
    });

    it('counts the first instant of a period and not its end', async () => {
      const ledger = await options.createLedger();
      await ledger.record([line('1'), line('2', { at: noon + 10 })]);
      expect((await ledger.totals({ ...day, by: 'kind' }))[0]?.lineCount).toBe(1);
    });
  });
}
