import { describe, expect, it } from 'vitest';
import type { BudgetState, Costs } from '../../api/answers.ts';
import { rangeOf } from '../../components/period-switch.tsx';
import { bytes } from '../../format/bytes.ts';
import { moment } from '../../format/moment.ts';
import { cacheStats, hitRate } from '../cache/cache-stats.ts';
import { fieldsOf, requestOf } from './budget-fields.ts';
import { budgetWords, dollarsOf, nanoUsdOfDollars, sharesOf } from './budget-words.ts';
import { costStats } from './cost-stats.ts';

const month: BudgetState = {
  budget: {
    id: 'month',
    scope: { kind: 'global', key: null },
    window: { kind: 'calendar', period: 'month', timeZone: 'UTC', lengthMs: null },
    limitNanoUsd: '1000000000000',
    alertAt: [0.8],
    whenStoreFails: 'allow',
  },
  spentNanoUsd: '250000000000',
  heldNanoUsd: '0',
  windowStart: '2026-11-01T00:00:00.000Z',
  nextWindowStart: '2026-12-01T00:00:00.000Z',
};
const nothing = {
  totalNanoUsd: '0',
  callCount: 0,
  unpricedCallCount: 0,
  byFeature: [],
  byModel: [],
  byPromptVersion: [],
  byUser: [],
};
const costs: Costs = {
  today: '2026-11-23',
  from: '2026-11-01',
  to: '2026-11-23',
  ofToday: { ...nothing, totalNanoUsd: '250000', callCount: 2, unpricedCallCount: 1 },
  ofPeriod: nothing,
  daily: [],
  savings: [],
  savedNanoUsd: '0',
  forecast: {
    month: '2026-11',
    status: 'not-enough-data',
    spentNanoUsd: '0',
    expectedNanoUsd: null,
    lowerNanoUsd: null,
    upperNanoUsd: null,
    confidenceLevel: null,
    foundDays: 2,
    neededDays: 7,
  },
  budgets: [month],
  alerts: [],
};

describe('the cards of the costs', () => {
  it('say what is not known', () => {
    const [today, , forecast, saved] = costStats(costs);
    expect(today).toMatchObject({ value: '$0.0002', note: '2 calls, 1 without a price' });
    expect(forecast).toMatchObject({ value: null, note: '2 whole days of calls, needs 7' });
    expect(saved?.note).toBe('Nothing was saved yet');
  });

  it('hold the forecast against the budget of the month', () => {
    const forecast = {
      ...costs.forecast,
      status: 'ok' as const,
      expectedNanoUsd: '1200000000000',
      lowerNanoUsd: '900000000000',
      upperNanoUsd: '1500000000000',
      confidenceLevel: 0.9,
      neededDays: null,
    };
    const [, , card] = costStats({ ...costs, forecast });
    expect(card).toMatchObject({ value: '$1,200.00', note: '$900.00 – $1,500.00 (90%) of $1,000.00', tone: 'loss' });
  });
});

describe('budgets', () => {
  it('read and write dollars to the nano-dollar', () => {
    expect([nanoUsdOfDollars('1000'), nanoUsdOfDollars(' 0.000000001 ')]).toEqual(['1000000000000', '1']);
    for (const text of ['', '-1', '1,5', '1e3', '0.0000000001']) expect(nanoUsdOfDollars(text)).toBeNull();
    expect([dollarsOf('1000000000000'), dollarsOf('500000000'), dollarsOf('1')]).toEqual([
      '1000',
      '0.5',
      '0.000000001',
    ]);
  });

  it('say what they count', () => {
    expect(budgetWords(month.budget)).toBe('Everything, a month (UTC)');
    const window = { kind: 'rolling', period: null, timeZone: null, lengthMs: 5_400_000 } as const;
    expect(budgetWords({ scope: { kind: 'feature', key: 'chat' }, window })).toBe('Feature chat, any 1.5 hours');
    expect(sharesOf(month)).toEqual({ spent: 0.25, held: 0 });
  });

  it('keep what the form does not show, and ask for a reason', () => {
    const fields = { ...fieldsOf(month), limit: '200', alertAt: '50, 100' };
    expect(requestOf(fields, month)).toContain('without a reason');
    expect(requestOf({ ...fields, reason: 'less' }, month)).toEqual({
      id: 'month',
      scope: { kind: 'global' },
      window: { kind: 'calendar', period: 'month', timeZone: 'UTC' },
      limitNanoUsd: '200000000000',
      alertAt: [0.5, 1],
      whenStoreFails: 'allow',
      reason: 'less',
    });
    expect(requestOf({ ...fields, limit: 'much', reason: 'x' }, month)).toContain('no amount of dollars');
    expect(requestOf({ ...fields, alertAt: '80, x', reason: 'x' }, month)).toContain('per cents');
  });
});

it('rates hits, stale ones included', () => {
  expect(hitRate({ hits: 2, misses: 1, stale: 1 })).toBe(0.75);
  expect(hitRate({ hits: 0, misses: 0, stale: 0 })).toBeNull();
  const total = { hits: 0, misses: 0, stale: 0, refusedWrites: 0, bytesWritten: 0, savedNanoUsd: '0' };
  const groups = { byClass: [], byModel: [], byTag: [], refusals: [], daily: [], invalidations: [] };
  const [rate] = cacheStats({ from: '2026-11-01', to: '2026-11-23', total, ...groups });
  expect(rate).toMatchObject({ value: null, note: 'Nothing was asked in this period' });
});

it('writes periods, bytes and moments', () => {
  const now = Date.UTC(2026, 10, 23, 23, 59);
  expect(rangeOf('month', now)).toEqual({ from: '2026-11-01', to: '2026-11-23' });
  expect(rangeOf('7d', now)).toEqual({ from: '2026-11-17', to: '2026-11-23' });
  expect([bytes(999), bytes(1234), bytes(5_600_000)]).toEqual(['999 B', '1.2 KB', '5.6 MB']);
  expect(moment('2026-11-23T14:05:00Z')).toMatch(/^Nov 23, 2026, 2:05.PM UTC$/);
});
