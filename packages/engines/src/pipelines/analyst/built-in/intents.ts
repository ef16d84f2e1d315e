import { isSplit } from './split-bounds.ts';
import type { Reading } from './reading.ts';

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

const words = (source: string): RegExp => new RegExp(`\\b(?:${source})\\b`);

const DEFINITION = words(
  'mean by|define|definition(?: of)?|explain(?: to me)?(?: what| how| the term)?|what does .{2,40} mean|how do you (?:define|calculate|compute|measure|work out)|what do you mean|what is meant|meaning of|(?:is|are) .{2,40} (?:worked out|calculated|computed|defined)',
);
const TERM = words(
  'mix[ -]adjusted|median|interval|anomal(?:y|ies)|index|hedonic|prediction interval|confidence|backtest|skill|coverage|comparable|outlier|severity|retained value|naive',
);
const WHAT_IS_TERM =
  /\bwhat (?:is|are) (?:a |an |the )?(?:[\d%]+ )*(?:percent )?(?:mix[ -]adjusted|median price|interval|prediction interval|anomaly|anomalies|price index|index|hedonic|retained value|comparable sale|skill|severity|season|correlation|forecast|valuation)(?= (?:,|in|here|for you|exactly)|\s*$| ,)/;
const ACCURACY = words(
  'accura(?:te|cy)|inaccurate|track record|reliab(?:le|ility)|trust(?:worthy)?|how good (?:are|is|were)|how (?:often|well) (?:did|do|have|has|is|are|were|was)|how far off|hit rate|calibrat(?:ed|ion)|past (?:calls|predictions|forecasts)|how wrong|how right|error of your|forecast errors?|prediction errors?|your errors?|how precise|how good (?:have|has)|hold up|held up|live up',
);
const OWN_FORECAST = words('predictions?|forecasts?|intervals?|you|your|estimates?|valuations?|model');
const WATCH = words(
  'watch|alert me|notify me|let me know|keep an eye on|tell me when|tell me if|ping me|follow the|remind me|send me an? (?:alert|note)|keep me (?:posted|informed)|subscribe',
);
const WHAT_IF = words(
  'what (?:happens|would happen|if)|suppose|supposing|assum(?:e|ing)|imagine|scenario|rate (?:cuts?|hikes?|rises?|increases?)|twice as many|(?:if )?supply .{0,20}(?:falls?|rises?|drops?|grows?|doubles?|halves|shrinks?)|if (?:the )?(?:interest )?rates?|if (?:the )?(?:supply|offers|number of offers|listings|stock)|in case (?:rates|supply)',
);
const SHOCK = words('twice as many|rates?|interest|supply|offers|stock|listings|inventory|fed');
const CORRELATION = words(
  'correlat(?:e|es|ed|ion|ions)|move(?:s)? (?:with|together|in step|in line|alongside)|in step|in tandem|lead(?:s|ing)?|lag(?:s|ging)?|driv(?:e|es|ers?)|linked|link between|related|relationship between|co-?move|follow(?:s)? the|track(?:s)? (?:the|each)|closely .{0,40} track|depend(?:s)? on|(?:rise|fall|move) .{0,20}together|go hand in hand',
);
const SEASON = words(
  'season(?:s|al|ality)?|best (?:month|time|moment)|worst (?:month|time)|time of (?:the )?year|which month (?:is|should)|what month|in (?:summer|winter|spring|autumn|fall)|cheapest month|dearest month|when (?:is|are|should|do|does).{0,40}(?:buy|sell|cheap|cheapest|expensive)|(?:summer|winter|spring) (?:prices|premium)',
);
const OPTIONS_ASKED = words(
  '(?:which|what) (?:options?|extras?|boxes)|options? (?:to|should|would|for|are worth|list|list)|spec(?:ify|ced|s)?|(?:should|would) i (?:tick|order|spec|configure|add)|tick|configure|best options|spend .{0,40}(?:options|extras)|how (?:should|would) (?:i|you) spec',
);
const OPTION_WORTH = words(
  'raises?|increases?|boosts?|worth|value|add|adds|added|premium|resale|help|helps|pay(?:s)? (?:off|extra|more|back)|matter|matters|difference|bring back|get back|retain|retains|extra for|more for|more with',
);
const COMPARABLES = words(
  'resembles?|like[ -]for[ -]like|similar to|cars similar|alike|comps?|comparables?|comparable sales|similar (?:sales|cars|ones|examples)|most like|sales like|cars like|like mine|closest (?:sales|matches)|nearest sales|most similar',
);
const VALUE = words(
  'worth|value|valued|valuation|valuate|appraise|appraisal|fair price|should i (?:pay|ask|offer|list|charge)|price (?:my|this|a|it)|pay for|ask for|good price|how much (?:is|for|would|could)|estimate|what (?:could|can|would) i get|would .{0,30} (?:bring|fetch)|what is my',
);
const ANOMALY = words(
  'flags?|flagged|bad data|data issues?|anomal(?:y|ies|ous)|under ?valued|under ?priced|over ?valued|over ?priced|bargains?|steals?|(?:good|great|best) (?:deals?|buys?)|deals|priced? too (?:high|low|much|little)|too (?:expensive|cheap|dear)|mis ?priced|suspicious|suspect(?:ed)?|data (?:errors?|faults?|problems?|quality)|stand(?:s)? out|odd(?:ities)?|unusual|weird|fishy|rip ?offs?|outliers?|typos?|wrong price',
);
const PATH = words(
  'forecast path|path (?:over|of|for|ahead)|price path|month by month ahead|trajectory|path .{0,40}(?:coming|next|year)|how will .{0,40} develop|all horizons|every horizon',
);
const FUTURE = words(
  "price target|target price|will|shall|going to|gonna|forecasts?|predict(?:s|ed|ion|ions)?|project(?:ed|ion|ions)|expect(?:s|ed|ation)?|outlook|future|ahead|from now|'ll|headed|heading|where do you see|by next|come (?:spring|summer|fall|autumn|winter)",
);
const TREND = words(
  'trends?|trending|moved|moving|risen|rise|rising|rose|fallen|fall|falling|fell|drop(?:ped|ping)?|gone (?:up|down)|going (?:up|down)|climb(?:ed|ing)?|declin(?:e|ed|ing)|index|develop(?:ed|ment|ing)?|appreciat(?:e|ed|ing|ion)|depreciat(?:e|ed|ing|ion)|cool(?:ed|ing)|heat(?:ed|ing)|changed? (?:over|since|in)|how (?:have|has) .{0,40}(?:prices?|values?|market|done|performed|changed)|performance|performed|softening|up or down|soften(?:ed)?|holding|stable|price history|history',
);
const SHARE = words(
  'share|percent(?:age)?|fraction|proportion|what part|which part|how large a part|quota|portion|ratio of|how many (?:out of|in) (?:10|100|1000)|(?:out of|in) every (?:10|100)',
);
const RANK = words(
  '(?:which|what) (?:[a-z0-9-]+ ){0,5}(?:sold|sells?|sell|pays?|paid|shows?|dominates?|sees?|leads?|has|have|had|is|are|was|were|brought|brings?|commands?|fetch(?:ed|es)?|saw|got|did|makes? up|made up|accounts? for|counts?|holds?|tops?|comes?|represents?|appears?)|most (?:common|popular|frequent|often|sold)|best[ -]sell(?:er|ing)|(?:in )?(?:which|what) (?:month|year|state) (?:did|do|does|are|were|is|was)|least (?:common|popular)|top (?:model|color|state)',
);
const DIMENSION = words(
  'models?|generations?|gens?|trims?|variants?|colou?rs?|states?|regions?|months?|years?|makes?|brands?|bod(?:y|ies)|body styles?|model years?|gearbox(?:es)?',
);
const LIST = words(
  'show(?: me)?|list|give me|find(?: me)?|display|see|which (?:\\d+ )?(?:cars?|ones|listings?|offers?|sales?|examples?)|cheapest|dearest|most expensive|priciest|least expensive|lowest[ -]mile(?:s|age)?|highest[ -]mile(?:s|age)?|fewest miles|newest|latest|most recent|oldest|recent sales|last \\d+ (?:sales|[a-z0-9 ]+ sales)|top \\d+|lowest priced|highest priced|what were the last|any|most recently|sold for the (?:most|least)|went for the (?:most|least)',
);
const LIST_ORDER = words(
  'cheapest|dearest|most expensive|priciest|least expensive|lowest|highest|fewest|newest|latest|recent|recently|oldest|last|top|list|show|sold for the most|most money|for the most',
);
const COMPARE = words(
  'next to|beside|stack up|compare|compared?|comparison|versus|vs|against|dearer|cheaper|pricier|more expensive|less expensive|higher|lower|more than|less than|than|or|difference|differ|gap|side by side|both|spread between|between .{1,60} and',
);
/** Orders of a list that are no comparison though `or` and `more` stand in the text. */
const LIST_ALONE = /\b(?:show|list|top \d+|last \d+(?! (?:months?|years?|weeks?|days?)))\b/;
const COUNT = words(
  'tally|units sold|sold units|units of|how many|number of|count(?: of)?|how much (?:stock|supply|inventory)|amount of|quantity|total (?:sales|number)|sales (?:count|number|volume)|volume|how often (?:did|was|were).{0,40}(?:sell|sold)',
);
const MILES = words('driven|mileages?|odometers?|miles|mileage');
const PRICE = words(
  'price[sd]?|pricing|costs?|cost|shell out|set (?:me|you|one|us) back|fork out|part with|lay out|pony up|asking price|sell(?:s|ing)? for|sold for|go(?:es|ing)? for|went for|going rate|rate|bring(?:s)?|brought|fetch(?:es|ed)?|paid|pay|median|average|avg|mean|typical(?:ly)?|how much|asking|ask|asked|asks|cheap|expensive|dear|money|get for|got for|make[s]? at auction|hammer|change hands (?:for|at)|worth|value[sd]?|run(?:s)? (?:at|for)|trade[sd]? (?:at|for)',
);

