import { without } from './question-text.ts';

/** A statistic that a text names, without the number that it is of: `sum`, `p90`, `interquartile-range` ... */
export type NamedStatistic =
  | 'sum'
  | 'deviation'
  | 'quartiles'
  | 'middle-half'
  | 'interquartile-range'
  | 'range'
  | 'difference'
  | `p${number}`;

/** The statistic of a text and the text without its words. */
export interface ReadStatistic {
  /** `null` where the text names none, or one of the everyday ones, such as the median. */
  readonly statistic: NamedStatistic | null;
  /** True where the text asks for a statistic that is not known here or leaves open which: nothing else may be told. */
  readonly isStatisticUnclear: boolean;
  readonly rest: string;
}

const LOW = 'lowest|cheapest|least(?: expensive)?|smallest|min(?:imum)?|bottom|low';
const HIGH = 'highest|dearest|priciest|most(?: expensive)?|largest|max(?:imum)?|top|high';
const MONEY =
  /\b(?:sold for|how much (?:have|has|did|do)|values?|worth|prices?|money|cash|dollars?|usd|bucks|asking|asks|spent|spend|paid|amounts?|sums?|cost|costs|proceeds|volume)\b|\$/;
/** `3 quarters`, `90 %`, `9 out of 10`, `half`, `2 thirds`. */
const FRACTION =
  '(?:(\\d{1,2}(?:\\.\\d+)?) ?(?:%|percent|per cent)|(\\d{1,2}) (?:out of|in) (\\d{1,3})|(\\d) (quarters?|thirds?|fifths|tenths)|(half|(?:1|a|one) third))';

/** `How much do prices vary, as standard deviation` says which. */
const DEVIATION = /\b(?:the )?(?:standard|std|st)\.?,? ?-?(?:deviations?|devs?)\b|\b(?:stdev|stddev|std)\b/;

type Rule = readonly [RegExp, (match: RegExpExecArray, text: string) => NamedStatistic | null, RegExp?];

/** What a rule takes whose words stand apart: `which price do 90 % of 911s stay under` names cars in between. */
const APART = new RegExp(
  `\\b${FRACTION}(?: of)?|\\b(?:what|which) (?:asking |sale )?price range\\b|\\b(?:what|which) (?:price|mileage)\\b`,
  'g',
);

