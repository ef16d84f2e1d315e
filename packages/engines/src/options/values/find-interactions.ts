import { twoSidedPValue } from '../../statistics/normal-distribution.ts';
import { addedEffect, type OrthogonalRows } from './estimate-effects.ts';
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

/**
 * Forward selection: the strongest difference is kept where its p-value, times the number still to be tried, is at most
 * `INTERACTION_LEVEL`; the others are then judged beside it, so that a value that falls with age is not told again as one
 * of the trims that are old. `columns` are those of the candidates without what the controls say of them.
 */
export function keepEarned(
  candidates: readonly InteractionCandidate[],
  { rows, columns }: { readonly rows: OrthogonalRows; readonly columns: readonly Float64Array[] },
): readonly ValueInteraction[] {
  const kept: ValueInteraction[] = [];
  const keptColumns: Float64Array[] = [];
  const open = new Set(candidates.keys());
  while (open.size > 0) {
    const beside = { target: rows.target, treatments: [...rows.treatments, ...keptColumns] };
    let best: { index: number; interaction: ValueInteraction } | null = null;
    for (const index of open) {
      const { effect, standardError } = addedEffect(beside, columns[index] ?? new Float64Array(rows.target.length));
      const adjustedPValue = Math.min(1, open.size * twoSidedPValue(effect / standardError));
      if (best !== null && !(adjustedPValue < best.interaction.adjustedPValue)) continue;
      const { kind, trim } = candidates[index] ?? { kind: 'age' as const, trim: null };
      best = { index, interaction: { kind, trim, logChange: effect, standardError, adjustedPValue } };
    }
    if (best === null || !(best.interaction.adjustedPValue <= INTERACTION_LEVEL)) break;
    kept.push(best.interaction);
    keptColumns.push(columns[best.index] ?? new Float64Array(rows.target.length));
    open.delete(best.index);
  }
  return kept;
}
