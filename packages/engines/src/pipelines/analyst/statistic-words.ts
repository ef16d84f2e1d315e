import type { Fact, FactRole } from '../../market/insight.ts';
import { countFact, type Evidence, nameFact, priceFact, rankFact } from '../../narrate/fact-sheet.ts';
import { slot } from '../../narrate/slot.ts';
import { partsOf, type StatisticQuestion } from './statistic.ts';

interface Wording {
  /** The words, with `#1`, `#2` ... for the figures in their order. */
  readonly words: string;
  readonly formula: string;
  /** For each figure the words of which one has to stand in its clause; none for the second end of a range. */
  readonly own: readonly (readonly string[] | undefined)[];
  /** Roles of the figures where they are the ends of something. */
  readonly roles?: readonly FactRole[];
  /** Superlatives among the words: each is a claim of its own. */
  readonly places?: readonly ('lowest' | 'highest')[];
}

/** `@` stands for `price` or `mileage`, `@s` for `prices` or `odometer readings`. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  median: { words: 'a median @ of #1', formula: 'median of the @s', own: [['median']] },
  mean: { words: 'an average @ of #1', formula: 'arithmetic mean of the @s', own: [['average', 'mean']] },
  lowest: { words: 'a lowest @ of #1', formula: 'smallest of the @s', own: [['lowest']], places: ['lowest'] },
  highest: { words: 'a highest @ of #1', formula: 'largest of the @s', own: [['highest']], places: ['highest'] },
  sum: { words: 'a sum of @s of #1', formula: 'sum of the @s', own: [['sum', 'total']] },
  deviation: {
    words: 'a standard deviation of the @ of #1',
    formula: 'standard deviation of the @s, as of a sample (n - 1)',
    own: [['deviation']],
  },
  quartiles: {
    words: 'quartiles of the @ from #1 to #3 around a median of #2',
    formula: 'quartiles of the @s, linear between the values around (type 7)',
    own: [['quartiles'], ['median'], undefined],
    roles: ['lower', 'now', 'upper'],
  },
  'middle-half': {
    words: 'quartiles of the @ from #1 to #2',
    formula: 'quartiles of the @s, linear between the values around (type 7): half of all lie between them',
    own: [['quartiles'], undefined],
    roles: ['lower', 'upper'],
  },
  'interquartile-range': {
    words: 'an interquartile range of the @ of #1',
    formula: 'third quartile of the @s less the first',
    own: [['interquartile']],
  },
  range: {
    words: 'a lowest @ of #1 and a highest @ of #2',
    formula: 'smallest and largest of the @s',
    own: [['lowest'], ['highest']],
    places: ['lowest', 'highest'],
  },
  difference: {
    words: 'a difference of #1 between the lowest and the highest @',
    formula: 'largest of the @s less the smallest',
    own: [['difference']],
    places: ['lowest', 'highest'],
  },
};

/** The facts of a statistic under a prefix, and the words that tell it. */
export function statisticWords(
  question: StatisticQuestion,
  options: {
    readonly prefix: string;
    readonly values: readonly number[];
    readonly currency: string;
    readonly evidence: (formula: string) => Evidence;
  },
): { readonly facts: readonly Fact[]; readonly words: string } {
  const { prefix, values, currency, evidence } = options;
  const [statistic, measurand] = partsOf(question);
  const named = (text: string): string =>
    measurand === 'miles'
      ? text.replaceAll('@s', 'odometer readings').replaceAll('@', 'mileage')
      : text.replaceAll('@s', 'prices').replaceAll('@', 'price');
  const wording = WORDINGS[statistic] ?? percentileWording(prefix);
  const formula = named(wording.formula.replace('%', statistic.slice(1)));
  const figures = values.map((value, index) => {
    const id = values.length === 1 ? `${prefix}.value` : `${prefix}.value.${index + 1}`;
    const role = wording.roles?.[index];
    const own = wording.own[index];
    const about = {
      ...evidence(formula),
      ...(own === undefined ? {} : { words: own }),
      ...(role === undefined ? {} : { role }),
    };
    return measurand === 'miles'
      ? countFact(id, { value: Math.round(value), noun: 'mile', ...about })
      : priceFact(id, { value, currency, ...about });
  });
  const format = measurand === 'miles' ? 'noun' : 'full';
  const words = named(wording.words).replace(/#(\d)/g, (_, place: string) =>
    slot(figures[Number(place) - 1]?.id ?? '', format),
  );
  return { facts: [...figures, ...companions(question, { prefix, formula, evidence })], words };
}

/** A superlative is a claim of its own, and the number of a percentile is the name of what is told. */
function companions(
  question: StatisticQuestion,
  options: {
    readonly prefix: string;
    readonly formula: string;
    readonly evidence: (formula: string) => Evidence;
  },
): readonly Fact[] {
  const { prefix, formula, evidence } = options;
  const [statistic, measurand] = partsOf(question);
  const wording = WORDINGS[statistic];
  if (wording === undefined) {
    const value = `${ordinal(statistic.slice(1))} percentile`;
    return [nameFact(`${prefix}.percentile`, { value, ...evidence(formula) })];
  }
  const noun = measurand === 'miles' ? 'mileage' : 'price';
  const places = wording.places ?? [];
  return places.map((place) => {
    const id = places.length === 1 ? `${prefix}.place` : `${prefix}.place.${place}`;
    return rankFact(id, { value: 1, of: `${place} ${noun}`, ...evidence(formula) });
  });
}

function percentileWording(prefix: string): Wording {
  return {
    words: `a @ at the ${slot(`${prefix}.percentile`, 'text')} of #1`,
    formula: 'percentile % of the @s, linear between the values around (type 7)',
    own: [['percentile']],
  };
}

/** `90th`, `1st`, `2.5th`. */
function ordinal(percent: string): string {
  const last = /(?<!1)[123]$/.exec(percent)?.[0];
  const isWhole = !percent.includes('.');
  return `${percent}${isWhole && last !== undefined ? { 1: 'st', 2: 'nd', 3: 'rd' }[last] : 'th'}`;
}
