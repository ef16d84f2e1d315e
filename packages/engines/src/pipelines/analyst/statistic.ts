import { z } from 'zod';
import type { Measurand, Measure, PercentileMeasure } from '../../market/ports/market-metrics.ts';
import { PERCENTILE_MEASURE } from '../../market/percentile-measure.ts';

/** Statistics that people ask for by name, beside any percentile. Two of them have several figures. */
const STATISTICS = [
  'median',
  'mean',
  'lowest',
  'highest',
  'sum',
  'deviation',
  'quartiles',
  'middle-half',
  'interquartile-range',
  'range',
  'difference',
] as const;

/** What is asked of the numbers of rows, such as `quartiles-price` or `p90-miles`. */
export type StatisticQuestion = `${(typeof STATISTICS)[number]}-${Measurand}` | PercentileMeasure;

const NAMED = STATISTICS.flatMap((statistic) => [`${statistic}-price`, `${statistic}-miles`] as const);

/** A percentile as an argument: 0 and 100 are the lowest and the highest. */
const percentile = z
  .string()
  .regex(PERCENTILE_MEASURE)
  .refine((text) => Number.parseFloat(text.slice(1)) > 0)
  .describe('A percentile such as p90-price or p25-miles.') as unknown as z.ZodType<PercentileMeasure>;

/** A statistic of rows as an argument. */
export const statisticParameter = z.union([z.enum(NAMED), percentile]);

/** How many, or a statistic. */
export const figureParameter = z.union([z.literal('count'), statisticParameter]);

/** A figure of rows: how many there are, or a statistic of their numbers. */
export type FigureQuestion = 'count' | StatisticQuestion;

/** The measures that a figure is put together from; none for a count. */
export function measuresOf(question: FigureQuestion): readonly Measure[] {
  if (question === 'count') return [];
  const [statistic, measurand] = partsOf(question);
  switch (statistic) {
    case 'quartiles':
      return [`p25-${measurand}`, `median-${measurand}`, `p75-${measurand}`];
    case 'middle-half':
    case 'interquartile-range':
      return [`p25-${measurand}`, `p75-${measurand}`];
    case 'range':
    case 'difference':
      return [`lowest-${measurand}`, `highest-${measurand}`];
    default:
      return [question as Measure];
  }
}

/** The figures of a statistic, in the order in which they are told, from its measures; `null` where one is missing. */
export function figuresOf(
  question: StatisticQuestion,
  values: Readonly<Partial<Record<Measure, number | null>>>,
): readonly number[] | null {
  const found = measuresOf(question).map((measure) => values[measure] ?? null);
  if (found.some((value) => value === null)) return null;
  const numbers = found as readonly number[];
  const [statistic] = partsOf(question);
  return statistic === 'interquartile-range' || statistic === 'difference'
    ? [(numbers[1] ?? 0) - (numbers[0] ?? 0)]
    : numbers;
}

/** The name of the statistic and the number of a row that it is of. */
export function partsOf(question: StatisticQuestion): readonly [string, Measurand] {
  const measurand = question.endsWith('-miles') ? 'miles' : 'price';
  return [question.slice(0, -measurand.length - 1), measurand];
}
