import type { Fact } from '../market/insight.ts';
import type { Reading } from './claim.ts';
import { NUMBER_WORDS } from './number-words.ts';
import { ABOUT_DIGITS, currencyPrefix, plural, roundToDigits } from './render-fact.ts';
import { escapePattern, type TextMask } from './text-mask.ts';
import { words } from './words.ts';

const MONTHS = words(`
  January February March April May June July August September October November December
`);
const MONTH_PATTERN = MONTHS.join('|');
const NUMBER = String.raw`\d(?:[\d,]*\d)?(?:\.\d+)?`;

/** Words that make a share a level and no change. */
const LEVEL_NOUN =
  /^[\s-](?:(?:prediction|confidence|credible|forecast)\s)?(?:intervals?|bands?|ranges?|of|confidence|coverage|share|certainty)\b/;

/** A minus that stands apart from the amount, as in "-about $5,000" and "minus $5,000". */
const NEGATION_BEFORE = /(?:(?:^|[\s(])[-\u2212\u2013]|\b(?:minus|negative)\s)$/i;

type FigureReading<Kind extends Reading['kind']> = Extract<Reading, { readonly kind: Kind }>;

/** Dates, as words or as digits. */
export function takeDates(mask: TextMask, facts: readonly Fact[]): void {
  const dates = facts.filter((fact) => fact.kind === 'date');
  const read = (month: string, day: string | null): { reading: Reading; facts: readonly Fact[] } => ({
    reading: { kind: 'date', month, day },
    facts: dates.filter(({ value }) => (day === null ? String(value).slice(0, 7) === month : value === day)),
  });
  mask.take(new RegExp(`\\b(${MONTH_PATTERN}) (?:(\\d{1,2}), )?(\\d{4})\\b`, 'g'), (match) => {
    const month = `${match[3] ?? ''}-${monthNumber(match[1])}`;
    return read(month, match[2] === undefined ? null : `${month}-${match[2].padStart(2, '0')}`);
  });
  mask.take(new RegExp(`\\b(\\d{1,2}) (${MONTH_PATTERN}) (\\d{4})\\b`, 'g'), (match) => {
    const month = `${match[3] ?? ''}-${monthNumber(match[2])}`;
    return read(month, `${month}-${(match[1] ?? '').padStart(2, '0')}`);
  });
  mask.take(/\b\d{4}-\d{2}(-\d{2})?\b/g, (match) =>
    read(match[0].slice(0, 7), match[1] === undefined ? null : match[0]),
  );
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.indexOf(name ?? '') + 1).padStart(2, '0');
}

/** Amounts with a currency before them. */
export function takePrices(mask: TextMask, facts: readonly Fact[]): void {
  const prices = facts.filter((fact) => fact.kind === 'price');
  const known = [...new Set(prices.map(({ unit }) => unit))].map((currency) => escapePattern(currencyPrefix(currency)));
  const prefix = [...known.toSorted((a, b) => b.length - a.length), String.raw`\p{L}*\p{Sc}`, '[A-Z]{3}\\s?'].join('|');
  // A scale after the amount is read with it, so that `$1 million` is never taken for `$1`.
  const pattern = `((?:about|around|roughly|approximately|some) )?(?<![\\p{L}\\p{Sc}])([-\u2212]?)(${prefix})(${NUMBER})(\\s?(?:thousand|million|billion|[kKmM])\\b)?`;
  mask.take(new RegExp(pattern, 'gu'), (match) => {
    const isNegated = NEGATION_BEFORE.test(match.input.slice(0, match.index));
    if (isNegated || match[5] !== undefined) return { reading: { kind: 'unread' }, facts: [] };
    const size = amountOf(match[4]);
    const reading: Reading = {
      kind: 'price',
      amount: match[2] === '' ? size : -size,
      prefix: match[3] ?? '',
      about: match[1] !== undefined,
      isCents: /\.\d\d$/.test(match[4] ?? ''),
    };
    return { reading, facts: prices.filter((fact) => statesPrice(fact, reading)) };
  });
}

function statesPrice(fact: Fact, reading: FigureReading<'price'>): boolean {
  const value = Number(fact.value);
  if (!Number.isFinite(value) || reading.prefix.trim() !== currencyPrefix(fact.unit).trim()) return false;
  if (reading.isCents ? reading.amount === Math.round(value * 100) / 100 : reading.amount === Math.round(value))
    return true;
  return reading.about && reading.amount === roundToDigits(value, ABOUT_DIGITS);
}

/** Percentages. */
export function takeShares(mask: TextMask, facts: readonly Fact[]): void {
  const shares = facts.filter((fact) => fact.kind === 'share');
  mask.take(new RegExp(`([-+\u2212]?)(${NUMBER})(?:%|\\s?per\\s?cent\\b)(?!\\s?points?\\b)`, 'g'), (match) => {
    const reading: Reading = {
      kind: 'share',
      percent: amountOf(match[2]),
      decimals: (match[2] ?? '').split('.')[1]?.length ?? 0,
      sign: match[1] === '' ? 0 : match[1] === '+' ? 1 : -1,
      isLevel: LEVEL_NOUN.test(match.input.slice(match.index + match[0].length)),
    };
    return { reading, facts: shares.filter((fact) => statesShare(fact, reading)) };
  });
}

/** Whether the figure is that of the fact within its own rounding; the direction is looked at apart. */
function statesShare(fact: Fact, { percent, decimals, sign }: FigureReading<'share'>): boolean {
  const value = Number(fact.value);
  if (!Number.isFinite(value)) return false;
  if (Math.abs(percent - Math.abs(value) * 100) > 0.5 * 10 ** -decimals + 1e-9) return false;
  return sign === 0 || Math.sign(value) === sign;
}

/** Numbers of things that the sheet counts, in digits or in words. */
export function takeCounts(mask: TextMask, facts: readonly Fact[]): void {
  const counts = facts.filter((fact) => fact.kind === 'count');
  const nouns = new Set(counts.flatMap(({ unit }) => [unit, plural(unit)]));
  if (nouns.size === 0) return;
  const noun = [...nouns]
    .toSorted((a, b) => b.length - a.length)
    .map((text) => escapePattern(text))
    .join('|');
  const word = [...NUMBER_WORDS.keys()].join('|');
  const pattern = `(?<![\\d.,\\p{L}-])(?:(${NUMBER})|(${word}))[ -](${noun})(?!\\p{L})`;
  mask.take(new RegExp(pattern, 'giu'), (match) => {
    const spoken = NUMBER_WORDS.get((match[2] ?? '').toLowerCase());
    const reading: Reading = {
      kind: 'count',
      amount: match[1] === undefined ? (spoken ?? Number.NaN) : amountOf(match[1]),
      noun: match[3] ?? '',
    };
    const isAttribute = match[0].includes('-');
    return { reading, facts: counts.filter((fact) => statesCount(fact, { reading, isAttribute })) };
  });
}

function statesCount(
  fact: Fact,
  { reading, isAttribute }: { readonly reading: FigureReading<'count'>; readonly isAttribute: boolean },
): boolean {
  const value = Number(fact.value);
  const noun = reading.noun.toLowerCase();
  const wanted = value === 1 || isAttribute ? fact.unit : plural(fact.unit);
  return reading.amount === value && noun === wanted.toLowerCase();
}

/** Digits that are none of the above. */
export function takeUnread(mask: TextMask): void {
  mask.take(new RegExp(NUMBER, 'g'), () => ({ reading: { kind: 'unread' }, facts: [] }));
}

function amountOf(digits: string | undefined): number {
  return Number((digits ?? '').replaceAll(',', ''));
}
