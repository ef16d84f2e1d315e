import { describe, expect, it } from 'vitest';
import type { Budget } from '../budgets/budget.ts';
import type { BudgetBook, BudgetChange } from '../budgets/budget-book.ts';

const noon = Date.UTC(2026, 10, 23, 12);

function budget(overrides: Partial<Budget> = {}): Budget {
  return {
    id: 'month',
    scope: { kind: 'global' },
    window: { kind: 'calendar', period: 'month', timeZone: 'Europe/Berlin' },
    limitNanoUsd: 9_007_199_254_740_993n,
    alertAt: [0.5, 0.8],
    ...overrides,
  };
}

function change(changeId: string, after: Budget | null, overrides: Partial<BudgetChange> = {}) {
  return {
    changeId,
    budgetId: after?.id ?? 'month',
    after,
    reason: 'launch',
    changedBy: 'ada',
    changedAt: noon,
    ...overrides,
  };
}

/** Proves that a book keeps the contract of `BudgetBook`. Every test gets an empty one. */
export function describeBudgetBook(options: {
  readonly name: string;
  readonly createBook: () => Promise<BudgetBook> | BudgetBook;
}): void {
  describe(`BudgetBook: ${options.name}`, () => {
    it('has no budgets and no history before the first change', async () => {
      const book = await options.createBook();
      expect(await book.list()).toEqual([]);
      expect(await book.history({ limit: 10 })).toEqual([]);
    });

    it('has in force what was changed last, and every change with what was before', async () => {
      const book = await options.createBook();
      const rolling = budget({
        id: 'a-user',
        scope: { kind: 'user', key: 'ada' },
        window: { kind: 'rolling', lengthMs: 3_600_000 },
        whenStoreFails: 'allow',
      });
      await book.change(change('1', budget()));
      await book.change(change('2', rolling, { changedAt: noon + 1 }));
      const raised = budget({ limitNanoUsd: 2n });
      const kept = await book.change(change('3', raised, { changedAt: noon + 2, reason: 'more users' }));
      expect(kept).toEqual({ ...change('3', raised, { changedAt: noon + 2, reason: 'more users' }), before: budget() });
      expect(await book.list()).toEqual([rolling, raised]);
      const removed = await book.change(change('4', null, { changedAt: noon + 3 }));
      expect(removed).toMatchObject({ before: raised, after: null });
      expect(await book.list()).toEqual([rolling]);
      expect((await book.history({ limit: 10 })).map(({ changeId }) => changeId)).toEqual(['4', '3', '2', '1']);
      expect((await book.history({ budgetId: 'month', limit: 2 })).map(({ changeId }) => changeId)).toEqual(['4', '3']);
    });

    it('keeps a change once', async () => {
      const book = await options.createBook();
      const first = await book.change(change('1', budget()));
      expect(await book.change(change('1', budget({ limitNanoUsd: 1n })))).toEqual(first);
      expect(await book.list()).toEqual([budget()]);
    });

    it('puts changes that come at once in a row', async () => {
      const book = await options.createBook();
      const changes = Array.from({ length: 20 }, (_, index) =>
        book.change(change(`${index}`, budget({ limitNanoUsd: BigInt(index) }))),
      );
      await Promise.all(changes);
      const history = await book.history({ limit: 100 });
      expect(history).toHaveLength(20);
      for (const [index, { before }] of history.entries()) expect(before).toEqual(history[index + 1]?.after ?? null);
    });
  });
}
