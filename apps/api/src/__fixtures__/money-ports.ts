import { LLMCache, memoryCacheStatsStore, memoryCacheStore, memoryInvalidationLog } from '@pa/cache';
import {
  budgetsInForce,
  type CallRecord,
  CostMonitor,
  memoryAlertOutbox,
  memoryBudgetBook,
  memoryBudgetStore,
  memoryCallLedger,
  memorySavingsLedger,
  nanoUsdOf,
} from '@pa/cost';
import type { AnswerCachePort } from '../ports/answer-cache.ts';
import type { CostAccounts } from '../ports/cost-accounts.ts';
import { FIXTURE_NOW } from './empty-api.ts';

const now = () => FIXTURE_NOW;

/** An answered call of a quarter of a thousandth of a dollar. */
export function sampleCall(overrides: Partial<CallRecord> = {}): CallRecord {
  return {
    attemptId: crypto.randomUUID(),
    startedAt: FIXTURE_NOW,
    durationMs: 900,
    provider: 'openai',
    requestedModel: 'gpt-6-luna',
    servedModel: 'gpt-6-luna',
    feature: 'chat',
    userId: null,
    jobId: null,
    promptName: 'chat',
    promptVersion: '3',
    outcome: 'answered',
    errorCode: null,
    tokenCount: 1300,
    usageSource: 'reported',
    costNanoUsd: 250_000n,
    priceSource: 'a page',
    ...overrides,
  };
}

/** Accounts over memory stores, with the plan's budget of a month in force. */
export function memoryAccounts() {
  const ledger = memoryCallLedger();
  const savings = memorySavingsLedger();
  const budgetBook = memoryBudgetBook();
  const spending = memoryBudgetStore();
  const alerts = memoryAlertOutbox();
  const budgets = budgetsInForce(budgetBook, {
    now,
    maximumAgeMs: 0,
    otherwise: [
      {
        id: 'month',
        scope: { kind: 'global' },
        window: { kind: 'calendar', period: 'month', timeZone: 'UTC' },
        limitNanoUsd: nanoUsdOf(1000),
      },
    ],
  });
  const monitor = new CostMonitor({ ledger, now, newId: () => crypto.randomUUID() });
  return { ledger, savings, budgetBook, spending, alerts, budgets, monitor } satisfies CostAccounts;
}

/** A cache of this process with its counts. */
export function memoryAnswerCache() {
  const statistics = memoryCacheStatsStore();
  const cache = new LLMCache({ store: memoryCacheStore(), now, random: () => 0, statistics });
  return { cache, statistics, invalidations: memoryInvalidationLog() } satisfies AnswerCachePort;
}
