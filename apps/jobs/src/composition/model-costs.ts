import { randomUUID } from 'node:crypto';
import {
  type Budget,
  budgetsInForce,
  CostMonitor,
  createPriceBook,
  learnedHolds,
  nanoUsdOf,
  type PriceBook,
  type UnpricedPolicy,
  withBudget,
  withMetering,
} from '@pa/cost';
import type { DatabaseStores } from '@pa/db';
import type { WrapModel } from '@pa/llm-core';
import type { Settings } from '../settings/read-settings.ts';
import { storedQualityEvidence } from './stored-quality-evidence.ts';

/** What language models may cost until somebody decides otherwise: the limit of the plan for a month. */
export const DEFAULT_BUDGETS: readonly Budget[] = [
  {
    id: 'month',
    scope: { kind: 'global' },
    window: { kind: 'calendar', period: 'month', timeZone: 'UTC' },
    limitNanoUsd: nanoUsdOf(1000),
    alertAt: [0.5, 0.8, 1],
  },
];

/** A call waits so long for what other calls hold and will not need, rather than being refused. */
const WAIT_FOR_ROOM_MS = 5_000;

/** What costs money, counted and limited over one database. */
export interface ModelCosts {
  readonly monitor: CostMonitor;
  readonly priceBook: PriceBook;
  readonly budgets: () => Promise<readonly Budget[]>;
  /** For the slots of a guarded model. */
  readonly wrappers: { readonly budget: WrapModel; readonly metering: WrapModel };
}

/** Wires prices, ledger, budgets and alerts to the stores. */
export function createModelCosts(
  stores: DatabaseStores,
  options: { readonly now: () => number; readonly settings: Settings },
): ModelCosts {
  const { now, settings } = options;
  const { calls: ledger, savings, alerts, budgets: store, budgetBook } = stores;
  const newId = randomUUID;
  const priceBook = createPriceBook();
  const budgets = budgetsInForce(budgetBook, { now, otherwise: DEFAULT_BUDGETS });
  return {
    priceBook,
    budgets,
    monitor: new CostMonitor({
      ledger,
      now,
      newId,
      priceBook,
      evidence: storedQualityEvidence(stores),
      budgets: { inForce: budgets, store, outbox: alerts },
    }),
    wrappers: {
      budget: withBudget({
        store,
        budgets,
        priceBook,
        alerts,
        now,
        newId,
        holds: learnedHolds(),
        waitForRoomMs: WAIT_FOR_ROOM_MS,
        unpriced: unpricedPolicy(settings),
      }),
      metering: withMetering({ ledger, priceBook, savings, alerts, now, newId }),
    },
  };
}

function unpricedPolicy({ values }: Settings): UnpricedPolicy {
  const policy = values.PA_UNPRICED_CALLS;
  return policy === 'block' || policy === 'allow' ? policy : { ceilingNanoUsd: nanoUsdOf(Number(policy)) };
}
