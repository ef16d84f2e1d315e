import type { Call, OpenQuestion } from './call.ts';
import type { TimeHorizon } from '../../../market/price-prediction.ts';
import { figureOf, figuresAsked, filterOf, firstSide, names, rowsOf, type Side } from './filter-of.ts';
import { anomalyArguments } from './anomaly-arguments.ts';
import { contrastedProperty, type Intent } from './intents.ts';
import { shareCall } from './share-call.ts';
import type { Reading } from './reading.ts';
import type { StatisticQuestion } from '../statistic.ts';
import { isSplit } from './split-bounds.ts';

/** The call that a question with this wish comes to. */
export function callOf(intent: Intent, reading: Reading): Call | OpenQuestion {
  const { text } = reading;
  const side = firstSide(reading);
  const filter = filterOf(side, reading);
  const rows = rowsOf(text);
  const isOpen = side.mention?.model === undefined && (side.mention?.trim !== undefined || !OF_ALL.test(reading.whole));
  switch (intent) {
    case 'definition':
      return { tool: 'definition', arguments: { term: termOf(reading.whole) } };
    case 'accuracy':
      return { tool: 'accuracy', arguments: { ...names(side.mention), ...horizonOf(reading) } };
    case 'watch':
      return side.mention === undefined ? { open: 'car' } : { tool: 'watch', arguments: { ...names(side.mention) } };
    case 'what-if':
      return isOpen
        ? { open: 'car' }
        : {
            tool: 'what_if',
            arguments: { ...names(side.mention), horizon: reading.horizon ?? '3m', ...shockOf(text) },
          };
    case 'correlation':
      return { tool: 'correlation', arguments: { segments: reading.mentions.map(names) } };
    case 'seasonality':
      return isOpen ? { open: 'car' } : { tool: 'seasonality', arguments: names(side.mention) };
    case 'best-options':
      return side.mention === undefined
        ? { open: 'car' }
        : {
            tool: 'best_options',
            arguments: {
              ...names(side.mention),
              ...(reading.budget === undefined && reading.price === undefined
                ? {}
                : { budget: reading.budget ?? reading.price?.below ?? reading.price?.atMost }),
            },
          };
    case 'option-value':
      return side.mention === undefined
        ? { open: 'car' }
        : { tool: 'option_value', arguments: { option: reading.optionCodes[0], ...names(side.mention) } };
    case 'comparables':
    case 'value':
      return carCall(intent, reading);
    case 'anomalies':
      return { tool: 'anomalies', arguments: anomalyArguments(reading) };
    case 'forecast-path':
      return isOpen ? { open: 'car' } : { tool: 'forecast_path', arguments: names(side.mention) };
    case 'predict':
      return isOpen
        ? { open: 'car' }
        : { tool: 'predict', arguments: { ...names(side.mention), horizons: horizonsOf(reading.horizon) } };
    case 'trend':
      return isOpen ? { open: 'car' } : { tool: 'trend', arguments: names(side.mention) };
    case 'price-placed':
      return {
        tool: 'measure',
        arguments: { rows, question: 'share', filter, shareOf: { price: { below: priceIn(reading.rest) } } },
      };
    case 'share':
      return shareCall(reading);
    case 'rank':
      return rankCall(reading);
    case 'list':
      return listCall(reading);
    case 'compare':
      return compareCall(reading);
    case 'count':
      return { tool: 'measure', arguments: { rows, question: 'count', filter: filterOf(ofAnyModel(side), reading) } };
    case 'miles':
    case 'price':
      return { tool: 'measure', arguments: { rows, ...figuresAsked(reading), filter } };
  }
}

/** Words for the market as a whole, whose index and forecast there are too. */
const OF_ALL =
  /\b(?:prices|the market|market|values|porsches?|cars|everything|overall|the index|cabriolets?|convertibles?|coupes?|rates?)\b/;

