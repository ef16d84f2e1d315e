import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openTestPGlite, openTestPostgres, postgresAnswers } from '../testing/open-test-databases.ts';
import { postgresBudgetBook } from './postgres-budget-book.ts';

const hasPostgres = await postgresAnswers();

it.each([
  ['PGlite', openTestPGlite, true],
  ['Postgres', openTestPostgres, hasPostgres],
] as const)('lets nobody rewrite the history of budgets: %s', async (_name, open, answers) => {
  if (!answers) return;
  const { database, close } = await open();
  try {
    const book = postgresBudgetBook(database.kysely);
    await book.change({
      changeId: '1',
      budgetId: 'month',
      after: {
        id: 'month',
        scope: { kind: 'global' },
        window: { kind: 'rolling', lengthMs: 3_600_000 },
        limitNanoUsd: 5n,
      },
      reason: 'launch',
      changedBy: 'ada',
      changedAt: 0,
    });
    for (const statement of [
      `update budget_changes set reason = 'other'`,
      'delete from budget_changes',
      'truncate budget_changes',
    ]) {
      await expect(sql.raw(statement).execute(database.kysely)).rejects.toThrow('only ever added');
    }
    expect(await book.history({ limit: 5 })).toMatchObject([{ reason: 'launch', changedBy: 'ada' }]);
  } finally {
    await close();
  }
});
