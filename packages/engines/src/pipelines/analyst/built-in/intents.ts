import {
  ACCURACY,
  ANOMALY,
  COMPARABLES,
  COMPARE,
  CORRELATION,
  COUNT,
  DEFINITION,
  DIMENSION,
  FUTURE,
  LIST,
  LIST_ALONE,
  LIST_ORDER,
  MILES,
  OPTIONS_ASKED,
  OPTION_WORTH,
  OWN_FORECAST,
  PATH,
  PRICE,
  RANK,
  SEASON,
  SHARE,
  SHOCK,
  TERM,
  TREND,
  VALUE,
  WATCH,
  WHAT_IF,
  WHAT_IS_TERM,
} from './intent-patterns.ts';
import { asksRecordPrice } from './filter-of.ts';
import { isSplit } from './split-bounds.ts';
import type { Reading } from './reading.ts';

/** `Any white Cayennes for sale` wants to see them. */
const ANY_OFFERED =
  /^ ?(?:(?:are|is) there |do you (?:have|know of) |have you got |got )?any\b.*\b(?:for sale|on sale|on offer|listed|available|on the market|in stock)\b/;
/** `Do you have manual 992s`, `any Caymans in Oregon`, `where can I find a cheap Boxster`: cars that are wanted. */
const CARS_WANTED =
  /^ ?(?:(?:is there (?:an?|any|some)|are there)\b|which (?:cars|ones|sales|listings|offers)\b|which (?:[a-z0-9.-]+ ){1,4}(?:have been|has been|were|are) (?:recently |currently )?(?:listed|sold|offered|for sale|on offer)\b|do you have\b|have you got\b|got any\b|any\b|(?:where|how) can i (?:find|buy|get)\b|what (?:[a-z0-9.-]+ ){0,3}(?:can|could) i (?:get|buy|afford)\b|(?:find|get|search)(?: me)?(?: for)? (?:an?|some|any)\b|(?:i am|im|i m) (?:looking|searching|hunting) for\b|looking for an?\b|i (?:want|need)(?: to buy)? an?\b|i would like to buy\b)/;
/** `Is $120,000 too much for a 991.1 GT3`: where a price stands among those of such cars. */
const PRICE_PLACED =
  /\bis \$?\d{4,}(?: dollars| usd)? (?:[a-z]+ ){0,3}(?:too|fair|cheap|expensive|good|reasonable|steep|lot|much|high|low|ok|okay|market|right|great|bad|decent|normal|typical|realistic)\b/;

/** Of models where nothing else is named. */
const BEST_SELLER = /\b(?:best|top|worst)[ -]sell(?:er|ers|ing)\b|\bmost (?:popular|common|sold)\b/;
/** `What did the last 964 sell for`: a row and no figure of many. */
const LAST_SALE =
  /\b(?:the )?(?:last|latest|most recent) (?:[a-z0-9.-]+ )+(?:sell|sells|sold|go|went|fetch|fetched|bring|brought|sale|sales price|change hands|changed hands)\b/;

/** What a question wants. */
export type Intent =
  | 'definition'
  | 'accuracy'
  | 'watch'
  | 'what-if'
  | 'correlation'
  | 'seasonality'
  | 'best-options'
  | 'option-value'
  | 'comparables'
  | 'value'
  | 'anomalies'
  | 'forecast-path'
  | 'predict'
  | 'trend'
  | 'share'
  | 'price-placed'
  | 'rank'
  | 'list'
  | 'compare'
  | 'count'
  | 'miles'
  | 'price';

interface IntentRule {
  readonly intent: Intent;
  readonly matches: (reading: Reading) => boolean;
}

