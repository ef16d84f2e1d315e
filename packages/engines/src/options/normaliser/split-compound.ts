import { normalWord } from './normal-word.ts';

const SHORTEST_PART = 4;
const SHORTEST_COMPOUND = 9;
const LONGEST_COMPOUND = 40;

const split = new Map<string, readonly string[]>();
const MOST_REMEMBERED = 20_000;

/** The two words of the lexicon that a text writes as one, such as "sport" and "exhaust"; empty where it does not. */
export function splitCompound(word: string, lexiconWords: ReadonlySet<string>): readonly string[] {
  if (word.length < SHORTEST_COMPOUND || word.length > LONGEST_COMPOUND || /\d/.test(word)) return [];
  const known = split.get(word);
  if (known !== undefined) return known;
  let found: readonly string[] = [];
  for (let length = SHORTEST_PART; length <= word.length - SHORTEST_PART; length++) {
    const [first, second] = [word.slice(0, length), normalWord(word.slice(length))];
    if (lexiconWords.has(first) && lexiconWords.has(second)) found = [first, second];
  }
  if (split.size >= MOST_REMEMBERED) split.clear();
  split.set(word, found);
  return found;
}
