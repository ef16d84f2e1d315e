import type { CarFacts, FittedValuation, Valuation } from '../valuation/valuation.ts';
import type { UncountedFact } from './value-car-request.ts';

/**
 * The given words of a car that change nothing about its value, because no sale has them: a misspelt colour, a place that
 * nothing was sold in, an option that no car came with. `value` is that of the car.
 */
export function uncountedFacts(
  car: CarFacts,
  { valuation, value }: { readonly valuation: FittedValuation; readonly value: Valuation },
): readonly UncountedFact[] {
  const isUncounted = (group: string, without: CarFacts): boolean => {
    const other = valuation.value(without, { valuedOn: value.valuedOn, evenIfThin: true });
    if (other.status !== 'ok') return false;
    return effectOf(value, group) === effectOf(other, group);
  };
  const words = (
    [
      ['color', 'colour', car.color, { ...car, color: TYPICAL }],
      ['region', 'region', car.region, { ...car, region: TYPICAL }],
      ['seller', 'seller', car.sellerType, { ...car, sellerType: TYPICAL }],
    ] as const
  ).flatMap(([fact, group, given, without]): UncountedFact[] =>
    given !== null && isUncounted(group, without) ? [{ fact, given }] : [],
  );
  const options = car.optionCodes.flatMap((given): UncountedFact[] => {
    const without = { ...car, optionCodes: car.optionCodes.filter((code) => code !== given) };
    return isUncounted('options', without) ? [{ fact: 'option', given }] : [];
  });
  return [...words, ...options];
}

/** A word that no sale has adds nothing, where `null` would stand for the cars whose seller kept the fact back. */
export const TYPICAL = 'typical';

function effectOf({ contributions }: Valuation, group: string): number {
  return contributions.reduce((sum, { name, logEffect }) => (name === group ? sum + logEffect : sum), 0);
}
