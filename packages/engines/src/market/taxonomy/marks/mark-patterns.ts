import type { VehicleMark } from '../../vehicle-mark.ts';

/** Shapes of single words that are a mark whatever number or name stands in them; the word stays evidence. */
const PATTERNS: readonly (readonly [pattern: RegExp, mark: VehicleMark])[] = [
  [/.-(?:engined|powered|swapped|swap)$/, 'engine-swap'],
  [/^(?:\d+|two|three|four|five|six|seven)-(?:plus-)?(?:years?|decades?)-(?:[a-z]+-)?owned$/, 'long-owned'],
  [/^(?:\d{1,2}(?:\.\d)?k|\d{1,2},?\d{3}|\d{1,3})-(?:miles?|mi|kilomet(?:er|re)s?|km)$/, 'low-mileage'],
  [/.-(?:style|inspired|look)$/, 'tribute'],
  [/.-(?:modified|customi[sz]ed|built|tuned)$/, 'modified'],
  [/.-(?:prepped|prepared)$/, 'track-car'],
];

/** The mark that the shape of a word is, or `null`. */
export function markOfShape(word: string): VehicleMark | null {
  return PATTERNS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