const RULES: readonly Rule[] = [
  [/\b(?:the )?(?:inter ?-?quartile (?:range|spread|distance)|iqr|mid ?-?spread)\b/, () => 'interquartile-range'],
  [/\b(?:lower|bottom|first|1st) (?:and|to|&) (?:the )?(?:upper|top|third|3rd) quartiles?\b/, () => 'middle-half'],
  [
    /\b(?:(lower|bottom|first|lowest|1st|cheapest)|(upper|top|third|highest|3rd|dearest|priciest)|(?:second|middle|2nd)) quartile\b/,
    ([, low, high]) => (low !== undefined ? 'p25' : high !== undefined ? 'p75' : 'p50'),
  ],
  [
    /\b(?:the )?inter ?-?quartile (?:bounds|limits|values|interval|cut ?offs?)\b/,
    () => 'middle-half',
    /\b(?:the )?inter ?-?quartile (?:bounds|limits|values|interval|cut ?offs?)\b|\b25th and 75th percentiles?\b/g,
  ],
  [/\b25th and 75th percentiles?\b/, () => 'middle-half'],
  [/\bquartiles\b/, () => 'quartiles'],
  [placed('decile'), (match) => place(match, 10)],
  [placed('quintile'), (match) => place(match, 20)],
  [
    /\b(?:the )?(\d{1,2}(?:\.\d{1,2})?)(?:(?:st|nd|rd|th)? ?-?(?:percentiles?|percentil|centiles?|pctls?|pctiles?|%-?iles?)|(?:st|nd|rd|th) (?:pct|percent|%))\b(?: of)?/,
    ([, value]) => percentile(value),
  ],
  [/\b(?:percentile|centile|pctl) (?:no |number )?(\d{1,2}(?:\.\d{1,2})?)\b/, ([, value]) => percentile(value)],
  [/\bp ?(\d{2}(?:\.\d)?)\b/, ([, value]) => percentile(value)],
  [new RegExp(`\\b(?:the )?(?:middle|central|mid|inner) (?:half|50 ?(?:%|percent))(?: of)?\\b`), () => 'middle-half'],
  [
    /\b(?:what|which|in what|in which|between (?:what|which)) (?:[a-z]+ )?(?:range|prices|mileages|bracket|band)\b(?=.*\b(?:half|50 ?(?:%|percent)|most)\b)/,
    () => 'middle-half',
    /\b(?:half|50 ?(?:%|percent))(?: of)?\b|\b(?:in |between )?(?:what|which) (?:[a-z]+ )?(?:range|bracket|band)\b/g,
  ],
  [
    new RegExp(
      `\\b(?:(top|upper|highest|dearest|priciest|most expensive|costliest)|(bottom|lower|lowest|cheapest|least expensive)) (\\d{1,2}(?:\\.\\d+)?) ?(?:%|percent|per cent)(?: of)?`,
    ),
    ([, top, , value]) => percentile(top === undefined ? value : String(100 - Number(value))),
  ],
  [
    new RegExp(`\\b(?:what|which) (?:asking |sale )?(?:price|mileage|amount|figure|sum|odometer)\\b.*\\b${FRACTION}`),
    (match, text) => cut(match, text),
    APART,
  ],
  [
    new RegExp(
      `\\b${FRACTION}\\b.*\\b(?:below|under|above|over|more|less|exceed) (?:than )?(?:what|which) (?:price|mileage|amount|figure)\\b`,
    ),
    (match, text) => cut(match, text),
    APART,
  ],
  [
    new RegExp(
      `\\bwhat (?:do|did|does|will) (?:the )?${FRACTION} .*\\b(?:under|below|beneath|above|over|exceed|less|more)\\b`,
    ),
    (match, text) => cut(match, text),
    APART,
  ],
  [DEVIATION, () => 'deviation'],
  [
    new RegExp(
      `\\b(?:the )?(?:difference|gap|spread|distance) between (?:the )?(?:${LOW}|${HIGH})(?=.*\\b(?:and|to) (?:the )?(?:${LOW}|${HIGH})\\b)`,
    ),
    () => 'difference',
  ],
  [
    new RegExp(
      `\\b(?:the )?(?:(?:${LOW})(?: price)? (?:and|to|&|\\/) (?:the )?(?:${HIGH})|(?:${HIGH})(?: price)? (?:and|to|&|\\/) (?:the )?(?:${LOW}))(?= (?:price|asking|mileage|paid|sale|sold|miles|odometer|for|of|,))`,
    ),
    () => 'range',
  ],
  [
    /\b(?:from what to what|between what and what|(?:the )?(?:full |whole |entire )?(?:price|mileage|asking(?: price)?) (?:range|span|bracket|band)s?|range (?:of|in) (?:the )?(?:sale |sold |asking )?(?:prices?|mileages?|miles)|(?:prices?|mileages?) range)\b/,
    () => 'range',
  ],
  [
    /\b(?:add(?:s|ed)? up to|sums? up to|sums? to|sum total|(?:the )?sum of|turnover|dollar volume|revenues?|takings|totall?ed)\b/,
    () => 'sum',
  ],
  [
    /\bhow much (?:money|cash) (?:was|is|has been|went|goes|changed|changes|did|do|are|were|got)\b(?! .{0,40}\b(?:usually|typically)\b)/,
    () => 'sum',
  ],
  [
    /\bhow much (?:did|do|have|has) .{1,40}\b(?:make|made|bring in|brought in|take in|took in|turn over|turned over|generate[d]?|earn(?:ed)?) (?:in |from )?(?:sales|total|revenue)\b/,
    () => 'sum',
    /\b(?:in|from) (?:sales|total|revenue)\b/,
  ],
  [
    /\b(?:the )?(?:grand )?total of (?=(?:all |the |these |those )*(?!numbers?\b|counts?\b)(?:[a-z0-9.-]+ ){0,6}sales\b)/,
    () => 'sum',
  ],
  [/\b(?:the )?(?:total |combined |overall )?(?:value|worth) of (?=(?:all|every|the) .*\bsales\b)/, () => 'sum'],
  [/\b(?:volume|sales) in (?:dollars|usd|money|\$)\b/, () => 'sum'],
  [/\bhow many (?:dollars|bucks|usd)\b/, () => 'sum'],
  [
    /\b(?:(?:the )?(?:grand )?totals?|in total|altogether|all together|combined|aggregate[d]?|taken together|put together|overall (?=value|worth))\b/,
    (_, text) =>
      MONEY.test(text) && !/\b(?:how many (?!dollars|bucks)|number of|average|median|count)\b/.test(text)
        ? 'sum'
        : null,
  ],
];

