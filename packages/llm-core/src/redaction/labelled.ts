import type { Span } from './detector.ts';

const separator = String.raw`["'”»]?\s{0,3}(?:[:=#]|(?:is|ist|est|è|es|are)(?![\p{L}\p{N}]))?\s{0,3}["'“„«]?`;
const numberWord = String.raw`(?:[ -]?(?:numbers?|number|numero|numéro|número|nummer|no|nr|num|n\.?[°º]|n(?=\.)|#)\.?(?![\p{L}]))?`;

/** Matches any of some words in any case, a word for "number" behind it, and what stands between them and a value. */
export function labelPattern(words: readonly string[]): RegExp {
  const alternatives = [...words].sort((one, other) => other.length - one.length).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}])${numberWord}${separator}`, 'giu');
}

/** What stands right behind a label. `value` is sticky (flag `y`), so that its case can matter where the label's does not. */
export function* labelled(text: string, label: RegExp, value: RegExp): Generator<Span & { readonly value: string }> {
  for (const match of text.matchAll(label)) {
    value.lastIndex = match.index + match[0].length;
    const found = value.exec(text);
    if (found !== null && found[0] !== '')
      yield { start: found.index, end: found.index + found[0].length, value: found[0] };
  }
}

/** Every match of a pattern that passes a test. */
export function* matches(
  text: string,
  pattern: RegExp,
  isReal: (value: string) => boolean = () => true,
): Generator<Span> {
  for (const match of text.matchAll(pattern)) {
    if (isReal(match[0])) yield { start: match.index, end: match.index + match[0].length };
  }
}