/** Every word that some rule looks for, with its endings. */
export const INTENT_WORDS = new RegExp(
  `^(?:${[
    ...new Set(
      [
        ACCURACY,
        WATCH,
        WHAT_IF,
        CORRELATION,
        SEASON,
        OPTIONS_ASKED,
        OPTION_WORTH,
        COMPARABLES,
        VALUE,
        ANOMALY,
        PATH,
        FUTURE,
      ]
        .concat([TREND, SHARE, RANK, DIMENSION, LIST, LIST_ORDER, COMPARE, COUNT, MILES, PRICE])
        .flatMap(({ source }) => source.replaceAll('\\b', ' ').match(/[a-z]{4,}/g) ?? []),
    ),
  ].join('|')})(?:s|d|ed|ing|es|ly)?$`,
);

/** What each question wants, the more particular wish first. */
const RULES: readonly IntentRule[] = [
  {
    intent: 'definition',
    matches: ({ whole, mentions }) =>
      (DEFINITION.test(whole) && (TERM.test(whole) || mentions.length === 0)) ||
      (WHAT_IS_TERM.test(whole) && mentions.length === 0 && !/\bof (?!a )/.test(whole.replace(WHAT_IS_TERM, ''))),
  },
  { intent: 'watch', matches: ({ text }) => WATCH.test(text) && !ANOMALY.test(text) },
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
      OPTIONS_ASKED.test(text) &&
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
  { intent: 'share', matches: ({ text }) => SHARE.test(text) },
  {
    intent: 'compare',
    matches: (reading) =>
      (COMPARE.test(reading.text) ||
        isAskAgainstSold(reading.text) ||
        isSplit(reading.miles) ||
        isSplit(reading.price)) &&
      hasTwoSides(reading) &&
      !LIST_ALONE.test(reading.text),
  },
  {
    intent: 'rank',
    matches: ({ text, rest }) =>
      RANK.test(text) && DIMENSION.test(rest) && !/\bwhich (?:\d+ )?(?:cars?|ones?|listings?|offers?)\b/.test(text),
  },
  {
    intent: 'list',
    matches: ({ text }) =>
      LIST.test(text) &&
      LIST_ORDER.test(text) &&
      !COUNT.test(text) &&
      !/^ ?how much\b/.test(text) &&
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
      /\b(?:median|average|mean|typical|usual|how many|how much|how far|mileage|odometer)\b/.test(text),
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
  return intent === null && reading.statistic !== null ? 'price' : intent;
}

/** True where a share is asked for. */
export function asksShare(text: string): boolean {
  return SHARE.test(text);
}

/** `Is the asking price above its selling price` */
function isAskAgainstSold(text: string): boolean {
  return /\bask(?:ing|s|ed)?\b.*\b(?:above|below|over|under)\b.*\b(?:sold|selling|sale|paid)\b/.test(text);
}

function isFuture(text: string): boolean {
  return FUTURE.test(text.replace(/\bwill (?:do|suffice|be (?:fine|enough|ok))\b/g, ' '));
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
  optionCodes,
  isContrast,
  miles,
  price,
  text,
}: Reading): boolean {
  const pairs = [mentions, transmissions, bodies, colors, regions, sellerTypes, periods];
  return (
    (isContrast && optionCodes.length > 0) ||
    isSplit(miles) ||
    isSplit(price) ||
    pairs.some((list) => list.length >= 2) ||
    (/\bask(?:ing|s|ed)?\b/.test(text) && /\b(?:sold|selling|sale|hammer|paid)\b/.test(text))
  );
}
