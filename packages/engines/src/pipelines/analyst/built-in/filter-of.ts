import type { MetricAlternatives, MetricFilter } from '../../../market/ports/market-metrics.ts';
import type { Period } from './read-period.ts';
import type { VehicleMention } from './read-vehicles.ts';
import { alternativesOf } from './alternatives.ts';
import { partsOf, type StatisticQuestion } from '../statistic.ts';
import type { Reading } from './reading.ts';

/** Where each property of a side is taken from: by default the first of its kind. */
export interface Side {
  readonly mention?: VehicleMention | undefined;
  readonly transmission?: Reading['transmissions'][number] | undefined;
  readonly body?: Reading['bodies'][number] | undefined;
  readonly color?: string | undefined;
  readonly region?: string | undefined;
  readonly sellerType?: string | undefined;
  readonly period?: Period | undefined;
  readonly modelYear?: number | undefined;
  /** Values of which one has to hold, where a question names several of a kind. */
  readonly among?: MetricAlternatives | undefined;
}

/** What a question names: a value where there is one of its kind, else all of them as alternatives. */
export function firstSide(reading: Reading): Side {
  const { mention, among } = alternativesOf(reading);
  return {
    mention,
    transmission: only(reading.transmissions),
    body: only(reading.bodies),
    color: only(reading.colors),
    region: only(reading.regions),
    sellerType: only(reading.sellerTypes),
    period: reading.periods[0],
    among,
  };
}

function only<Value>(values: readonly Value[]): Value | undefined {
  return values.length === 1 ? values[0] : undefined;
}

/** The rows of a side as a filter, without the fields that nobody named. */
export function filterOf(
  side: Side,
  reading: Pick<Reading, 'miles' | 'price' | 'optionCodes'> & Partial<Pick<Reading, 'marks' | 'except' | 'modelYears'>>,
): MetricFilter {
  const { mention, transmission, body, color, region, sellerType, period } = side;
  const { optionCodes, miles, price, marks = [], except = {}, modelYears } = reading;
  const among = openAlternatives(side);
  const year = side.modelYear;
  return {
    ...names(mention),
    ...(year !== undefined
      ? { modelYear: { atLeast: year, atMost: year } }
      : mention?.modelYear === undefined
        ? modelYears === undefined
          ? {}
          : { modelYear: modelYears }
        : { modelYear: { atLeast: mention.modelYear.from, atMost: mention.modelYear.to } }),
    ...(body === undefined ? {} : { body }),
    ...(transmission === undefined ? {} : { transmission }),
    ...(color === undefined ? {} : { color }),
    ...(region === undefined ? {} : { region }),
    ...(sellerType === undefined ? {} : { sellerType }),
    ...(optionCodes.length === 0 ? {} : { optionCodes }),
    ...(marks.length === 0 ? {} : { marks }),
    ...(Object.keys(among).length === 0 ? {} : { among }),
    ...(Object.keys(except).length === 0 ? {} : { except }),
    ...(miles === undefined ? {} : { miles }),
    ...(price === undefined ? {} : { price }),
    ...(period === undefined || Object.keys(period).length === 0 ? {} : { days: period }),
  };
}

/** The alternatives of a side but for those of which it names one: a side of a comparison. */
function openAlternatives({ among = {}, mention, ...side }: Side): MetricAlternatives {
  const { makes, models, generations, trims, ...properties } = among;
  const { bodies, transmissions, colors, regions, sellerTypes } = properties;
  const open = {
    ...(mention?.make === undefined ? { makes } : {}),
    ...(mention?.model === undefined ? { models } : {}),
    ...(mention?.generation === undefined ? { generations } : {}),
    ...(mention?.trim === undefined ? { trims } : {}),
    ...(side.body === undefined ? { bodies } : {}),
    ...(side.transmission === undefined ? { transmissions } : {}),
    ...(side.color === undefined ? { colors } : {}),
    ...(side.region === undefined ? { regions } : {}),
    ...(side.sellerType === undefined ? { sellerTypes } : {}),
  };
  return Object.fromEntries(Object.entries(open).filter(([, values]) => values !== undefined)) as MetricAlternatives;
}

/** The names of a car, without those that nobody said. */
export function names(
  mention: VehicleMention | undefined,
): Pick<MetricFilter, 'make' | 'model' | 'generation' | 'trim'> {
  if (mention === undefined) return {};
  const { make, model, generation, trim } = mention;
  return {
    ...(make === undefined ? {} : { make }),
    ...(model === undefined ? {} : { model }),
    ...(generation === undefined ? {} : { generation }),
    ...(trim === undefined ? {} : { trim }),
  };
}

/** Offers where the words are of what is for sale, else sales. */
export function rowsOf(text: string): 'sales' | 'offers' {
  if (
    /\b(?:ask(?:ing|s|ed)?(?: prices?)?|you have got|you've got|you got|have you got|list(?:ing)? prices?|sticker(?: prices?)?|advertised|for sale|on sale|on offer|offers?|offered|listed|listings?|ads?|adverts?|on the market|available|in stock|inventory|advertised|up for)\b/.test(
      text,
    )
  )
    return 'offers';
  const isPresent = /\b(?:currently|right now|at the moment|today|now|active)\b/.test(text);
  return isPresent && !/\bsold|sales?|sell(?:s|ing)?|fetch|bring\b/.test(text) ? 'offers' : 'sales';
}