/** A percentile without its number leaves open which is meant. */
const OPEN = /\b(?:percentiles?|centiles?)\b/;
/** Statistics that nothing here computes. */
const UNCLEAR =
  /\b(?:how many (?:different |distinct |separate )?(?:[a-z0-9.-]+ ){0,2}(?:trims|models|generations|colou?rs|variants|makes|brands|states|body styles) (?:are there|do you|does|do|sell|sold|exist|is there|come|have)|(?:change|vary|varies|depend|depends|affected|driven) .{0,12}(?:mileage|miles driven|age)|(?:mileage|miles|age) (?:\w+ )?(?:affects?|influences?|matters?|impacts?|hurts?)|variances?|skew(?:ness|ed)?|kurtosis|modes?|coefficients? of variation|(?:geometric|harmonic|trimmed|winsori[sz]ed|weighted|moving|rolling|running) (?:means?|averages?)|z[ -]?scores?|gini|entropy|(?:price |mileage )?(?:dispersion|variability|variation)|how (?:much|widely|strongly) (?:do|does|did) .{0,40} (?:vary|differ|scatter)|(?:price|prices?|cost|dollars?|money|paid|usd) per (?:mile|kilomet(?:er|re)|km|horsepower|hp)|how (?:spread out|scattered|dispersed|variable|volatile|widely spread)|regression|r ?squared|p[ -]values?|histogram|per capita)\b/;
/** How well cars keep their value is told of options and segments, and not of colours or trims. */
const RETENTION =
  /\b(?:(?:holds?|keeps?|retains?|loses?|lost|held|kept) (?:the |its |their |onto |on to )*(?:most |least )?(?:of (?:its |their ))?(?:value|worth)(?: (?:the )?(?:best|most|least|worst|better))|(?:loses?|depreciates?|depreciated) (?:the )?(?:most|least|fastest|slowest|quickest)|loses? (?:the )?(?:most|least))\b/;
/** `Spread` is a distance between two cars, or a statistic that has several. */
const SPREAD = /\b(?:price |mileage )?spreads? (?:of|in|for)\b|\bspread of (?:prices|mileages)\b/;

/** Reads the statistic of a text; the first rule that fits counts, and its words are taken out. */
export function readStatistic(text: string): ReadStatistic {
  const isOfRetention = RETENTION.test(text) && !/\b(?:options?|extras?)\b/.test(text);
  if (isOfRetention || (UNCLEAR.test(text) && !DEVIATION.test(text)))
    return { statistic: null, isStatisticUnclear: true, rest: text };
  for (const [pattern, read, taken = pattern] of RULES) {
    const match = pattern.exec(text);
    const statistic = match === null ? null : read(match, text);
    if (statistic === null) continue;
    const rest = without(text, taken);
    return { statistic, isStatisticUnclear: isShareOfMoney(statistic, rest), rest };
  }
  return { statistic: null, isStatisticUnclear: OPEN.test(text) || SPREAD.test(text), rest: text };
}

/** The share of a turnover is no share of cars, and nothing here computes it. */
function isShareOfMoney(statistic: NamedStatistic, rest: string): boolean {
  return statistic === 'sum' && /\b(?:shares?|percent(?:age)?|portion|proportion|fraction)\b/.test(rest);
}

function placed(noun: string): RegExp {
  return new RegExp(
    `\\b(?:(bottom|lowest|cheapest|first|1st)|(top|highest|dearest|priciest|last)|(\\d|10|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?:nd|rd|th)?) ${noun}\\b`,
  );
}

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];

/** The upper end of a decile or quintile, but the lower end of the last one: what one has to pay to be in it. */
function place([, low, high, nth]: RegExpExecArray, step: number): NamedStatistic | null {
  if (low !== undefined) return percentile(String(step));
  if (high !== undefined) return percentile(String(100 - step));
  const at = PLACES.indexOf(nth ?? '') + 1 || Number(nth);
  return at * step < 100 ? percentile(String(at * step)) : null;
}

/** The percentile below which a fraction lies, or above which it does. */
function cut(match: RegExpExecArray, text: string): NamedStatistic | null {
  const [, percent, part, whole, count, unit, other] = match;
  const parts = { quarter: 4, third: 3, fifth: 5, tenth: 10 };
  const share =
    percent !== undefined
      ? Number(percent) / 100
      : part !== undefined
        ? Number(part) / Number(whole)
        : count !== undefined
          ? Number(count) / (parts[unit?.replace(/s$/, '') as keyof typeof parts] ?? 4)
          : other === 'half'
            ? 0.5
            : 1 / 3;
  const isAbove = /\b(?:above|over|exceeds?|exceeded|exceeding|more than|beyond|surpass|dearer|or more)\b/.test(text);
  if (!isAbove && !/\b(?:below|under|beneath|less than|cheaper|or less|at most|within)\b/.test(text)) return null;
  return percentile(String(Math.round(10_000 * (isAbove ? 1 - share : share)) / 100));
}

function percentile(value: string | undefined): NamedStatistic | null {
  const percent = Number(value);
  return percent > 0 && percent < 100 ? `p${percent}` : null;
}
