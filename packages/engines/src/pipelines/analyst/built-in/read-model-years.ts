import type { NumberBounds } from '../../../market/ports/market-metrics.ts';
import type { IsoDate } from '../../../market/calendar.ts';
import { endsWithCar, startsWithCar } from './ends-with-car.ts';
import type { NamePhrases } from './name-phrases.ts';
import { without } from './question-text.ts';

/** Bounds of the model year that a text states, and the text without them. */
export interface ReadModelYears {
  readonly modelYears?: NumberBounds;
  /** Two model years side by side, in the order of the text. */
  readonly modelYearPair?: readonly [number, number];
  readonly rest: string;
}

const YEAR = "(?:((?:19|20)\\d\\d)|'(\\d\\d))";
const SAYS_SO = '(?:model years?|my)(?: of| is)? ';
const TO = '(?:to|and|through|thru|until|up to|[-–—])';
const FROM_ON = '(?:or|and) (?:newer|later|younger|up|above|after|onwards?|more recent)';
const UP_TO = '(?:or|and) (?:older|earlier|before|below|prior)';

type Rule = readonly [pattern: string, bounds: (years: readonly number[]) => NumberBounds];

const span = ([from, to]: readonly number[]): NumberBounds => ({
  atLeast: Math.min(from!, to!),
  atMost: Math.max(from!, to!),
});

/** The more particular wording first; each is of the car, for nobody says `2018 or newer` of a sale. */
const RULES: readonly Rule[] = [
  [`(?:of |from |between )?${SAYS_SO}(?:between |from )?${YEAR} ?${TO} ?${YEAR}`, span],
  [`(?:of |from |in )?(?:${SAYS_SO})?${YEAR} ${FROM_ON}`, ([year]) => ({ atLeast: year! })],
  [`(?:of |from |in )?(?:${SAYS_SO})?${YEAR} ${UP_TO}`, ([year]) => ({ atMost: year! })],
  [`(?:from |since )?${SAYS_SO}${YEAR} (?:on(?:wards?)?|and (?:up|on(?:wards?)?))`, ([year]) => ({ atLeast: year! })],
  [`${SAYS_SO}(?:since|from|at least|not before) ${YEAR}(?: on(?:wards?)?)?`, ([year]) => ({ atLeast: year! })],
  [`${SAYS_SO}(?:after|over|above) ${YEAR}`, ([year]) => ({ above: year! })],
  [`${SAYS_SO}(?:before|under|below) ${YEAR}`, ([year]) => ({ below: year! })],
  [`${SAYS_SO}(?:until|up to|at most) ${YEAR}`, ([year]) => ({ atMost: year! })],
  [`(?:newer|younger|more recent|later) than (?:a |the )?(?:${SAYS_SO})?${YEAR}`, ([year]) => ({ above: year! })],
  [`(?:older|earlier) than (?:a |the )?(?:${SAYS_SO})?${YEAR}`, ([year]) => ({ below: year! })],
  [`(?:built|made|produced|manufactured) (?:since|from) ${YEAR}(?: on(?:wards?)?)?`, ([year]) => ({ atLeast: year! })],
  [`(?:built|made|produced|manufactured) (?:in|of) ${YEAR}`, ([year]) => ({ atLeast: year!, atMost: year! })],
  [`(?:built|made|produced|manufactured) after ${YEAR}`, ([year]) => ({ above: year! })],
  [`(?:built|made|produced|manufactured) before ${YEAR}`, ([year]) => ({ below: year! })],
  [`an? ${YEAR}(?= ,|\\s*$)`, ([year]) => ({ atLeast: year!, atMost: year! })],
  [`pre[ -]${YEAR}`, ([year]) => ({ below: year! })],
  [`post[ -]${YEAR}`, ([year]) => ({ above: year! })],
];

const PAIR = new RegExp(
  `\\b${SAYS_SO}${YEAR} (?:vs|versus|or|against|compared (?:to|with)|than)(?: ${SAYS_SO.trim()})? ${YEAR}\\b`,
);

