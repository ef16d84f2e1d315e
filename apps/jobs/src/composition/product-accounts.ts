import type { AnswerCachePort, CostAccounts } from '@pa/api';
import type { LLMCache } from '@pa/cache';
import { budgetsInForce } from '@pa/cost';
import type { DatabaseStores } from '@pa/db';
import type { Settings } from '../settings/read-settings.ts';
import { createModelCosts, DEFAULT_BUDGETS } from './model-costs.ts';

/** What the API tells of money and of the cache of this process. */
export function createProductAccounts(
  stores: DatabaseStores,
  options: { readonly now: () => number; readonly settings: Settings; readonly cache: LLMCache },
): { readonly costs: CostAccounts; readonly cache: AnswerCachePort } {
  const { monitor } = createModelCosts(stores, options);
  return {
    costs: {
      monitor,
      ledger: stores.calls,
      savings: stores.savings,
      // Read anew each time: who changes a budget sees the change at once.
      budgets: budgetsInForce(stores.budgetBook, { now: options.now, otherwise: DEFAULT_BUDGETS, maximumAgeMs: 0 }),
      spending: stores.budgets,
      budgetBook: stores.budgetBook,
      alerts: stores.alerts,
    },
    cache: {
      cache: options.cache,
      statistics: stores.cacheStats,
      invalidations: stores.cacheInvalidations,
    },
  };
}