/** What each question wants, the more particular wish first. */
const RULES: readonly IntentRule[] = [
  {
    intent: 'definition',
    matches: ({ whole, mentions }) =>
      (DEFINITION.test(whole) && (TERM.test(whole) || mentions.length === 0)) ||
      (WHAT_IS_TERM.test(whole) &&
        mentions.length === 0 &&
        !/\b(?:listings?|offers?|sales|sold|cars|across|among|current|overall)\b/.test(whole) &&
        !/\bof (?!a )/.test(whole.replace(WHAT_IS_TERM, ''))),
  },
  {
    intent: 'watch',
    matches: ({ text, mentions }) => WATCH.test(text) && !ANOMALY.test(text) && !followsAnother(text, mentions),
  },
  { intent: 'what-if', matches: ({ text }) => WHAT_IF.test(text) && SHOCK.test(text) },
  {
    intent: 'accuracy',
    matches: ({ text }) => ACCURACY.test(text) && (OWN_FORECAST.test(text) || /accura|track record/.test(text)),
  },
  {
    intent: 'correlation',
    matches: ({ text, mentions }) =>
      CORRELATION.test(text) &&
      mentions.length > 0 &&
      !SHARE.test(text) &&
      !/\b(?:time of (?:the )?year|season)/.test(text),
  },
  {
    intent: 'seasonality',
    matches: ({ text, mentions }) =>
      SEASON.test(text) &&
      !/\b(?:most|fewest|least|more|fewer)\b.*\b(?:sell|sold|sales|offers)\b/.test(text) &&
      (mentions.length > 0 || /season/.test(text)),
  },
  {
    intent: 'best-options',
    matches: ({ text, optionCodes, mentions, budget }) =>
      mentions.length > 0 &&
      optionCodes.length === 0 &&
      (OPTIONS_ASKED.test(text) || (budget !== undefined && /\b(?:options?|extras)\b/.test(text))) &&
      (/\boptions?|extras?|spec|tick|configure|boxes/.test(text) || budget !== undefined),
  },
  {
    intent: 'option-value',
    matches: ({ text, optionCodes, mileage, mentions }) =>
      optionCodes.length > 0 &&
      mileage === undefined &&
      OPTION_WORTH.test(text) &&
      !/\bsell for|sold|how many|go for|went for\b/.test(text) &&
      mentions.every(({ modelYear }) => modelYear === undefined),
  },
  { intent: 'comparables', matches: ({ text, mentions }) => COMPARABLES.test(text) && mentions.length > 0 },
  {
    intent: 'value',
    matches: ({ text, mentions, mileage }) =>
      mentions.length === 1 &&
      mentions[0]?.modelYear !== undefined &&
      mentions[0].modelYear.from === mentions[0].modelYear.to &&
      (VALUE.test(text) || mileage !== undefined) &&
      !isFuture(text) &&
      !/\bsold|sales|how many|median|average|typical/.test(text),
  },
  {
    // `What is a 996 worth`: one car, of which only the year and the miles can tell.
    intent: 'value',
    matches: ({ text, mentions, modelYears, colors, bodies, transmissions, regions, optionCodes, miles, price }) =>
      mentions.length === 1 &&
      modelYears === undefined &&
      mentions[0]?.modelYear === undefined &&
      mentions[0]?.unclearModels.length === 0 &&
      miles === undefined &&
      price === undefined &&
      [colors, bodies, transmissions, regions, optionCodes].every((list) => list.length === 0) &&
      /\b(?:what is|whats|how much is|what(?: would|will| might|) be) (?:a|an|my|the value of (?:a|an|my)) (?!.*\b(?:median|average|mean|typical|usual|usually|typically|sold|sales|going)\b).*(?:\bworth\b|$)/.test(
        text,
      ) &&
      /\bworth\b|\bvalue of (?:a|an|my)\b/.test(text),
  },
  {
    intent: 'price-placed',
    matches: ({ text, mentions, mileage }) =>
      PRICE_PLACED.test(text) && mentions.length === 1 && mentions[0]?.model !== undefined && mileage === undefined,
  },
  {
    intent: 'list',
    matches: ({ text, mentions, statistic }) =>
      LAST_SALE.test(text) &&
      mentions.length === 1 &&
      statistic === null &&
      !COUNT.test(text) &&
      !/\b(?:months?|years?|weeks?|days?|quarters?|average|mean|median|typical)\b/.test(text),
  },
  { intent: 'anomalies', matches: ({ text }) => ANOMALY.test(text) },
  { intent: 'forecast-path', matches: ({ text }) => PATH.test(text) },
  {
    intent: 'predict',
    matches: (reading) =>
      isFuture(reading.text) ||
      (reading.horizon !== null &&
        reading.periods.length === 0 &&
        /\b(?:in|over|next|coming|out|within)\b/.test(reading.text) &&
        PRICE.test(reading.text)),
  },
  { intent: 'share', matches: ({ text }) => SHARE.test(text) && !/\bratio of .* to\b/.test(text) },
  {
    intent: 'compare',
    matches: (reading) =>
      (COMPARE.test(reading.text) ||
        contrastedProperty(reading) !== null ||
        setsApart(reading) ||
        isAskAgainstSold(reading.text) ||
        isSplit(reading.miles) ||
        isSplit(reading.price)) &&
      hasTwoSides(reading) &&
      !LIST_ALONE.test(reading.text),
  },
  {
    intent: 'rank',
    matches: ({ text, rest, mentions }) =>
      RANK.test(text) &&
      (DIMENSION.test(rest) || (BEST_SELLER.test(text) && mentions.every(({ model }) => model === undefined))) &&
      !/\bwhich (?:\d+ )?(?:cars?|ones?|listings?|offers?)\b/.test(text),
  },
  {
    intent: 'list',
    matches: ({ text, ...reading }) =>
      !asksRecordPrice(text) &&
      (LIST.test(text) || CARS_WANTED.test(text)) &&
      (LIST_ORDER.test(text) ||
        ANY_OFFERED.test(text) ||
        (CARS_WANTED.test(text) &&
          (reading.mentions.length > 0 ||
            reading.price !== undefined ||
            reading.colors.length + reading.bodies.length > 0))) &&
      !COUNT.test(text) &&
      !/^ ?how much\b/.test(text) &&
      !/\b(?:lowest|highest|top|fewest|most) (?:mileage|miles|odometer(?: reading)?) (?:on (?!sale|offer)|of|for (?!sale)|among|in (?!(?:19|20)\d\d)|ever\b)/.test(
        text,
      ) &&
      !/\b(?:median|average|typical|trend|index)\b|\b(?:cheapest|lowest|highest|dearest|top) (?:asking |sale |sold )?price\b|^ ?what (?:is|was) the (?:highest|lowest|maximum|minimum|most) (?:mileage|miles|odometer)/.test(
        text,
      ),
  },
  { intent: 'trend', matches: ({ text }) => TREND.test(text) && !COUNT.test(text) },
  {
    intent: 'count',
    matches: ({ text }) => COUNT.test(text) || /^ (?:sales|offers|listings) (?:of|for|in)\b/.test(text),
  },
  {
    intent: 'miles',
    matches: ({ text }) =>
      MILES.test(text) &&
      /\b(?:lowest|highest|top|fewest|most|median|average|mean|typical|usual|how many|how much|how far|mileage|odometer)\b/.test(
        text,
      ),
  },
  { intent: 'price', matches: ({ text }) => PRICE.test(text) },
];