/** The figures that a question is after: the first, and those that are asked for beside it. */
export function figuresAsked(reading: Pick<Reading, 'text' | 'whole' | 'statistic'>): {
  readonly question: StatisticQuestion;
  readonly also?: readonly StatisticQuestion[];
} {
  const question = figureOf(reading);
  const { text, statistic } = reading;
  const isBoth = /\bmedian\b/.test(text) && /\b(?:average|avg|mean)\b/.test(text) && / (?:and|&|,|plus) /.test(text);
  const [, measurand] = partsOf(question);
  if (!isBoth || statistic !== null) {
    const everyday = statistic === null ? null : everydayBeside(text);
    return everyday === null ? { question } : { question, also: [`${everyday}-${measurand}`] };
  }
  const isMeanFirst = text.search(/\b(?:average|avg|mean)\b/) < text.search(/\bmedian\b/);
  return isMeanFirst
    ? { question: `mean-${measurand}`, also: [`median-${measurand}`] }
    : { question: `median-${measurand}`, also: [`mean-${measurand}`] };
}

/** `The standard deviation and the mean`: an everyday figure named beside another statistic. */
function everydayBeside(text: string): 'mean' | 'median' | null {
  if (/\b(?:and|plus|with) (?:also )?(?:the )?(?:average|avg|mean)\b/.test(text)) return 'mean';
  return /\b(?:and|plus|with) (?:also )?(?:the )?median\b/.test(text) ? 'median' : null;
}

/** A record that is told by its price: `cheapest 996 Turbo ever sold`. */
const SOMEBODY =
  '(?:ever|(?:anyone|anybody|someone|somebody|people|buyers?) (?:has |have |had )?(?:ever )?(?:got|paid|pays?|bought|picked|snagged|gave|spent))';
const EVER_CHEAPEST = new RegExp(`\\b(?:cheapest|least expensive|lowest)\\b.*\\b${SOMEBODY}\\b`);
const EVER_DEAREST = new RegExp(`\\b(?:dearest|priciest|most expensive|highest)\\b.*\\b${SOMEBODY}\\b`);

/** True where a question is after the price of a record and not after the row: nothing in it asks to be shown one. */
export function asksRecordPrice(text: string): boolean {
  return (
    (EVER_CHEAPEST.test(text) || EVER_DEAREST.test(text)) &&
    !/\b(?:show|list|find|give|which|see|display|top|ones|cars|sales)\b|\b\d{1,2} (?:most|least|cheapest|dearest|priciest)\b/.test(
      text,
    )
  );
}

/** The figure that a question is after. */
export function figureOf({ text, whole, statistic }: Pick<Reading, 'text' | 'whole' | 'statistic'>): StatisticQuestion {
  const isMean = /\b(?:average|avg|mean)\b/.test(text);
  const isMiles =
    /\b(?:mileages?|odometers?|miles|driven)\b/.test(whole) &&
    !/\b(?:prices?|costs?|sells? for|sold for|worth|go for|goes for|bring|fetch)\b/.test(whole);
  if (statistic !== null) return `${statistic}-${isMiles ? 'miles' : 'price'}`;
  if (isMiles)
    return /\bmedian\b/.test(text)
      ? 'median-miles'
      : isMean
        ? 'mean-miles'
        : /\b(?:highest|most|maximum|max|top)\b/.test(text)
          ? 'highest-miles'
          : /\b(?:lowest|fewest|least|minimum|min)\b/.test(text)
            ? 'lowest-miles'
            : 'median-miles';
  if (
    /\bmost (?:that )?(?:anyone|anybody|someone|people|ever)\b.*\bpa(?:id|y)\b|\bhow much\b.*\b(?:dearest|priciest|most expensive)\b/.test(
      text,
    )
  ) {
    return 'highest-price';
  }
  if (
    /\bleast (?:that )?(?:anyone|anybody|someone|people|ever)\b.*\bpa(?:id|y)\b|\bhow much\b.*\b(?:cheapest|least expensive)\b/.test(
      text,
    )
  ) {
    return 'lowest-price';
  }
  if (/\bhow low\b|\bat (?:the|its|their) (?:very )?lowest\b/.test(text)) return 'lowest-price';
  if (/\bhow high\b|\bat (?:the|its|their) (?:very )?highest\b/.test(text)) return 'highest-price';
  if (EVER_CHEAPEST.test(text)) return 'lowest-price';
  if (EVER_DEAREST.test(text)) return 'highest-price';
  if (/\b(?:highest|dearest|top|record|maximum|max) (?:sale |sold |asking )?price\b/.test(text)) return 'highest-price';
  if (/\b(?:lowest|cheapest|minimum|min) (?:sale |sold |asking )?price\b/.test(text)) return 'lowest-price';
  return isMean ? 'mean-price' : 'median-price';
}
