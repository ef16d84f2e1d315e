import { expect, it } from 'vitest';
import type { Budget } from './budget.ts';
import { budgetsInForce } from './budgets-in-force.ts';
import { changeBudget } from './change-budget.ts';
import { memoryBudgetBook } from './memory-budget-book.ts';

const month: Budget = {
  id: 'month',
  scope: { kind: 'global' },
  window: { kind: 'calendar', period: 'month', timeZone: 'UTC' },
  limitNanoUsd: 1_000_000_000_000n,
};
const chat: Budget = { ...month, id: 'chat', scope: { kind: 'feature', key: 'chat' }, limitNanoUsd: 5_000_000_000n };

function setUp() {
  const clock = { now: 0 };
  const book = memoryBudgetBook();
  let ids = 0;
  const change = (budgetId: string, budget: Budget | null) =>
    changeBudget(book, { budgetId, budget, reason: 'a test', changedBy: 'me', at: 0, newId: () => `${++ids}` });
  const inForce = budgetsInForce(book, { now: () => clock.now, otherwise: [month] });
  const idsInForce = async () => {
    clock.now += 5_000;
    return (await inForce()).map(({ id, limitNanoUsd }) => `${id} ${limitNanoUsd / 1_000_000_000n}`).sort();
  };
  return { book, change, idsInForce, inForce, clock };
}

it('keeps the limit that nobody decided on in force beside what is added', async () => {
  const { change, idsInForce } = setUp();
  expect(await idsInForce()).toEqual(['month 1000']);
  await change('chat', chat);
  expect(await idsInForce()).toEqual(['chat 5', 'month 1000']);
  await change('month', { ...month, limitNanoUsd: 200_000_000_000n });
  expect(await idsInForce()).toEqual(['chat 5', 'month 200']);
  await change('month', null);
  expect(await idsInForce()).toEqual(['chat 5']);
  await change('chat', null);
  expect(await idsInForce()).toEqual([]);
});

it('keeps what it read last where the book cannot be read, and fails where it never could', async () => {
  const { book, change, clock } = setUp();
  await change('chat', chat);
  let isDown = true;
  const list = () => (isDown ? Promise.reject(new TypeError('down')) : book.list());
  const inForce = budgetsInForce({ ...book, list }, { now: () => clock.now });
  await expect(inForce()).rejects.toThrow('down');
  isDown = false;
  expect(await inForce()).toEqual([chat]);
  isDown = true;
  clock.now += 60_000;
  expect(await inForce()).toEqual([chat]);
});
