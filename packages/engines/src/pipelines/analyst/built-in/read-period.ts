import { addDays, type IsoDate } from '../../../market/calendar.ts';
import { spellOutDays } from './spell-out-days.ts';
import { MONTH, MONTHS, monthNumber } from './month-words.ts';

/** Days of sales, both included. */
export interface Period {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

const YEAR = '((?:19|20)\\d\\d)';
const IN = '(?:in|during|over|for|of|from|throughout|within|all of)';
const PAST = '(?:last|past|previous|recent|latest|trailing)';

interface Rule {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, asOf: IsoDate) => Period | null;
}

/** Older years at the end of a question are of cars. */
const MOST_YEARS_OF_SALES = 10;
const DAY = '(\\d{4}-\\d\\d-\\d\\d)';
/** First and last month of the seasons; a winter ends in the year after the one that it is called by. */
const SEASONS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
  winter: [12, 14],
};

const RULES: readonly Rule[] = [
  rule(`\\b(?:between|from) ${DAY} (?:and|to|until|till|through) ${DAY}\\b`, ([, from, to]) => ({
    from: from!,
    to: to!,
  })),
  rule(`\\b${DAY} (?:to|until|till|through) ${DAY}\\b`, ([, from, to]) => ({ from: from!, to: to! })),
  rule(`\\b(?:since|from|starting(?: on)?) ${DAY}(?: on(?:wards?)?)?\\b`, ([, from]) => ({ from: from! })),
  rule(`\\bafter ${DAY}\\b`, ([, day]) => ({ from: addDays(day!, 1) })),
  rule(`\\b(?:before|prior to) ${DAY}\\b`, ([, day]) => ({ to: addDays(day!, -1) })),
  rule(`\\b(?:until|up to|through|till) ${DAY}\\b`, ([, to]) => ({ to: to! })),
  rule(`\\b(?:on )?${DAY}\\b`, ([, day]) => ({ from: day!, to: day! })),
  rule(`\\b(?:by|up to|until|till|through) (?:the )?end of ${YEAR}\\b`, ([, year], asOf) =>
    Number(year) < Number(asOf.slice(0, 4)) ? { to: `${year}-12-31` } : null,
  ),
  rule(`\\b(?:${IN} )?(?:the )?first (\\d{1,2}) months(?: of)? ${YEAR}\\b`, ([, count, year]) =>
    Number(count) > 12 ? null : { from: `${year}-01-01`, to: monthEnd(year, MONTHS[Number(count) - 1]) },
  ),
  rule(`\\b(?:${IN} )?(?:the )?last (\\d{1,2}) months of ${YEAR}\\b`, ([, count, year]) =>
    Number(count) > 12 ? null : { from: monthStart(year, MONTHS[12 - Number(count)]), to: `${year}-12-31` },
  ),
  rule(`\\b(?:${IN} )?(?:the )?(spring|summer|autumn|fall|winter)(?: of)? ${YEAR}\\b`, ([, season, year]) =>
    seasonOf(season!, Number(year)),
  ),
  rule(`\\b(?:${IN} )?last (spring|summer|autumn|fall|winter)\\b`, ([, season], asOf) => lastSeason(season!, asOf)),
  rule(`\\b(?:${IN} )?(?:h([12])|([12])h)(?: of)? ${YEAR}\\b`, ([, after, before, year]) =>
    (after ?? before) === '1'
      ? { from: `${year}-01-01`, to: `${year}-06-30` }
      : { from: `${year}-07-01`, to: `${year}-12-31` },
  ),
  rule(`\\b${MONTH}(?: ${YEAR})? ?(?:-|to|until|through) ?${MONTH} ${YEAR}\\b`, ([, first, firstYear, last, year]) => ({
    from: monthStart(firstYear ?? year, first),
    to: monthEnd(year, last),
  })),
  rule(`\\bsince ${MONTH}(?! (?:19|20)\\d\\d)\\b`, ([, month], asOf) => ({ from: latestMonth(asOf, month).from! })),
  rule(`\\bsince (?:last|the (?:start|beginning) of last) year\\b`, (_, asOf) => ({
    from: `${Number(asOf.slice(0, 4)) - 1}-01-01`,
  })),
  rule(`\\b(?:${IN} )?this quarter\\b`, (_, asOf) => ({
    from: quarterOf(asOf.slice(0, 4), Math.ceil(Number(asOf.slice(5, 7)) / 3)).from!,
    to: asOf,
  })),
  rule(`\\b(?:in |during )?(\\d) years ago\\b`, ([, count], asOf) => yearOf(Number(asOf.slice(0, 4)) - Number(count))),
  rule(
    `\\b(?:between|from) ${MONTH}(?: ${YEAR})? (?:and|to|until|through) ${MONTH} ${YEAR}\\b`,
    ([, first, firstYear, last, year]) => ({
      from: monthStart(firstYear ?? year, first),
      to: monthEnd(year, last),
    }),
  ),
  rule(`\\b(?:between|from) ${YEAR} (?:and|to|until|through) ${YEAR}\\b`, ([, first, last]) => ({
    from: `${first}-01-01`,
    to: `${last}-12-31`,
  })),
  rule(`\\b(?:${IN} )?(?:the )?(?:q|quarter )([1-4])(?: of)? ${YEAR}\\b`, ([, quarter, year]) =>
    quarterOf(year, Number(quarter)),
  ),
  rule(
    `\\b(?:${IN} )?(?:the )?(first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: of)? ${YEAR}\\b`,
    ([, word, year]) => quarterOf(year, ordinal(word)),
  ),
  rule(`\\b(?:${IN} )?(?:the )?(first|second|1st|2nd) half(?: of)? ${YEAR}\\b`, ([, word, year]) =>
    ordinal(word) === 1
      ? { from: `${year}-01-01`, to: `${year}-06-30` }
      : { from: `${year}-07-01`, to: `${year}-12-31` },
  ),
  rule(`\\b(?:since|after|from|starting(?: in)?) ${MONTH} ${YEAR}(?: on(?:wards?)?)?\\b`, ([, month, year]) => ({
    from: monthStart(year, month),
  })),
  rule(`\\b(?:before|until|up to|prior to) ${MONTH} ${YEAR}\\b`, ([, month, year]) => ({
    to: addDays(monthStart(year, month), -1),
  })),
  rule(`\\b(?:${IN} )?${MONTH},? ${YEAR}\\b`, ([, month, year]) => ({
    from: monthStart(year, month),
    to: monthEnd(year, month),
  })),
  rule(
    `\\b(?:since|from|starting(?: in)?) (?:the (?:start|beginning) of )?${YEAR}(?: on(?:wards?)?)?\\b`,
    ([, year]) => ({
      from: `${year}-01-01`,
    }),
  ),
  rule(`\\bafter ${YEAR}\\b`, ([, year]) => ({ from: `${Number(year) + 1}-01-01` })),
  rule(`\\b(?:before|until|prior to|up to) ${YEAR}\\b`, ([, year]) => ({ to: `${Number(year) - 1}-12-31` })),
  rule(
    `(?:\\b(?:${IN}|only|just|and|vs|versus|than|with|to|against)|,) (?:the (?:calendar )?year )?${YEAR}(?= (?:,|and|vs|versus|than|compared|or|only|alone|so|with|were|was|did|what|which|how|had|has|saw|by|in|across|among|bring|brought|fetch|cost|make|sell|go|,|$)|\\s*$)`,
    ([, year]) => yearOf(year),
  ),
  rule(
    `\\b${YEAR}(?= (?:sales|prices|results|figures|numbers|median|average|deals|auctions|transactions)\\b)`,
    ([, year]) => yearOf(year),
  ),
  rule(
    `(?<=\\b(?:sales|values?|prices?|volumes?|turnover|revenues?|results|figures|totals?|worth) )${YEAR}(?= ,|\\s*$)`,
    ([, year]) => yearOf(year),
  ),
  rule(`\\b(?:in|during|over|throughout) (?:the (?:calendar )?year )?${YEAR}\\b`, ([, year]) => yearOf(year)),
  rule(`\\b(?:${IN} )?(?:the )?${PAST} (\\d+) months?\\b`, ([, count], asOf) => lastMonths(asOf, Number(count))),
  rule(`\\b(?:${IN} )?(?:the )?${PAST} (\\d+) years?\\b`, ([, count], asOf) => lastMonths(asOf, 12 * Number(count))),
  rule(`\\b(?:${IN} )?(?:the )?${PAST} (\\d+) (weeks?|days?)\\b`, ([, count, unit], asOf) => ({
    from: addDays(asOf, 1 - Number(count) * (unit?.startsWith('week') === true ? 7 : 1)),
    to: asOf,
  })),
  rule(`\\b(?:the )?year before (?:last|that)\\b`, (_, asOf) => yearOf(Number(asOf.slice(0, 4)) - 2)),
  rule(`\\b(?:in |during |of |from )?(?:last|previous) year\\b`, (_, asOf) => yearOf(Number(asOf.slice(0, 4)) - 1)),
  rule(`\\b(?:over |in |during )?the (?:last|past) year\\b`, (_, asOf) => lastMonths(asOf, 12)),
  rule(`\\b(?:in |during |of |so far )?(?:this year|year[ -]to[ -]date|ytd)\\b`, (_, asOf) => ({
    from: `${asOf.slice(0, 4)}-01-01`,
    to: asOf,
  })),
  rule(`\\b(?:over |in |during )?(?:the (?:last|past)|past) quarter\\b`, (_, asOf) => lastMonths(asOf, 3)),
  rule(`\\b(?:in |during |of )?(?:last|(?:the )?previous) quarter\\b`, (_, asOf) => quarterBefore(asOf)),
  rule(`\\b(?:in |during )?(?:last|previous) month\\b`, (_, asOf) => {
    const end = addDays(`${asOf.slice(0, 7)}-01`, -1);
    return { from: `${end.slice(0, 7)}-01`, to: end };
  }),
  rule(`\\b(?:over )?(?:the )?past month\\b`, (_, asOf) => lastMonths(asOf, 1)),
  rule(`\\b(?:in |during )?this month\\b`, (_, asOf) => ({ from: `${asOf.slice(0, 7)}-01`, to: asOf })),
  rule(`\\b(?:in |during )?(?:this|the last|the past) week\\b`, (_, asOf) => ({ from: addDays(asOf, -6), to: asOf })),
  rule(`\\b(?:on |since )?yesterday\\b`, (_, asOf) => ({ from: addDays(asOf, -1), to: addDays(asOf, -1) })),
  // `Average price Taycan Turbo S 2025`: a year at the end that is not of the car.
  rule(`(?<=[a-z0-9] )${YEAR}(?=\\s*,?\\s*$)`, ([, year], asOf) =>
    Number(year) > Number(asOf.slice(0, 4)) - MOST_YEARS_OF_SALES ? yearOf(year) : null,
  ),
  rule(`\\b(?:in|during|throughout) ${MONTH}(?= (?:alone|only|,|did|were|was|sold)|\\s*$)`, ([, month], asOf) =>
    latestMonth(asOf, month),
  ),
];

