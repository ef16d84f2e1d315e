import type { MetricFilter } from '../../../market/ports/market-metrics.ts';
import type { Period } from './read-period.ts';
import type { VehicleMention } from './read-vehicles.ts';
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
}

/** The first of everything that a question names. */
export function firstSide(reading: Reading): Side {
  return {
    mention: reading.mentions[0],
    transmission: reading.transmissions[0],
    body: reading.bodies[0],
    color: reading.colors[0],
    region: reading.regions[0],
    sellerType: reading.sellerTypes[0],
    period: reading.periods[0],
  };
}

/** The rows of a side as a filter, without the fields that nobody named. */
export function filterOf(
  side: Side,
  reading: Pick<Reading, 'miles' | 'price' | 'optionCodes'> & Partial<Pick<Reading, 'marks' | 'except'>>,
): MetricFilter {
  const { mention, transmission, body, color, region, sellerType, period } = side;
  const { optionCodes, miles, price, marks = [], except = {} } = reading;
  return {
    ...names(mention),
    ...(mention?.modelYear === undefined
      ? {}
      : { modelYear: { atLeast: mention.modelYear.from, atMost: mention.modelYear.to } }),
    ...(body === undefined ? {} : { body }),
    ...(transmission === undefined ? {} : { transmission }),
    ...(color === undefined ? {} : { color }),
    ...(region === undefined ? {} : { region }),
    ...(sellerType === undefined ? {} : { sellerType }),
    ...(optionCodes.length === 0 ? {} : { optionCodes }),
    ...(marks.length === 0 ? {} : { marks }),
    ...(Object.keys(except).length === 0 ? {} : { except }),
    ...(miles === undefined ? {} : { miles }),
    ...(price === undefined ? {} : { price }),
    ...(period === undefined || Object.keys(period).length === 0 ? {} : { days: period }),
  };
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
    /\b(?:ask(?:ing|s|ed)?(?: prices?)?|for sale|on sale|on offer|offers?|offered|listed|listings?|ads?|adverts?|on the market|available|in stock|inventory|advertised|up for)\b/.test(
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

/** The figure that a question is after. */
export function figureOf({ text, whole, statistic }: Pick<Reading, 'text' | 'whole' | 'statistic'>): StatisticQuestion {
  const isMean = /\b(?:average|avg|mean)\b/.test(text);
  const isMiles =
    /\b(?:mileages?|odometers?|miles|driven)\b/.test(whole) &&
    !/\b(?:prices?|costs?|sells? for|sold for|worth|go for|goes for|bring|fetch)\b/.test(whole);
  if (statistic !== null) return `${statistic}-${isMiles ? 'miles' : 'price'}`;
  if (isMiles)
    return isMean
      ? 'mean-miles'
      : /\b(?:highest|most|maximum|max)\b/.test(text)
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
  if (/\b(?:highest|dearest|top|record|maximum|max) (?:sale |sold |asking )?price\b/.test(text)) return 'highest-price';
  if (/\b(?:lowest|cheapest|minimum|min) (?:sale |sold |asking )?price\b/.test(text)) return 'lowest-price';
  return isMean ? 'mean-price' : 'median-price';
}
