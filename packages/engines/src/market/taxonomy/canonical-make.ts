import { MAKE_NAMES } from './make-names.ts';
import { spellWords } from './spell-word.ts';
import { splitWords } from './split-words.ts';

/** What stands for a make or model that the text does not give. */
export const UNKNOWN_NAME = 'Unknown';

const BY_NAME = new Map<string, string>();
for (const [make, ...aliases] of MAKE_NAMES) {
  for (const name of [make.toLowerCase(), ...aliases]) BY_NAME.set(name, make);
}

const LONGEST_NAME = Math.max(...[...BY_NAME.keys()].map((name) => name.split(' ').length));

/** A make that is named at the head of some words. */
export interface NamedMake {
  readonly make: string;
  /** Words of the name. */
  readonly length: number;
}

/** The make that begins at a position, by its longest name; `null` where none does. */
export function makeAt(words: readonly string[], at: number): NamedMake | null {
  for (let length = LONGEST_NAME; length >= 1; length -= 1) {
    const make = at + length <= words.length ? BY_NAME.get(words.slice(at, at + length).join(' ')) : undefined;
    if (make !== undefined) return { make, length };
  }
  return null;
}

/** The canonical spelling of a make; an unknown make is spelled like a name, an empty one is `Unknown`. */
export function canonicalMake(make: string): string {
  const words = splitWords(make);
  if (words.length === 0) return UNKNOWN_NAME;
  return BY_NAME.get(words.join(' ')) ?? spellWords(words);
}