/** `Turbo S cabs from 2014 to 2016`: years right behind a car are those of the car, and of a sale behind a word of sale. */
const BESIDE_CAR = new RegExp(`\\b(?:from|of|,)? ?${YEAR} (?:to|through|thru|until) ${YEAR}(?![\\d.])`);
/** `2007 and 2008 GT3 RS`, `2016 cars`: years before a car are those of the car. */
const BEFORE_CAR = new RegExp(
  `(?<!\\b(?:vs|versus|against|than|with|or|and|to|through|until) )\\b(?:for |of )?${YEAR}(?: (?:and|or|to|through|until) ${YEAR})? (?=[a-z0-9])`,
  'g',
);
const LAST_YEAR = new RegExp(`(?<=[a-z0-9] )${YEAR}(?=\\s*,?\\s*$)`);
const OF_SALES =
  /\b(?:average|avg|mean|median|typical|sold|sales|sells?|count|number|how many|total|volume|turnover|revenue|share|percent(?:age)?|in|during|since|before|after|until|from|of)\b/;
/** A change is between two years of sales: `Caymans got dearer from 2024 to 2025`. */
const CHANGE =
  /\b(?:cheaper|dearer|pricier|expensive|chang\w+|r[io]s(?:e|es|en|ing)|f[ae]ll(?:s|en|ing)?|drop\w*|gr[eo]w\w*|gone|went|increas\w+|decreas\w+|mov(?:e|ed|es|ing)|trend\w*|develop\w*|index)\b/;

/** Reads bounds of the model year, before periods are read: `model years 2016 to 2018` are no sales of 2018. */
export function readModelYears(
  text: string,
  options: { readonly phrases: NamePhrases; readonly asOf: IsoDate },
): ReadModelYears {
  const { phrases } = options;
  const pair = PAIR.exec(text);
  if (pair !== null) {
    const [first, second] = yearsOf(pair);
    return { modelYearPair: [first!, second!], rest: without(text, PAIR) };
  }
  for (const [source, boundsOf] of RULES) {
    const pattern = new RegExp(`\\b${source}(?![\\d.])`);
    const match = pattern.exec(text);
    if (match === null) continue;
    return { modelYears: boundsOf(yearsOf(match)), rest: without(text, pattern) };
  }
  for (const match of text.matchAll(BEFORE_CAR)) {
    const years = yearsOf(match);
    const isSpan = / (?:to|through|until) /.test(match[0]) || Math.abs(years[0]! - (years[1] ?? years[0]!)) <= 1;
    if (isSpan && startsWithCar(text.slice(match.index + match[0].length), phrases)) {
      return { modelYears: span([years[0]!, years[1] ?? years[0]!]), rest: without(text, new RegExp(match[0])) };
    }
  }
  const beside = BESIDE_CAR.exec(text);
  if (beside !== null && !CHANGE.test(text) && endsWithCar(text.slice(0, beside.index), phrases)) {
    return { modelYears: span(yearsOf(beside)), rest: without(text, BESIDE_CAR) };
  }
  const last = LAST_YEAR.exec(text);
  if (last !== null && isYearOfCar(text.slice(0, last.index), yearsOf(last)[0]!, options)) {
    return { modelYears: span([yearsOf(last)[0]!, yearsOf(last)[0]!]), rest: without(text, LAST_YEAR) };
  }
  return { rest: text };
}

/** `Price of a Macan GTS 2019`: the year of the car, unless it is a year of sales by the words before it. */
function isYearOfCar(
  before: string,
  year: number,
  { phrases, asOf }: { readonly phrases: NamePhrases; readonly asOf: IsoDate },
): boolean {
  // A BMW 2002 is of no year.
  if (phrases.has(String(year))) return false;
  return endsWithCar(before, phrases) && (year < Number(asOf.slice(0, 4)) - 3 || !OF_SALES.test(before));
}

function yearsOf(match: RegExpMatchArray): readonly number[] {
  return match
    .slice(1)
    .flatMap((digits) => (digits === undefined ? [] : [digits.length === 2 ? shortYear(digits) : Number(digits)]));
}

function shortYear(digits: string): number {
  return Number(digits) > 40 ? 1900 + Number(digits) : 2000 + Number(digits);
}
