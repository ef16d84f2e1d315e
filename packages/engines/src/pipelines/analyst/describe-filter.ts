import type {
  MetricAlternatives,
  MetricExceptions,
  MetricFilter,
  NumberBounds,
} from '../../market/ports/market-metrics.ts';

const MARK_WORDS: Readonly<Record<string, string>> = {
  'one-owner': 'of a single owner',
  accident: 'with an accident',
  flood: 'after a flood',
  fault: 'with a fault',
  salvage: 'with a branded title',
  'clean-title': 'with a clean title',
};

const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/**
 * The rows of a filter in words, such as `Porsche 911 991.1 GT3, manual, under 20,000 miles`. `all cars` without one.
 * Days are left out: an answer states its period beside.
 */
export function describeFilter(filter: MetricFilter, { currency }: { readonly currency: string }): string {
  const { make, model, generation, trim, body, transmission, color, region, sellerType, optionCodes = [] } = filter;
  const car = [make, model, generation, trim].filter((part) => part !== undefined).join(' ');
  const details = [
    transmission,
    body,
    color,
    ...optionCodes.map((code) => `with ${code.replaceAll('-', ' ')}`),
    ...(filter.marks ?? []).map((mark) => MARK_WORDS[mark] ?? mark.replaceAll('-', ' ')),
    ...alternatives(filter.among),
    ...exceptions(filter.except),
    bounds(filter.modelYear, (value) => String(value), 'of model year', ''),
    bounds(filter.miles, (value) => NUMBER.format(value), '', ' miles'),
    bounds(
      filter.price,
      (value) =>
        new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 }).format(value),
      '',
      '',
    ),
    region === undefined ? undefined : `in ${region.length <= 3 ? region.toUpperCase() : region}`,
    sellerType === undefined ? undefined : `from ${sellerType} sellers`,
  ].filter((part) => part !== undefined && part !== '');
  return [car === '' ? 'all cars' : car, ...details].join(', ');
}

/** What a row has to have one of, in words. */
function alternatives(among: MetricAlternatives = {}): readonly string[] {
  return Object.values(among)
    .filter((values) => values !== undefined && values.length > 0)
    .map((values: readonly string[]) =>
      values.map((word) => (word.length <= 2 ? word.toUpperCase() : word)).join(' or '),
    );
}

/** What is left out, in words. */
function exceptions(except: MetricExceptions = {}): readonly string[] {
  const { optionCodes = [], marks = [], ...others } = except;
  const named = Object.values(others)
    .flat()
    .map((word: string) => (word.length <= 2 ? word.toUpperCase() : word));
  return [
    ...(named.length === 0 ? [] : [`other than ${named.join(' and ')}`]),
    ...optionCodes.map((code) => `without ${code.replaceAll('-', ' ')}`),
    ...marks.map((mark) => `not ${MARK_WORDS[mark] ?? mark.replaceAll('-', ' ')}`),
  ];
}

function bounds(
  given: NumberBounds | undefined,
  write: (value: number) => string,
  before: string,
  after: string,
): string | undefined {
  if (given === undefined) return undefined;
  const { atLeast, above, atMost, below } = given;
  const words = (text: string): string => `${before} ${text}${after}`.trim();
  if (atLeast !== undefined && atMost !== undefined) {
    return words(atLeast === atMost ? write(atLeast) : `${write(atLeast)} to ${write(atMost)}`);
  }
  const parts = [
    atLeast === undefined ? '' : `from ${write(atLeast)} on`,
    above === undefined ? '' : `over ${write(above)}`,
    atMost === undefined ? '' : `up to ${write(atMost)}`,
    below === undefined ? '' : `under ${write(below)}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : words(parts.join(' and '));
}
