import type { Span } from './detector.ts';
import { type Heads, headsOf } from './heads.ts';
import { matchesAt, type TextIndex } from './text-index.ts';

const separator = String.raw`["'”»]?\s{0,3}(?:[:=#]|(?:is|ist|est|è|es|are)(?![\p{L}\p{N}]))?\s{0,3}["'“„«]?`;
const numberWord = String.raw`(?:[ -]?(?:numbers?|number|numero|numéro|número|nummer|no|nr|num|n\.?[°º]|n(?=\.)|#)\.?(?![\p{L}]))?`;

/** Words behind which a value stands. */
export interface Label {
  readonly pattern: RegExp;
  readonly heads: Heads;
}

/** Matches any of some words in any case, a word for "number" behind it, and what stands between them and a value. */
export function labelPattern(words: readonly string[]): Label {
  const alternatives = [...words].sort((one, other) => other.length - one.length).join('|');
  const source = `(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}])${numberWord}${separator}`;
  return { pattern: new RegExp(source, 'iuy'), heads: headsOf(words) };
}

/** Where a label ends, each time it stands in a text. */
export function labelEnds(index: TextIndex, { pattern, heads }: Label): readonly number[] {
  return matchesAt(index.text, pattern, index.startsOf(heads)).map(({ start, value }) => start + value.length);
}

/** What stands right behind a label. `value` is sticky (flag `y`), so that its case can matter where the label's does not. */
export function labelled(
  index: TextIndex,
  label: Label,
  value: RegExp,
): readonly (Span & { readonly value: string })[] {
  const found: (Span & { readonly value: string })[] = [];
  for (const start of labelEnds(index, label)) {
    value.lastIndex = start;
    const text = value.exec(index.text)?.[0] ?? '';
    if (text !== '') found.push({ start, end: start + text.length, value: text });
  }
  return found;
}

/** Every match of a global pattern that passes a test. */
export function matches(
  text: string,
  pattern: RegExp,
  isReal: (value: string) => boolean = () => true,
): readonly Span[] {
  const found: Span[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { index: start, 0: value } = match;
    if (value === '') pattern.lastIndex += 1;
    else if (isReal(value)) found.push({ start, end: start + value.length });
  }
  return found;
}

/** Every match of a sticky pattern at some places that passes a test. */
export function matchSpansAt(
  text: string,
  pattern: RegExp,
  options: { readonly starts: readonly number[]; readonly isReal?: (value: string) => boolean },
): readonly Span[] {
  const { starts, isReal = () => true } = options;
  return matchesAt(text, pattern, starts)
    .filter(({ value }) => isReal(value))
    .map(({ start, value }) => ({ start, end: start + value.length }));
}