function priceIn(text: string): number {
  return Number(/\b\$?(\d{4,})\b/.exec(text)?.[1] ?? Number.NaN);
}

/** A trim that several models have is counted over all of them: only prices of one model say something. */
function ofAnyModel(side: Side): Side {
  if (side.mention?.isModelGuessed !== true) return side;
  const { model: _guessed, ...mention } = side.mention;
  return { ...side, mention };
}

/** The horizons of a question; three months where it does not say. */
export function horizonsOf(horizon: TimeHorizon | null): readonly TimeHorizon[] {
  return [horizon ?? '3m'];
}

function horizonOf({ horizon }: Reading): { readonly horizon?: TimeHorizon } {
  return horizon === null ? {} : { horizon };
}

function carCall(tool: 'comparables' | 'value', reading: Reading): Call | OpenQuestion {
  const { mention, transmission, color } = firstSide(reading);
  if (mention?.model === undefined) return { open: 'car' };
  if (mention.modelYear === undefined && (tool === 'value' || mention.trim === undefined))
    return { open: 'model-year' };
  return {
    tool,
    arguments: {
      ...names(mention),
      ...(mention.modelYear === undefined ? {} : { modelYear: mention.modelYear.to }),
      ...(reading.mileage === undefined ? {} : { mileage: reading.mileage }),
      ...(transmission === undefined ? {} : { transmission }),
      ...(color === undefined ? {} : { color }),
      optionCodes: reading.optionCodes,
    },
  };
}

export function shockOf(text: string): Readonly<Record<string, number>> {
  const isDown = /\b(?:drop|fall|fell|cut|lower|down|decrease|decline|shrink|halve[sd]?|less|fewer)\w*\b/.test(text);
  const sign = isDown ? -1 : 1;
  if (
    /\b(?:supply|offers|stock|listings|inventory|twice as many|came to market|on the market|for sale|on offer)\b/.test(
      text,
    )
  ) {
    const percent = /(\d+(?:\.\d+)?) ?(?:%|percent)/.exec(text);
    if (/\bdoubl(?:e[sd]?|ing)|twice\b/.test(text)) return { supplyChange: 1 };
    if (/\btriple[sd]?\b/.test(text)) return { supplyChange: 2 };
    if (/\bhalve[sd]?|half\b/.test(text)) return { supplyChange: -0.5 };
    return { supplyChange: sign * (percent === null ? 0.1 : Number(percent[1]) / 100) };
  }
  const points = /(\d+(?:\.\d+)?) ?(?:percentage )?(?:%|percent|points?|pp|basis points|bps?)/.exec(text);
  const size = points === null ? 1 : Number(points[1]) / (/basis points|bps?/.test(points[0]) ? 100 : 1);
  return { ratePoints: sign * size };
}

const DIMENSIONS: readonly (readonly [RegExp, string])[] = [
  [/\bmodel years?\b/, 'model-year'],
  [/\b(?:generations?|gens?)\b/, 'generation'],
  [/\b(?:trims?|variants?|versions?)\b/, 'trim'],
  [/\bcolou?rs?\b/, 'color'],
  [/\b(?:states?|regions?)\b/, 'region'],
  [/\bmonths?\b/, 'month'],
  [/\b(?:makes?|brands?)\b/, 'make'],
  [/\bbod(?:y|ies)(?: styles?)?\b/, 'body'],
  [/\b(?:gearbox(?:es)?|transmissions?)\b/, 'transmission'],
  [/\b(?:sellers?|seller types?)\b/, 'seller-type'],
  [/\bmodels?\b/, 'model'],
  [/\byears?\b/, 'year'],
];

/** What a rank by a property does not narrow it to. */
const OWN_SIDE: Readonly<Record<string, Partial<Side>>> = {
  color: { color: undefined },
  region: { region: undefined },
  body: { body: undefined },
  transmission: { transmission: undefined },
  'seller-type': { sellerType: undefined },
};

