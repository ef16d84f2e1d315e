import { twoSidedPValue } from '../../statistics/normal-distribution.ts';
import type { ValueInteraction } from './option-value.ts';
import type { OptionValueSale } from './option-value-sale.ts';

/** The chance of claiming any difference where there is none, over all that are tried for one option. */
export const INTERACTION_LEVEL = 0.02;
const FEWEST_OF_EACH = 20;

/** A difference between cars that may be worth telling, as a column that goes beside the thing itself. */
export interface InteractionCandidate {
  readonly kind: 'age' | 'trim';
  readonly trim: string | null;
  readonly column: Float64Array;
}

/** The thing at each age, and on the cars of each trim that has enough of them with and without it. */
export function interactionCandidates(
  sales: readonly OptionValueSale[],
  { treatment, meanAge }: { readonly treatment: Float64Array; readonly meanAge: number },
): readonly InteractionCandidate[] {
  const candidates: InteractionCandidate[] = [
    { kind: 'age', trim: null, column: treatment.map((value, row) => value * ((sales[row]?.age ?? 0) - meanAge)) },
  ];
  const counts = new Map<string, { with: number; without: number }>();
  sales.forEach((sale, row) => {
    if (sale.trim === null) return;
    const count = counts.get(sale.trim) ?? { with: 0, without: 0 };
    if ((treatment[row] ?? 0) > 0) count.with += 1;
    else count.without += 1;
    counts.set(sale.trim, count);
  });
  for (const [trim, count] of [...counts].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const others = sales.length - count.with - count.without;
    if (count.with < FEWEST_OF_EACH || count.without < FEWEST_OF_EACH || others < 2 * FEWEST_OF_EACH) continue;
    candidates.push({
      kind: 'trim',
      trim,
      column: treatment.map((value, row) => (sales[row]?.trim === trim ? value : 0)),
    });
  }
  return candidates;
}

/** Those of the estimated differences that Holm's step-down test (1979) keeps at `INTERACTION_LEVEL`. */
export function keepEarned(tried: readonly Omit<ValueInteraction, 'adjustedPValue'>[]): readonly ValueInteraction[] {
  const ordered = tried
    .map((interaction) => ({ interaction, pValue: twoSidedPValue(interaction.logChange / interaction.standardError) }))
    .sort((left, right) => left.pValue - right.pValue);
  const kept: ValueInteraction[] = [];
  let adjusted = 0;
  for (const [index, { interaction, pValue }] of ordered.entries()) {
    adjusted = Math.min(1, Math.max(adjusted, pValue * (ordered.length - index)));
    if (!(adjusted <= INTERACTION_LEVEL)) break;
    kept.push({ ...interaction, adjustedPValue: adjusted });
  }
  return kept;
}
