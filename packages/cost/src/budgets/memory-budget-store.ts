import { type BudgetHold, type BudgetState, type BudgetStore, SPENDING_SLICE_MS } from './budget-store.ts';

/** Budgets of this process. */
export function memoryBudgetStore(): BudgetStore {
  const holds = new Map<string, BudgetHold>();
  const spending = new Map<string, Map<number, bigint>>();
  const sliceOf = (at: number) => Math.floor(at / SPENDING_SLICE_MS) * SPENDING_SLICE_MS;
  const stateOf = (query: {
    readonly budgetId: string;
    readonly windowStart: number;
    readonly at: number;
  }): BudgetState => {
    const from = sliceOf(query.windowStart);
    let spentNanoUsd = 0n;
    for (const [slice, spent] of spending.get(query.budgetId) ?? []) if (slice >= from) spentNanoUsd += spent;
    let heldNanoUsd = 0n;
    for (const hold of holds.values()) {
      const counts = hold.expiresAt > query.at && hold.at >= from;
      if (counts && hold.claims.some((claim) => claim.budgetId === query.budgetId)) heldNanoUsd += hold.amountNanoUsd;
    }
    return { spentNanoUsd, heldNanoUsd };
  };
  return {
    reserve(hold) {
      if (holds.has(hold.holdId)) return Promise.resolve({ status: 'held' });
      for (const claim of hold.claims.toSorted((left, right) => (left.budgetId < right.budgetId ? -1 : 1))) {
        const state = stateOf({ ...claim, at: hold.at });
        if (state.spentNanoUsd + state.heldNanoUsd + hold.amountNanoUsd > claim.limitNanoUsd) {
          return Promise.resolve({ status: 'refused', budgetId: claim.budgetId, ...state });
        }
      }
      holds.set(hold.holdId, hold);
      return Promise.resolve({ status: 'held' });
    },
    settle({ holdId, amountNanoUsd }) {
      const hold = holds.get(holdId);
      if (hold === undefined) return Promise.resolve(false);
      holds.delete(holdId);
      const slice = sliceOf(hold.at);
      for (const { budgetId } of hold.claims) {
        const slices = spending.get(budgetId) ?? new Map<number, bigint>();
        spending.set(budgetId, slices.set(slice, (slices.get(slice) ?? 0n) + amountNanoUsd));
      }
      return Promise.resolve(true);
    },
    state: (query) => Promise.resolve(stateOf(query)),
  };
}