function rankCall(reading: Reading): Call {
  const { text, rest } = reading;
  const by = DIMENSIONS.find(([pattern]) => pattern.test(rest))?.[1] ?? 'model';
  const isFigure =
    /\b(?:affect|influence|matter|impact|depends?|costs?|paid|(?:sells?|sold|goes|go) for|brings?|brought|fetch(?:es|ed)?|price[sd]?|expensive|dear(?:est)?|cheap(?:est)?|median|average|mean|mileage|value[sd]?|priciest)\b/.test(
      text,
    );
  const isBreakdown =
    /\b(?:each|every|rank|breakdown|break down|distribution|split up|across|affect|influence|matter|impact|depends?|var(?:y|ies)|differs?)\b/.test(
      text,
    ) ||
    (/\b(?:by|per)\b/.test(text) &&
      !/\b(?:most|least|highest|lowest|best|worst|which|top|dearest|cheapest)\b/.test(text));
  const asked =
    /\b(?:top|first|which) (\d{1,2})\b/.exec(text)?.[1] ??
    /\b(\d{1,2}) (?:most|least|best|top|highest|lowest|cheapest|dearest|priciest|biggest|largest|smallest|worst|(?:[a-z0-9.-]+ ){0,2}(?:models|generations|trims|variants|colou?rs|states|regions|months|years|makes|brands|bodies))\b/.exec(
      text,
    )?.[1];
  return {
    tool: 'rank',
    arguments: {
      rows: rowsOf(text),
      by,
      question: isFigure || reading.statistic !== null ? rankFigure(reading) : 'count',
      direction: /\b(?:lowest|least|fewest|cheapest|worst|slowest|smallest|bottom|rarest|scarcest)\b/.test(text)
        ? 'lowest'
        : 'highest',
      // `Is white the most common colour`: of all colours.
      filter: filterOf({ ...firstSide(reading), ...OWN_SIDE[by] }, reading),
      limit: asked === undefined ? (isBreakdown ? 10 : 1) : Math.min(10, Number(asked)),
      tellsFigure:
        /\bhow (?:many|much)\b|\bat what\b|\band (?:the|its|their) (?:number|count|median|average|price)\b/.test(text),
    },
  };
}

/** One figure by which groups are put in order: a range is as wide as the difference of its ends. */
function rankFigure({ text, whole, statistic }: Reading): StatisticQuestion {
  const single = statistic === 'range' || statistic === 'middle-half' || statistic === 'quartiles';
  const named = single ? (statistic === 'range' ? 'difference' : 'interquartile-range') : statistic;
  return figureOf({ text: text.replace(/\b(?:highest|lowest)\b/g, ''), whole, statistic: named });
}

