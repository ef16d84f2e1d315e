import { changeBudget } from '@pa/cost';
import { describe, expect, test } from 'vitest';
import { emptyApi, FIXTURE_NOW, jsonPost } from './__fixtures__/empty-api.ts';
import { memoryAccounts, sampleCall } from './__fixtures__/money-ports.ts';
import { API_BASE_PATH } from './create-api.ts';

const DAY_MS = 86_400_000;
const monthBudget = {
  id: 'month',
  scope: { kind: 'global' },
  window: { kind: 'calendar', period: 'month', timeZone: 'Europe/Berlin' },
  limitNanoUsd: '200000000000',
  alertAt: [0.8],
  reason: 'the launch is over',
} as const;

function open(overrides: Parameters<typeof emptyApi>[0] = {}) {
  const costs = memoryAccounts();
  const { api, reported } = emptyApi({ costs, ...overrides });
  const ask = async (path: string, body?: unknown) => {
    const response = await api.request(API_BASE_PATH + path, body === undefined ? {} : jsonPost(body));
    return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
  };
  return { costs, ask, reported };
}

describe('costs', () => {
  test('tells today, the month, every day of it, what was saved and what is left', async () => {
    const { costs, ask } = open();
    await costs.ledger.book([
      sampleCall(),
      sampleCall({ costNanoUsd: 9_007_199_254_740_993n, startedAt: FIXTURE_NOW - 2 * DAY_MS, feature: null }),
      sampleCall({ costNanoUsd: null, servedModel: 'claude-fable-5-2' }),
      sampleCall({ startedAt: FIXTURE_NOW - 40 * DAY_MS }),
    ]);
    await costs.savings.record([
      {
        savingId: '1',
        kind: 'answer-cache',
        at: FIXTURE_NOW,
        feature: 'chat',
        model: 'gpt-6-luna',
        savedNanoUsd: 500_000n,
        basis: 'estimated',
      },
    ]);
    const { status, body, headers } = await ask('/costs');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, no-cache');
    expect(body).toMatchObject({
      today: '2026-03-31',
      from: '2026-03-01',
      to: '2026-03-31',
      ofToday: { totalNanoUsd: '250000', callCount: 2, unpricedCallCount: 1 },
      ofPeriod: { totalNanoUsd: '9007199254990993', byPromptVersion: [{ key: 'chat@3', callCount: 3 }] },
      savedNanoUsd: '500000',
      savings: [{ kind: 'answer-cache', count: 1, estimatedNanoUsd: '500000' }],
      forecast: { month: '2026-03', status: 'ok', foundDays: 40 },
      budgets: [{ budget: { id: 'month', limitNanoUsd: '1000000000000' }, spentNanoUsd: '0' }],
    });
    expect(body.daily).toHaveLength(31);
    expect(body.daily.at(-3)).toEqual({ day: '2026-03-29', costNanoUsd: '9007199254740993', callCount: 1 });
    expect(body.daily[0]).toEqual({ day: '2026-03-01', costNanoUsd: '0', callCount: 0 });
  });

  test('says where there is too little for a forecast', async () => {
    const { body } = await open().ask('/costs');
    expect(body.forecast).toMatchObject({ status: 'not-enough-data', expectedNanoUsd: null, neededDays: 7 });
  });

  test('takes days, and refuses those that cannot be', async () => {
    const { ask } = open();
    expect((await ask('/costs?from=2026-01-05&to=2026-01-09')).body.daily).toHaveLength(5);
    for (const days of ['from=2026-02-30', 'from=2026-03-02&to=2026-03-01', 'from=2020-01-01', 'day=2026-01-01']) {
      expect([days, (await ask(`/costs?${days}`)).status]).toEqual([days, 400]);
    }
  });

  test('is not there where nobody wired it', async () => {
    const { ask } = open({ costs: undefined as never });
    for (const path of ['/costs', '/budgets']) {
      expect(await ask(path)).toMatchObject({ status: 503, body: { error: { code: 'NOT_CONFIGURED' } } });
    }
  });
});

