import type { Fact } from '../market/insight.ts';
import type { Claim } from './claim.ts';
import { escapePattern, type TextMask } from './text-mask.ts';

const QUOTED: Claim['reading'] = { kind: 'quoted' };
const TITLE_START = '“';

/** Not followed by what makes digits an amount. */
const NO_AMOUNT = String.raw`(?!\s?(?:%|percent|per cent|points?|times|thousand|million)(?!\p{L}))`;

/** Titles of listings in their quotation marks. */
export function takeTitles(mask: TextMask, facts: readonly Fact[]): void {
  takeWhole(
    mask,
    facts.filter((fact) => fact.kind === 'name' && String(fact.value).startsWith(TITLE_START)),
  );
}

/** Names with a letter in them, as the sheet writes them. */
export function takeNames(mask: TextMask, facts: readonly Fact[]): void {
  takeWhole(
    mask,
    plainNames(facts).filter(({ value }) => /\p{L}/u.test(String(value))),
  );
}

/** Names of digits alone, such as 911 or a model year: names only where nothing makes them an amount. */
export function takeBareNames(mask: TextMask, facts: readonly Fact[]): void {
  takeWhole(
    mask,
    plainNames(facts).filter(({ value }) => String(value) !== '' && !/\p{L}/u.test(String(value))),
  );
}

/**
 * Parts of names, such as `GT3` or `992.1` where the sheet names a `Porsche 911 992.1 GT3`: words in the order of one
 * name. Words of several names in a row are left as what they are.
 */
export function takeNameParts(mask: TextMask, facts: readonly Fact[]): void {
  const names = plainNames(facts).map((fact) => ({ fact, parts: String(fact.value).split(/\s+/) }));
  const parts = new Set(names.flatMap((name) => name.parts).filter((part) => /^[\p{Lu}\d]/u.test(part)));
  if (parts.size === 0) return;
  const part = [...parts]
    .toSorted((a, b) => b.length - a.length)
    .map((text) => escapePattern(text))
    .join('|');
  const pattern = `(?<![\\p{L}\\p{N}$€£.,%+-])(?:${part})(?:\\s(?:${part}))*(?![\\p{L}\\p{N}%]|[.,]\\d)${NO_AMOUNT}`;
  mask.take(new RegExp(pattern, 'gu'), (match) => {
    const said = match[0].split(/\s+/);
    const named = names.filter((name) => isInOrder(said, name.parts)).map(({ fact }) => fact);
    return named.length === 0 ? null : { reading: QUOTED, facts: named };
  });
}

function isInOrder(said: readonly string[], parts: readonly string[]): boolean {
  let position = 0;
  for (const word of said) {
    const found = parts.indexOf(word, position);
    if (found < 0) return false;
    position = found + 1;
  }
  return true;
}

function plainNames(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter((fact) => fact.kind === 'name' && !String(fact.value).startsWith(TITLE_START));
}

/** Takes what stands written as a fact writes it, the longest first. */
function takeWhole(mask: TextMask, facts: readonly Fact[]): void {
  const byText = new Map<string, Fact[]>();
  for (const fact of facts) byText.set(String(fact.value), [...(byText.get(String(fact.value)) ?? []), fact]);
  for (const [text, named] of [...byText].toSorted(([a], [b]) => b.length - a.length)) {
    if (text === '') continue;
    const pattern = `(?<![\\p{L}\\p{N}])${escapePattern(text)}(?![\\p{L}\\p{N}]|[.,]\\d)${NO_AMOUNT}`;
    mask.take(new RegExp(pattern, 'gu'), () => ({ reading: QUOTED, facts: named }));
  }
}