function listCall(reading: Reading): Call {
  const { text } = reading;
  const isSales =
    /\bsold|sales?|sell for|went for|fetched|hammer|brought|paid\b/.test(text) && !/\b(?:for|on) sale\b/.test(text);
  const isOfLast =
    /\b(?:last|latest|most recent|newest)\b/.test(text) &&
    !/\b(?:cheapest|expensive|dearest|priciest|lowest|highest)\b/.test(text);
  const order = isOfLast
    ? 'day'
    : /\b(?:cheapest|dearest|expensive|priciest|lowest[ -]price|highest[ -]price|most money|sold for the most|for the most|costliest|for the least|cheap|affordable|inexpensive|prices?)\b|\b(?:biggest|largest|record) (?:sales?|deals?|results?)\b|\btop (?:\d+ )?(?:sales|cars|deals|transactions|auctions|results)\b/.test(
          text,
        )
      ? 'price'
      : /\b(?:lowest|highest|fewest|most|least|top|lower|higher)\b.*\b(?:miles|mileage)\b|\bby (?:miles|mileage)\b|\b(?:low|high)[ -](?:mileage|miles?)\b/.test(
            text,
          )
        ? 'miles'
        : 'day';
  const isAscending =
    /\b(?:low[ -]mile(?:age|s)?|cheapest|cheap|affordable|inexpensive|least expensive|lowest|fewest|oldest|for the least)\b/.test(
      text,
    );
  const asked =
    /\b(?:top|last|first|the|me|which|latest|newest|cheapest|list|show|give|find|display|see) (\d{1,2})\b/.exec(
      text,
    )?.[1] ??
    /\b(\d{1,2}) (?:cheapest|dearest|priciest|costliest|oldest|best|fewest|most|least|newest|latest|lowest|highest|(?:[a-z0-9.-]+ ){0,4}(?:cars|sales|offers|listings))\b/.exec(
      text,
    )?.[1];
  const isOne =
    (/\b(?:last|latest|most recent) (?!\d)(?:[a-z0-9.-]+ )*(?:sell|sold|go|went|sale|fetch|bring)\b/.test(text) &&
      !/\b(?:sales|listings|offers|ones|cars)\b/.test(text)) ||
    (/\bwhich (?!\d)(?:[a-z0-9.-]+ )+?(?:sold|went|fetched|has|is)\b.*\b(?:the most|the least|fewest|lowest|highest|cheapest|dearest)\b/.test(
      text,
    ) &&
      !/\bwhich (?:cars|ones|listings|offers|sales)\b/.test(text)) ||
    (/\bthe (?:single )?(?:cheapest|dearest|newest|latest|most expensive|priciest|least expensive|lowest[ -]mileage|oldest)\b/.test(
      text,
    ) &&
      !/\b(?:listings|offers|sales|ones|cars)\b|s (?:are |were |have been )?(?:currently |now )?(?:on offer|for sale|listed|sold)\b/.test(
        text,
      ));
  return {
    tool: 'list',
    arguments: {
      rows: isSales ? 'sales' : 'offers',
      order,
      direction: isAscending ? 'ascending' : 'descending',
      filter: filterOf(firstSide(reading), reading),
      limit:
        asked === undefined
          ? isOne
            ? 1
            : /\b(?:all|every)\b/.test(text)
              ? 20
              : 5
          : Math.min(20, Math.max(1, Number(asked))),
    },
  };
}