describe('budgets', () => {
  test('are changed with a reason, by whom the sign-in says, and keep their history', async () => {
    const { ask, costs } = open({ authorize: () => ({ allowed: true, actor: 'ana@example.com' }) });
    await costs.spending.reserve({
      holdId: 'a',
      at: FIXTURE_NOW,
      expiresAt: FIXTURE_NOW + 1,
      amountNanoUsd: 7n,
      claims: [{ budgetId: 'month', limitNanoUsd: 100n, windowStart: 0 }],
    });
    const changed = await ask('/budgets/change', monthBudget);
    expect(changed.status).toBe(200);
    expect(changed.body.budgets).toMatchObject([
      {
        budget: { id: 'month', limitNanoUsd: '200000000000', whenStoreFails: 'refuse', alertAt: [0.8] },
        heldNanoUsd: '7',
        windowStart: '2026-02-28T23:00:00.000Z',
        nextWindowStart: '2026-03-31T22:00:00.000Z',
      },
    ]);
    const chat = { ...monthBudget, id: 'chat', scope: { kind: 'feature', key: 'chat' }, reason: 'a try' };
    expect((await ask('/budgets/change', chat)).body.budgets).toHaveLength(2);
    expect((await ask('/budgets/remove', { id: 'chat', reason: 'it was a try' })).body.budgets).toHaveLength(1);
    const { body } = await ask('/budgets');
    expect(body.changes.map((change: { reason: string }) => change.reason)).toEqual([
      'it was a try',
      'a try',
      'the launch is over',
      'In force before anybody changed it.',
    ]);
    expect(body.changes[0]).toMatchObject({ after: null, before: { id: 'chat' }, changedBy: 'ana@example.com' });
    expect(body.changes[2]).toMatchObject({
      before: { limitNanoUsd: '1000000000000' },
      after: { limitNanoUsd: '200000000000' },
    });
  });

  test('are not changed without a reason, nor into what cannot be counted', async () => {
    const { ask, costs } = open();
    const bad = [
      { ...monthBudget, reason: '  ' },
      { ...monthBudget, limitNanoUsd: '-1' },
      { ...monthBudget, limitNanoUsd: '1.5' },
      { ...monthBudget, scope: { kind: 'feature' } },
      { ...monthBudget, window: { kind: 'rolling', lengthMs: 0 } },
      { ...monthBudget, other: 1 },
    ];
    for (const body of bad) expect((await ask('/budgets/change', body)).status).toBe(400);
    for (const body of [
      { ...monthBudget, window: { ...monthBudget.window, timeZone: 'Mars/Olympus' } },
      { ...monthBudget, window: { kind: 'rolling', lengthMs: 1000 } },
      { ...monthBudget, id: 'no good' },
    ]) {
      expect(await ask('/budgets/change', body)).toMatchObject({
        status: 422,
        body: { error: { code: 'invalid-budget' } },
      });
    }
    expect((await ask('/budgets/remove', { id: 'none', reason: 'x' })).status).toBe(404);
    expect(await costs.budgetBook.history({ limit: 10 })).toEqual([]);
  });

  test('that were changed elsewhere are seen at once', async () => {
    const { ask, costs } = open();
    expect((await ask('/budgets')).body.budgets).toHaveLength(1);
    const change = { budgetId: 'month', budget: null, reason: 'r', changedBy: 'c', at: 1, newId: () => '1' };
    await changeBudget(costs.budgetBook, change);
    expect((await ask('/budgets')).body.budgets).toEqual([]);
  });
});

describe('model choices', () => {
  test('says what is missing, and keeps its answer for ten minutes', async () => {
    const { costs, ask } = open();
    await costs.ledger.book([sampleCall(), sampleCall({ requestedModel: 'gpt-6-terra' })]);
    const first = await ask('/costs/model-choices');
    expect(first.status).toBe(200);
    expect(first.body.recommendations).toMatchObject([
      {
        feature: 'chat',
        status: 'not-enough-evidence',
        recommendedModel: null,
        savedPerSuccessNanoUsd: null,
        measured: [],
        unmeasured: [
          { model: 'gpt-6-luna', callCount: 1, neededCalls: 100, trials: 0, neededTrials: 100 },
          { model: 'gpt-6-terra', callCount: 1 },
        ],
      },
    ]);
    await costs.ledger.book([sampleCall({ feature: 'summary' })]);
    expect((await ask('/costs/model-choices')).body).toEqual(first.body);
  });
});
