import { optionLexicon } from '../../../options/normaliser/option-lexicon.ts';
import { isOneEditApart } from './is-one-edit-apart.ts';
import { ELSEWHERE_WORDS } from './elsewhere.ts';
import { readWords, RULE_WORDS } from './known-words.ts';
import type { NamePhrases } from './name-phrases.ts';
import { STATE_CODES } from './state-names.ts';
import { FUNCTION_WORDS } from './function-words.ts';

const SHORTEST_MENDED = 5;
const PROPERTY_WORDS =
  `manual manuals automatic automatics coupe coupes cabriolet cabriolets convertible convertibles targa targas speedster
  roadster sedan wagon dealer dealers private black white silver green yellow orange brown purple beige january february
  march april june july august september october november december undervalued overvalued accident owner average median
  cheapest dearest expensive mileage percentile quarter newer older later earlier younger onwards produced built
  manufactured excluding without between during throughout trailing yesterday weeks quarters cooled decile quintile
  accidents crashed wrecked salvage salvaged rebuilt repainted resprayed modified unmodified rusty nationwide`.split(
    /\s+/,
  );

const WORDS: readonly string[] = [
  ...new Set([
    ...FUNCTION_WORDS,
    ...RULE_WORDS,
    ...PROPERTY_WORDS,
    ...[...STATE_CODES.values()].flatMap((name) => name.split(' ')),
  ]),
].filter((word) => word.length >= SHORTEST_MENDED - 1);
const KNOWN: ReadonlySet<string> = new Set([
  ...WORDS,
  ...ELSEWHERE_WORDS,
  ...ELSEWHERE_WORDS.map((word) => `${word}s`),
]);

/** A question with words that are one slip away from exactly one word of the rules written as that one. */
export function mendQuestion(text: string, { phrases }: { readonly phrases: NamePhrases }): string {
  const names = new Set([...phrases.keys()].flatMap((phrase) => phrase.split(' ')));
  const { words: options } = optionLexicon();
  const read = readWords(text);
  return text.replace(/(?<![\w$'.-])[a-z]{5,}(?![\w'-])/g, (word) => {
    if (read.has(word) || isKnown(word) || isKnown(word.replace(/(?:s|d|ed|ing|ly)$/, '')) || names.has(word))
      return word;
    if (names.has(word.replace(/s$/, '')) || options.has(word)) return word;
    const near = WORDS.filter((known) => known[0] === word[0] && isOneEditApart(word, known));
    const stems = new Set(near.map((known) => known.replace(/s$/, '')));
    return stems.size === 1 ? near[0]! : word;
  });
}

function isKnown(word: string): boolean {
  return KNOWN.has(word) || FUNCTION_WORDS.has(word);
}
