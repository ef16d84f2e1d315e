import { FUNCTION_WORDS } from './function-words.ts';
import { RULE_WORDS } from './known-words.ts';

/** Names of the house's own lines that are said alone, though rules read them as words too. */
const SAID_ALONE = new Set(['porsche', 'turbo', 'targa', 'touring', 'speedster', 'spyder']);

/**
 * True for a name that is a word, a letter or a number as well: the `IS` of Lexus, an `A`, a `Prince`, a `2002`. Such a name
 * counts only beside the name that it belongs to, for else every question about a price is about Princes.
 */
export function isPlainName(name: string): boolean {
  if (SAID_ALONE.has(name)) return false;
  if (/^(?:[a-z]|\d{1,2}|(?:19|20)\d\d)$/.test(name)) return true;
  return isPlainWord(name);
}

/** True for a word that questions are made of, in the singular or the plural. */
export function isPlainWord(word: string): boolean {
  const singular = word.replace(/s$/, '');
  return [word, singular].some((form) => FUNCTION_WORDS.has(form) || RULE_WORDS.has(form));
}