/** Wishes that a statistic may be part of; with any other it is a wish of its own. */
const WITH_STATISTIC: ReadonlySet<Intent> = new Set(['definition', 'compare', 'rank']);

/** The wish of a question; `null` where none is found. `miles` comes before `count`: `how many miles` counts no cars. */
export function intentOf(reading: Reading): Intent | null {
  if (/\bhow many miles\b/.test(reading.text)) return 'miles';
  const rules = reading.statistic === null ? RULES : RULES.filter(({ intent }) => WITH_STATISTIC.has(intent));
  const intent = rules.find(({ matches }) => matches(reading))?.intent ?? null;
  if (intent !== null) return intent;
  if (reading.statistic !== null) return 'price';
  // `911s between 50k and 60k`: cars of which bounds are all that is said.
  const isBounded = reading.price !== undefined || reading.miles !== undefined;
  return isBounded && reading.mentions.length === 1 && reading.mentions[0]?.model !== undefined ? 'list' : null;
}

/** True where a share is asked for. */
export function asksShare(text: string): boolean {
  return SHARE.test(text);
}

/**
 * `GT3 or GT3 RS?`, `prices of red and black ones`: two cars or years joined by a little word are set side by side, and so
 * are two properties joined by `and`. A number of cars is one number, and `blue or green` is either.
 */
