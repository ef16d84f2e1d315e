import type { Budget } from './budget.ts';
import type { BudgetBook } from './budget-book.ts';

const DEFAULT_MAXIMUM_AGE_MS = 5_000;

/**
 * Reads the budgets of a book at most every few seconds. While the book has no changes at all, `otherwise` is in force.
 * Where the book cannot be read, the last that was read stays in force; before the first, the error is passed on.
 */
export function budgetsInForce(
  book: Pick<BudgetBook, 'list'>,
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
      known = { at, budgets: listed.length === 0 ? otherwise : listed };
      return known.budgets;
    } catch (error) {
      if (known === undefined) throw error;
      return known.budgets;
    }
  };
}