/** Words for no bound at all: they count where nothing else is said of the time. */
const ALL_TIME = /\b(?:all time|all years|ever|in total|overall|of all time|so far|on record)\b/;
/** `Got dearer from 2024 to 2025`: a change is between two years and not over both. */
const CHANGE =
  /\b(?:more|less) expensive\b|\b(?:cheaper|dearer|pricier|chang(?:e|es|ed|ing)|rise|rises|rose|risen|rising|fall|falls|fell|fallen|falling|drop(?:s|ped)?|gr(?:ow|ew|own)|increased?|decreased?|gone (?:up|down)|went (?:up|down)|move[sd]?)\b/;
const FROM_YEAR_TO_YEAR = new RegExp(`\\bfrom ${YEAR} to ${YEAR}\\b`);
/** `2025 vs 2024` are two years, whatever stands behind: nobody compares a model year with a year of sales. */
const TWO_YEARS = new RegExp(
  `(?:\\b${IN} )?\\b${YEAR} (?:vs|versus|against|compared (?:to|with)|or|than)(?: in)? ${YEAR}\\b(?! (?:or|and) (?:newer|later|older))`,
);

function rule(source: string, read: Rule['read']): Rule {
  return { pattern: new RegExp(source), read };
}

/** Up to `most` periods in the order of the text, and the text without them. */
export function readPeriods(
  text: string,
  { asOf, most }: { readonly asOf: IsoDate; readonly most: number },
): { readonly periods: readonly Period[]; readonly rest: string } {
  const found: { readonly at: number; readonly period: Period }[] = [];
  let rest = spellOutDays(withYearNumbers(text, asOf), asOf);
  const two = TWO_YEARS.exec(rest) ?? (CHANGE.test(text) ? FROM_YEAR_TO_YEAR.exec(rest) : null);
  if (two !== null && most > 1 && !/\bmodel years?\b/.test(text)) {
    const [whole, first, second] = two;
    found.push({ at: two.index, period: yearOf(first) }, { at: two.index + 1, period: yearOf(second) });
    rest = rest.replace(whole, ' '.repeat(whole.length));
  }
  for (const { pattern, read } of RULES) {
    for (;;) {
      const match = pattern.exec(rest);
      if (match === null || found.length >= most) break;
      const period = read(match, asOf);
      if (period === null) break;
      found.push({ at: match.index, period });
      rest = `${rest.slice(0, match.index)}${' '.repeat(match[0].length)}${rest.slice(match.index + match[0].length)}`;
    }
  }
  const always = ALL_TIME.exec(rest);
  if (always !== null) {
    if (found.length === 0) found.push({ at: always.index, period: {} });
    rest = rest.replace(ALL_TIME, ' ');
  }
  found.sort((left, right) => left.at - right.at);
  return { periods: found.map(({ period }) => period), rest: rest.replace(/\s+/g, ' ') };
}

