import type { ListingTrait, TraitValue } from './listing-trait.ts';

/** A wording and what it says. */
export interface TraitRule {
  readonly name: string;
  readonly trait: ListingTrait;
  /** A function reads the value out of the groups of the match; `null` where the words do not say it. */
  readonly value: TraitValue | ((match: RegExpMatchArray) => TraitValue | null);
  readonly pattern: RegExp;
  /** True where a denial before or behind the words turns the value round; the others say what they say. */
  readonly canBeDenied: boolean;
}

/** Makes a rule of a pattern in free spacing: a blank in the source is blanks or hyphens in the
 * text, and a blank with a question mark may be absent. */
export function traitRule(
  name: string,
  trait: ListingTrait,
  value: TraitRule['value'],
  options: { readonly words: string; readonly canBeDenied?: boolean },
): TraitRule {
  const source = options.words
    .trim()
    .replaceAll(/\s*\n\s*/g, '')
    .replaceAll(' ?', '[\\s-]*')
    .replaceAll(' ', '[\\s-]+');
  return {
    name,
    trait,
    value,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu'),
    canBeDenied: options.canBeDenied ?? true,
  };
}
