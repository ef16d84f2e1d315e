import type { Fact } from '../market/insight.ts';
import type { Claims, DirectionClaim, FigureClaim } from './claim.ts';
import { DIRECTION_WORDS } from './direction-words.ts';
import type { FactSheet } from './fact-sheet.ts';
import { NUMBER_WORDS, UNPROVABLE_AMOUNTS, UNPROVABLE_TIMES } from './number-words.ts';
import { currencyPrefix, plural } from './render-fact.ts';
import { words } from './words.ts';

const MONTHS = words(`
  January February March April May June July August September October November December
`);
const MONTH_PATTERN = MONTHS.join('|');
const NUMBER = String.raw`\d(?:[\d,]*\d)?(?:\.\d+)?`;

/** Words that make a share a level and no change. */
const LEVEL_NOUN = /^\s+(?:interval|band|of|confidence|coverage|share)\b/;

/** What names and figures are blanked out with: no letter, digit, space or punctuation. */
const BLANK = '\u0000';

/**
 * Reads everything from a text that has to be proved. It knows the sheet only for the names and nouns on it, and
 * nothing of the slots the text was made from, so that it reads what a reader reads.
 */
export function readClaims(text: string, sheet: FactSheet): Claims {
  const facts = [...sheet.values()];
  const names = facts.flatMap((fact) => (fact.kind === 'name' ? [String(fact.value)] : []));
  const figures: FigureClaim[] = [];
  let rest = text;
  const blank = (start: number, end: number): void => {
    rest = rest.slice(0, start) + BLANK.repeat(end - start) + rest.slice(end);
  };
  const take = (pattern: RegExp, read: (match: RegExpExecArray) => FigureClaim | null): void => {
    for (const match of rest.matchAll(pattern)) {
      const claim = read(match);
      if (claim === null) continue;
      figures.push(claim);
      blank(claim.start, claim.end);
    }
  };
  const blankNames = (values: readonly string[], after = ''): void => {
    for (const name of values.toSorted((a, b) => b.length - a.length)) {
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(name)}(?![\\p{L}\\p{N}]|[.,]\\d)${after}`, 'gu');
      for (const match of rest.matchAll(pattern)) blank(match.index, match.index + name.length);
    }
  };

  // Titles are other people's words: they count as names only in their quotation marks.
  blankNames(names.filter((name) => name.startsWith('“')));
  takeDates(take);
  blankNames(names.filter((name) => !name.startsWith('“') && /\p{L}/u.test(name)));
  takePrices(take, facts);
  takeShares(take);
  takeCounts(take, facts);
  // A name of digits alone, such as 911, is a name only where nothing makes it an amount.
  blankNames(
    names.filter((name) => !/\p{L}/u.test(name) && name !== ''),
    String.raw`(?!\s?(?:%|percent|per cent|points?|times)\b|%)`,
  );
  take(new RegExp(NUMBER, 'g'), (match) => ({ kind: 'unread', ...placeOf(match) }));

  const directions: DirectionClaim[] = [];
  const unprovable: Claims['unprovable'][number][] = [];
  const strangers: Claims['strangers'][number][] = [];
  for (const match of rest.matchAll(/\p{L}+/gu)) {
    const word = match[0].toLowerCase();
    const direction = DIRECTION_WORDS.get(word);
    if (direction !== undefined) directions.push({ ...placeOf(match), direction });
    else if (UNPROVABLE_AMOUNTS.has(word) || UNPROVABLE_TIMES.has(word) || NUMBER_WORDS.has(word)) {
      unprovable.push(placeOf(match));
    } else if (/^\p{Lu}/u.test(match[0]) && !startsSentence(rest, match.index)) strangers.push(placeOf(match));
  }
  return {
    figures: figures.toSorted((a, b) => a.start - b.start),
    directions,
    unprovable,
    strangers,
    skeleton: rest,
  };
}

type Take = (pattern: RegExp, read: (match: RegExpExecArray) => FigureClaim | null) => void;

function placeOf(match: RegExpExecArray): { readonly text: string; readonly start: number; readonly end: number } {
  return { text: match[0], start: match.index, end: match.index + match[0].length };
}

/** The text as a pattern that matches just it. */
function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

function amountOf(digits: string | undefined): number {
  return Number((digits ?? '').replaceAll(',', ''));
}

function takeDates(take: Take): void {
  take(new RegExp(`\\b(${MONTH_PATTERN}) (?:(\\d{1,2}), )?(\\d{4})\\b`, 'g'), (match) => {
    const month = `${match[3] ?? ''}-${String(MONTHS.indexOf(match[1] ?? '') + 1).padStart(2, '0')}`;
    const day = match[2] === undefined ? null : `${month}-${match[2].padStart(2, '0')}`;
    return { kind: 'date', month, day, ...placeOf(match) };
  });
  take(/\b\d{4}-\d{2}(-\d{2})?\b/g, (match) => ({
    kind: 'date',
    month: match[0].slice(0, 7),
    day: match[1] === undefined ? null : match[0],
    ...placeOf(match),
  }));
}

function takePrices(take: Take, facts: readonly Fact[]): void {
  const currencies = new Set(facts.flatMap((fact) => (fact.kind === 'price' ? [fact.unit] : [])));
  const known = [...currencies].map((currency) => escapePattern(currencyPrefix(currency)));
  const prefix = [...known.toSorted((a, b) => b.length - a.length), String.raw`\p{L}*\p{Sc}`, '[A-Z]{3}\\s?'].join('|');
  // A scale after the amount is read with it, so that `$1 million` is never taken for `$1`.
  const pattern = `(about )?(?<![\\p{L}\\p{Sc}])([-\u2212]?)(${prefix})(${NUMBER})(\\s?(?:thousand|million|billion|[kKmM])\\b)?`;
  take(new RegExp(pattern, 'gu'), (match) => {
    const isPlain = match[2] === '' && match[5] === undefined;
    return isPlain
      ? {
          kind: 'price',
          amount: amountOf(match[4]),
          prefix: match[3] ?? '',
          about: match[1] !== undefined,
          ...placeOf(match),
        }
      : { kind: 'unread', ...placeOf(match) };
  });
}

function takeShares(take: Take): void {
  take(new RegExp(`([-+\u2212]?)(${NUMBER})(?:%|\\s?per\\s?cent\\b)`, 'g'), (match) => ({
    kind: 'share',
    percent: amountOf(match[2]),
    decimals: (match[2] ?? '').split('.')[1]?.length ?? 0,
    sign: match[1] === '' ? 0 : match[1] === '+' ? 1 : -1,
    isLevel: LEVEL_NOUN.test(match.input.slice(match.index + match[0].length)),
    ...placeOf(match),
  }));
}

function takeCounts(take: Take, facts: readonly Fact[]): void {
  const nouns = new Set(facts.flatMap((fact) => (fact.kind === 'count' ? [fact.unit, plural(fact.unit)] : [])));
  if (nouns.size === 0) return;
  const noun = [...nouns]
    .toSorted((a, b) => b.length - a.length)
    .map((text) => escapePattern(text))
    .join('|');
  const word = [...NUMBER_WORDS.keys()].join('|');
  take(new RegExp(`(?<![\\d.,\\p{L}-])(?:(${NUMBER})|(${word})) (${noun})(?!\\p{L})`, 'giu'), (match) => ({
    kind: 'count',
    amount:
      match[1] === undefined ? (NUMBER_WORDS.get((match[2] ?? '').toLowerCase()) ?? Number.NaN) : amountOf(match[1]),
    noun: match[3] ?? '',
    ...placeOf(match),
  }));
}

/** True where nothing but space, quotes and brackets stands between a word and the start of its sentence. */
function startsSentence(text: string, index: number): boolean {
  return /(?:^|[.!?:][\s"“([]+|\n[\s*#-]*)$/u.test(text.slice(0, index)) || text.slice(0, index).trim() === '';
}
