import type { Fact } from '../market/insight.ts';

/**
 * Ways to write a fact, by its kind.
 *
 * - price: `full` (to the unit), `about` (three significant digits, with the word)
 * - share: `percent` (one decimal, for shares that are not negative), `whole` (the same without a decimal), `change`
 *   ("rose 4.2%", "fell 4.2%", "held steady (0.0%)"), `comparison` ("4.2% above", "4.2% below", "level (0.0%) with")
 * - count: `noun` ("1,204 sales", "1 sale")
 * - date: `day` ("June 30, 2026"), `month` ("June 2026")
 * - name: `text`
 */
export const FACT_FORMATS: Readonly<Record<Fact['kind'], readonly string[]>> = {
  price: ['full', 'about'],
  share: ['percent', 'whole', 'change', 'comparison'],
  count: ['noun'],
  date: ['day', 'month'],
  name: ['text'],
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
  const value = Number(fact.value);
  if (!Number.isFinite(value)) return null;
  if (fact.kind === 'price') return renderPrice(value, { currency: fact.unit, format });
  if (fact.kind === 'share') return renderShare(value, format);
  return `${new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 }).format(value)} ${value === 1 ? fact.unit : plural(fact.unit)}`;
}

/** The plural of a regular English noun; only the last word changes. */
export function plural(noun: string): string {
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