/** `Q1 of this year`, `March last year`: a part of a year is of the year that it names. */
function withYearNumbers(text: string, asOf: IsoDate): string {
  const part = `(?:q ?[1-4]|quarter [1-4]|(?:first|second|third|fourth|1st|2nd|3rd|4th) (?:quarter|half)|${MONTH})`;
  return text.replace(
    new RegExp(`\\b(${part})(?: of)? (this|last) year\\b`, 'g'),
    (_, named: string, ...others: readonly unknown[]) =>
      `${named} ${Number(asOf.slice(0, 4)) - (others[1] === 'last' ? 1 : 0)}`,
  );
}

/** The last so many months up to and including the day. */
export function lastMonths(asOf: IsoDate, months: number): Period {
  const [year = 0, month = 1, day = 1] = asOf.split('-').map(Number);
  const start = new Date(Date.UTC(year, month - 1 - months, 1));
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate();
  start.setUTCDate(Math.min(day, lastDay));
  return { from: addDays(start.toISOString().slice(0, 10), 1), to: asOf };
}

/** The last month of that name that has begun. */
function latestMonth(asOf: IsoDate, word: string | undefined): Period {
  const year = Number(asOf.slice(0, 4)) - (monthNumber(word) > Number(asOf.slice(5, 7)) ? 1 : 0);
  return { from: monthStart(String(year), word), to: monthEnd(String(year), word) };
}

