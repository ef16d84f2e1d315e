import type { Budget } from './budget.ts';
import type { BudgetBook } from './budget-book.ts';

const DEFAULT_MAXIMUM_AGE_MS = 5_000;

/**
 * Reads the budgets of a book at most every few seconds. A budget of `otherwise` is in force as well until the book changes
 * the budget of its id or takes it away: adding one budget takes no other out of force. Where the book cannot be read, the
 * last that was read stays in force; before the first, the error is passed on.
 */
export function budgetsInForce(
  book: Pick<BudgetBook, 'list' | 'history'>,
  options: {
    readonly now: () => number;
    readonly otherwise?: readonly Budget[];
    /** How long a change may take to be noticed. Default 5,000. */
    readonly maximumAgeMs?: number;
  },
): () => Promise<readonly Budget[]> {
  const { now, otherwise = [], maximumAgeMs = DEFAULT_MAXIMUM_AGE_MS } = options;
  let known: { readonly at: number; readonly budgets: readonly Budget[] } | undefined;
  return async () => {
    const at = now();
    if (known !== undefined && at - known.at < maximumAgeMs) return known.budgets;
    try {
      const listed = await book.list();
      known = { at, budgets: [...listed, ...(await untouched(book, { otherwise, listed }))] };
      return known.budgets;
    } catch (error) {
      if (known === undefined) throw error;
      return known.budgets;
    }
  };
}

/** The budgets of `otherwise` that the book says nothing of. */
async function untouched(
  book: Pick<BudgetBook, 'history'>,
  { otherwise, listed }: { readonly otherwise: readonly Budget[]; readonly listed: readonly Budget[] },
): Promise<readonly Budget[]> {
  const open = otherwise.filter(({ id }) => listed.every((budget) => budget.id !== id));
  const changes = await Promise.all(open.map(({ id }) => book.history({ budgetId: id, limit: 1 })));
  return open.filter((_, index) => changes[index]?.length === 0);
}