function setsApart(reading: Reading): boolean {
  const { text, mentions, periods } = reading;
  if (
    /\b(?:more|fewer|less|rather)\b.*\bor\b|\bor\b.*\b(?:more|less|fewer|higher|lower|better)\b/.test(text) ||
    (periods.length >= 2 && !SHARE.test(text))
  )
    return true;
  if (COUNT.test(text) || SHARE.test(text) || isPooled(text, reading)) return false;
  return (mentions.length >= 2 && /\bor\b/.test(text)) || /\band\b/.test(text);
}

/**
 * `The mean price of green Boxsters and Caymans` is one price of cars that share a property; their `prices` are two, and so
 * is what is asked in words of comparison.
 */
function isPooled(text: string, { mentions, colors, bodies, transmissions }: Reading): boolean {
  return (
    mentions.length > 1 &&
    [...colors, ...bodies, ...transmissions].length === 1 &&
    /\b(?:median|average|avg|mean|typical) (?:(?:sale|sold|asking|selling) )?(?:price|mileage|odometer)\b/.test(text) &&
    !COMPARE.test(text)
  );
}

/** `Is the asking price above its selling price` */
function isAskAgainstSold(text: string): boolean {
  return /\bask(?:ing|s|ed)?\b.*\b(?:above|below|over|under)\b.*\b(?:sold|selling|sale|paid)\b/.test(text);
}

/** `Does the Cayenne follow the Macan` is of two markets, and nothing to watch. */
function followsAnother(text: string, mentions: Reading['mentions']): boolean {
  return mentions.length > 1 && /\b(?:do|does|did|will|would|how|whether|if) .*\bfollow/.test(text);
}

function isFuture(text: string): boolean {
  // `Where have prices been heading` looks back.
  if (/\b(?:has|have|had)\b.{0,60}\bbeen\b/.test(text) && !/\b(?:will|shall|next|from now)\b/.test(text)) return false;
  // `What should I expect to pay` is of today.
  const isOfToday =
    /\b(?:should|can|could|would|might) (?:i|one|we|people|a buyer|buyers) expect\b(?!.*\b(?:next|from (?:now|today)|in \d|by|ahead)\b)/;
  const said = text.replace(/\bwill (?:do|suffice|be (?:fine|enough|ok))\b/g, ' ').replace(isOfToday, ' ');
  return FUTURE.test(said);
}

/** True where something of the question comes twice, so that there are two sides. */
export function hasTwoSides({
  mentions,
  transmissions,
  bodies,
  colors,
  regions,
  sellerTypes,
  periods,
  modelYearPair,
  optionCodes,
  isContrast,
  miles,
  price,
  text,
}: Reading): boolean {
  const pairs = [modelYearPair ?? [], mentions, transmissions, bodies, colors, regions, sellerTypes, periods];
  return (
    contrastedProperty({ text, transmissions, bodies, colors, regions, sellerTypes, mentions, periods }) !== null ||
    (isContrast && optionCodes.length > 0) ||
    isSplit(miles) ||
    isSplit(price) ||
    pairs.some((list) => list.length >= 2) ||
    (/\bask(?:ing|s|ed)?\b/.test(text) && /\b(?:sold|selling|sale|hammer|paid)\b/.test(text))
  );
}

const PROPERTIES = ['transmissions', 'bodies', 'colors', 'sellerTypes', 'regions'] as const;
/** `Do red cars sell for less`, `how much more is a manual`, `are cabriolets dearer`: against all that are otherwise. */
const SET_AGAINST_REST =
  /^(?!.*\b(?:how many|number of|which|what share|most|than)\b).*\b(?:do|does|did|are|is|how much|any|carry|fetch|bring|get|command|worth)\b.*\b(?:more|less|cheaper|dearer|pricier|higher|lower|premium|discount|worth it)\b(?! (?:than )?\$?\d)/;

/** The only property that a question of more or less names; what is otherwise is the other side. `null` where there is none. */
export function contrastedProperty(
  reading: Pick<Reading, (typeof PROPERTIES)[number] | 'text' | 'mentions' | 'periods'>,
): (typeof PROPERTIES)[number] | null {
  const named = PROPERTIES.filter((property) => reading[property].length > 0);
  const [only] = named;
  if (only === undefined || named.length > 1 || reading[only].length > 1) return null;
  if (reading.mentions.length > 1 || reading.periods.length > 1) return null;
  return SET_AGAINST_REST.test(reading.text) ? only : null;
}
