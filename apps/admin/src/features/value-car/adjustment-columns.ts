import type { Comparable } from '../../api/answers.ts';

/** The adjustment that is the rest of a price, and the name for those without a column. */
export const UNEXPLAINED = 'unexplained';
export const OTHER = 'other';

/** The adjustments with columns of their own: the `most` that move most money, then the rest together, then unexplained. */
export function adjustmentColumns(
  comparables: readonly Comparable[],
  { most }: { readonly most: number },
): readonly { readonly name: string; readonly amounts: readonly number[] }[] {
  const names = [...new Set(comparables.flatMap(({ adjustments }) => adjustments.map(({ name }) => name)))];
  const amountsOf = (wanted: readonly string[]) =>
    comparables.map(({ adjustments }) =>
      adjustments.reduce((sum, { name, amount }) => sum + (wanted.includes(name) ? amount : 0), 0),
    );
  const sized = names
    .filter((name) => name !== UNEXPLAINED)
    .map((name) => ({ name, amounts: amountsOf([name]) }))
    .map((column) => ({ ...column, size: column.amounts.reduce((sum, amount) => sum + Math.abs(amount), 0) }))
    .sort((left, right) => right.size - left.size);
  // A single rest has its own name.
  const shown = sized.length <= most + 1 ? sized : sized.slice(0, most);
  const rest = sized.slice(shown.length).map(({ name }) => name);
  return [
    ...shown.map(({ name, amounts }) => ({ name, amounts })),
    ...(rest.length === 0 ? [] : [{ name: OTHER, amounts: amountsOf(rest) }]),
    { name: UNEXPLAINED, amounts: amountsOf([UNEXPLAINED]) },
  ];
}