function yearOf(year: string | number | undefined): Period {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function quarterOf(year: string | undefined, quarter: number): Period {
  const first = 3 * (quarter - 1);
  return { from: monthStart(year, MONTHS[first]), to: monthEnd(year, MONTHS[first + 2]) };
}

function quarterBefore(asOf: IsoDate): Period {
  const quarter = Math.ceil(Number(asOf.slice(5, 7)) / 3);
  const year = Number(asOf.slice(0, 4));
  return quarter === 1 ? quarterOf(String(year - 1), 4) : quarterOf(String(year), quarter - 1);
}

function seasonOf(season: string, year: number): Period {
  const [first, last] = SEASONS[season]!;
  return {
    from: monthStart(String(year), MONTHS[first - 1]),
    to: monthEnd(String(last > 12 ? year + 1 : year), MONTHS[(last - 1) % 12]),
  };
}

/** The last season of that name that is over. */
function lastSeason(season: string, asOf: IsoDate): Period {
  const year = Number(asOf.slice(0, 4));
  const found = [year, year - 1, year - 2].map((each) => seasonOf(season, each)).find(({ to }) => to! < asOf);
  return found ?? seasonOf(season, year - 2);
}

function ordinal(word: string | undefined): number {
  const place = ['first', 'second', 'third', 'fourth'].indexOf(word ?? '');
  return place >= 0 ? place + 1 : Number.parseInt(word ?? '1', 10);
}

function monthStart(year: string | undefined, month: string | undefined): IsoDate {
  return `${year}-${String(monthNumber(month)).padStart(2, '0')}-01`;
}

function monthEnd(year: string | undefined, month: string | undefined): IsoDate {
  return new Date(Date.UTC(Number(year), monthNumber(month), 0)).toISOString().slice(0, 10);
}