function compareCall(reading: Reading): Call | OpenQuestion {
  const { text, mentions, transmissions, bodies, colors, regions, sellerTypes, periods } = reading;
  const base = firstSide(reading);
  const isCount =
    /\b(?:how many|number of|count|more (?:[a-z0-9.-]+ )*(?:sold|sell|sales|offers|listings|on the market|on offer|for sale)|sales volume|sells? (?:more|most|fewer|better|best)|ratio of|sales (?:of|for|in)(?! .*\b(?:price|priced|prices|cost|expensive|cheap|cheaper|worth|median|average|mean|typical)\b)|sold more|more often)\b/.test(
      text,
    ) ||
    /\b(?:were|was|are|is) (?:there )?more\b(?! (?:expensive|costly|valuable|pricey|dear|affordable|economical|worth))/.test(
      text,
    );
  const question = isCount && reading.statistic === null ? 'count' : figureOf(reading);
  const rows = rowsOf(text);
  const pick = (change: (place: 0 | 1) => Side) =>
    ([0, 1] as const).map((place) => ({ rows, filter: filterOf({ ...base, ...change(place) }, reading) }));
  const { optionCodes, except, miles, price } = reading;
  const bound = isSplit(miles) ? 'miles' : isSplit(price) ? 'price' : null;
  if (reading.isContrast && optionCodes.length > 0) {
    const filter = filterOf(base, { ...reading, optionCodes: [] });
    const right = { rows, filter: { ...filter, except: { ...except, optionCodes } } };
    return { tool: 'compare', arguments: { question, left: { rows, filter: { ...filter, optionCodes } }, right } };
  }
  if (bound !== null) {
    const { below, above } = reading[bound] ?? {};
    const low = { rows, filter: { ...filterOf(base, reading), [bound]: { below } } };
    const high = { rows, filter: { ...filterOf(base, reading), [bound]: { above } } };
    const isLowFirst = text.indexOf(String(below)) <= text.indexOf(String(above));
    const [left, right] = isLowFirst ? [low, high] : [high, low];
    return { tool: 'compare', arguments: { question, left, right } };
  }
  const contrasted = contrastedProperty(reading);
  if (contrasted !== null) {
    const [field, value] = {
      transmissions: ['transmission', reading.transmissions],
      bodies: ['body', reading.bodies],
      colors: ['color', reading.colors],
      sellerTypes: ['sellerType', reading.sellerTypes],
      regions: ['region', reading.regions],
    }[contrasted] as [keyof Side, readonly string[]];
    const others = filterOf(
      { ...base, [field]: undefined },
      { ...reading, except: { ...except, [contrasted]: value } },
    );
    const left = { rows, filter: filterOf(base, reading) };
    return { tool: 'compare', arguments: { question, left, right: { rows, filter: others } } };
  }
  // What comes in pairs is told apart side by side: `a manual 991 against an automatic 992`.
  const { modelYearPair } = reading;
  const hasPair = [modelYearPair ?? [], mentions, transmissions, bodies, colors, regions, sellerTypes, periods].some(
    ({ length }) => length === 2,
  );
  const sides = hasPair
    ? pick((place) => ({
        ...(mentions.length === 2 ? { mention: mentions[place] } : {}),
        ...(transmissions.length === 2 ? { transmission: transmissions[place] } : {}),
        ...(bodies.length === 2 ? { body: bodies[place] } : {}),
        ...(colors.length === 2 ? { color: colors[place] } : {}),
        ...(regions.length === 2 ? { region: regions[place] } : {}),
        ...(sellerTypes.length === 2 ? { sellerType: sellerTypes[place] } : {}),
        ...(modelYearPair === undefined ? {} : { modelYear: modelYearPair[place] }),
        ...(periods.length === 2 ? { period: periods[place] } : {}),
      }))
    : mentions.length > 2
      ? []
      : askedAgainstSold(reading);
  const [left, right] = sides;
  if (left === undefined || right === undefined) return { open: 'sides' };
  return { tool: 'compare', arguments: { question, left, right } };
}

/** Asking prices of today beside what was paid in the period. */
function askedAgainstSold(reading: Reading) {
  const base = firstSide(reading);
  const offers = { rows: 'offers' as const, filter: filterOf({ ...base, period: undefined }, reading) };
  const sales = { rows: 'sales' as const, filter: filterOf(base, reading) };
  const asksFirst = reading.text.search(/\bask/) <= reading.text.search(/\b(?:sold|selling|sale|hammer|paid)\b/);
  return asksFirst ? [offers, sales] : [sales, offers];
}

const TERMS: readonly (readonly [RegExp, string])[] = [
  [/(?:under|over) ?(?:valued|priced)|bargain/, 'anomaly'],
  [/mix[ -]adjusted|price index|\bindex\b|hedonic/, 'mix-adjusted index'],
  [/inter ?-?quartile|\biqr\b/, 'interquartile range'],
  [/quartile/, 'quartile'],
  [/percentile|centile/, 'percentile'],
  [/standard deviation|std/, 'standard deviation'],
  [/median/, 'median price'],
  [/interval|confidence|coverage/, 'interval'],
  [/anomal|outlier/, 'anomaly'],
  [/backtest|skill|naive/, 'skill'],
  [/comparable|comps/, 'comparable sale'],
  [/severity/, 'severity'],
  [/retained/, 'retained value'],
  [/season/, 'season'],
  [/correlat/, 'correlation'],
  [/forecast|predict/, 'forecast'],
  [/valu/, 'valuation'],
];

function termOf(text: string): string {
  return TERMS.find(([pattern]) => pattern.test(text))?.[1] ?? text.trim().slice(0, 60);
}
