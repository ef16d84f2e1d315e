import type { Fact } from '../market/insight.ts';

/**
 * Ways to write a fact, by its kind.
 *
 * - price: `full` (to the unit), `cents` (to the hundredth, for small amounts), `about` (three significant digits, with the word)
 * - share: `percent` (one decimal, for shares that are not negative), `whole` (the same without a decimal), `size` (one decimal, without
 *   the sign: the words around have to say the direction), `change`
 *   ("rose 4.2%", "fell 4.2%", "held steady (0.0%)"), `comparison` ("4.2% above", "4.2% below", "level (0.0%) with")
 * - count: `noun` ("1,204 sales", "1 sale")
 * - date: `day` ("June 30, 2026"), `month` ("June 2026")
 * - name: `text`
 * - rank: `place` ("the third largest rise of 12"), `ordinal` ("third")
 * - direction: `verb` ("rose", "fell", "held steady")
 * - comparison: `times` ("twice", "half", "2.4 times"), `than` ("more than", "less than", "as much as")
 * - statement: `clause` (as it is), `sentence` (with a capital)
 */
export const FACT_FORMATS: Readonly<Record<Fact['kind'], readonly string[]>> = {
  price: ['full', 'cents', 'about'],
  share: ['percent', 'whole', 'size', 'change', 'comparison'],
  count: ['noun'],
  date: ['day', 'month'],
  name: ['text'],
  rank: ['place', 'ordinal'],
  direction: ['verb'],
  comparison: ['times', 'than'],
  statement: ['clause', 'sentence'],
};

/** Digits that `about` keeps. */
export const ABOUT_DIGITS = 3;

/** Absolute shares below this are written as no change. */
export const STEADY_BELOW = 0.0005;

/** The fact as words, or `null` where the format does not fit it. Always en-US and UTC: the proof reads what stands here. */
export function renderFact(fact: Fact, format: string): string | null {
  if (!FACT_FORMATS[fact.kind].includes(format)) return null;
  if (fact.kind === 'name') return String(fact.value);
  if (fact.kind === 'date') return renderDate(String(fact.value), format);
  if (fact.kind === 'statement') return renderStatement(String(fact.value), format);
  const value = Number(fact.value);
  if (!Number.isFinite(value)) return null;
  if (fact.kind === 'price') return renderPrice(value, { currency: fact.unit, format });
  if (fact.kind === 'share') return renderShare(value, format);
  if (fact.kind === 'rank') return renderRank(value, { of: fact.unit, count: fact.n, format });
  if (fact.kind === 'direction') return value === 0 ? 'held steady' : value > 0 ? 'rose' : 'fell';
  if (fact.kind === 'comparison') return renderComparison(value, format);
  return `${new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 }).format(value)} ${value === 1 ? fact.unit : plural(fact.unit)}`;
}

/** The plural of a regular English noun: the last word changes, or the one before `with`, `that`, `of`, `in` and such. */
export function plural(noun: string): string {
  const rest = /\s(?:with|without|that|of|in|on|from|beyond|ahead|left)\s.*$|\s(?:ahead|left)$/.exec(noun);
  if (rest !== null) return `${plural(noun.slice(0, rest.index))}${rest[0]}`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** A value with only its leading digits kept. */
export function roundToDigits(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/** What stands before an amount of a currency, such as `$` or `CHF` with a space that does not break. */
export function currencyPrefix(currency: string): string {
  const parts = currencyFormat(currency).formatToParts(0);
  return parts
    .slice(
      0,
      parts.findIndex((part) => part.type === 'integer'),
    )
    .map((part) => part.value)
    .join('');
}

const formats = new Map<string, Intl.NumberFormat>();

function currencyFormat(currency: string): Intl.NumberFormat {
  const known = formats.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 });
  formats.set(currency, format);
  return format;
}

function renderPrice(value: number, options: { readonly currency: string; readonly format: string }): string {
  if (options.format === 'cents') {
    return new Intl.NumberFormat('en-US', {
      style: 'currency',
      currency: options.currency,
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    }).format(value);
  }
  const format = currencyFormat(options.currency);
  return options.format === 'about'
    ? `about ${format.format(roundToDigits(value, ABOUT_DIGITS))}`
    : format.format(value);
}

function renderShare(value: number, format: string): string | null {
  const digits = format === 'whole' ? 0 : 1;
  const percent = `${new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(Math.abs(value) * 100)}%`;
  const isSteady = Math.abs(value) < STEADY_BELOW;
  if (format === 'change') return isSteady ? `held steady (${percent})` : `${value > 0 ? 'rose' : 'fell'} ${percent}`;
  if (format === 'comparison')
    return isSteady ? `level (${percent}) with` : `${percent} ${value > 0 ? 'above' : 'below'}`;
  if (format === 'size') return percent;
  // Without a word for the direction the sign would be lost.
  return value < 0 ? null : percent;
}

function renderDate(value: string, format: string): string | null {
  if (format === 'day' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const instant = Date.parse(`${value.slice(0, 7)}-${value.slice(8, 10) || '01'}T00:00:00Z`);
  if (!Number.isFinite(instant)) return null;
  const month = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-US', format === 'day' ? { ...month, day: 'numeric' } : month).format(instant);
}

function renderStatement(value: string, format: string): string {
  return format === 'sentence' ? `${value.charAt(0).toUpperCase()}${value.slice(1)}` : value;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

function renderRank(
  value: number,
  options: { readonly of: string; readonly count: number; readonly format: string },
): string | null {
  const ordinal = ORDINALS[value - 1];
  if (ordinal === undefined || value > options.count) return null;
  if (options.format === 'ordinal') return ordinal;
  return `the ${value === 1 ? '' : `${ordinal} `}${options.of} of ${String(options.count)}`;
}

/** Ratios this far from a whole one are still called `twice` or `half`. */
const RATIO_ROUNDING = 0.05;

function renderComparison(ratio: number, format: string): string | null {
  if (!(ratio > 0)) return null;
  if (format === 'than')
    return Math.abs(ratio - 1) < STEADY_BELOW ? 'as much as' : ratio > 1 ? 'more than' : 'less than';
  if (Math.abs(ratio - 2) < RATIO_ROUNDING) return 'twice';
  if (Math.abs(ratio - 0.5) < RATIO_ROUNDING / 2) return 'half';
  return `${new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(ratio)} times`;
}
