import { normalWord } from './normal-word.ts';

/** One place of a phrase: some wordings, one of which stands there, or nothing where it is optional. */
interface PhrasePlace {
  readonly optional: boolean;
  readonly wordings: readonly (readonly string[])[];
}

/** How freely a phrase may stand in a text. */
export type PhraseManner =
  /** Its words follow each other. */
  | 'joined'
  /** It is all that a clause says. */
  | 'alone'
  /** It is all that a clause says, and other options stand beside it. */
  | 'listed'
  /** Up to five other words may stand between its places, and they may say something of their own. */
  | 'loose'
  /** Its words stand near each other in any order. */
  | 'near';

export interface CompiledPhrase {
  readonly manner: PhraseManner;
  readonly places: readonly PhrasePlace[];
  /** Every word that it can begin with. */
  readonly firstWords: ReadonlySet<string>;
}

const MANNERS: ReadonlyMap<string, PhraseManner> = new Map([
  ['=', 'alone'],
  ['+', 'listed'],
  ['~', 'loose'],
  ['%', 'near'],
]);

/**
 * Reads the notation of the catalogue: words in a row; `(a|b c)` for wordings of which one must stand there, `[a|b]` for
 * those of which one may; `=` in front where the phrase counts only as a clause of its own, `+` where it does so among other options only, `~` where other words may
 * stand between, `%` where the order does not matter either. Words are compared in their normal form, so that plurals and spellings need no writing down.
 */
export function compilePhrase(notation: string): CompiledPhrase {
  const manner = MANNERS.get(notation.charAt(0)) ?? 'joined';
  const places = [...notation.matchAll(/\[([^\]]+)\]|\(([^)]+)\)|[^\s[\]()=~+%]+/g)].map(
    ([word, may, must]): PhrasePlace => ({
      optional: may !== undefined,
      wordings: (may ?? must ?? word).split('|').map((wording) =>
        wording
          .trim()
          .split(' ')
          .flatMap((part) => normalWord(part).split(' ')),
      ),
    }),
  );
  return { manner, places, firstWords: manner === 'near' ? wordsOfPlaces(places) : firstWordsOf(places) };
}

/** Every word that a phrase can contain. */
export function wordsOfPhrase(phrase: CompiledPhrase): readonly string[] {
  return phrase.places.flatMap((place) => place.wordings.flat());
}

function wordsOfPlaces(places: readonly PhrasePlace[]): ReadonlySet<string> {
  return new Set(places.flatMap((place) => place.wordings.flat()));
}

function firstWordsOf(places: readonly PhrasePlace[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const place of places) {
    for (const [first] of place.wordings) if (first !== undefined) words.add(first);
    if (!place.optional) break;
  }
  return words;
}
