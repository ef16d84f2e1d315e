import type { Fact } from '../../market/insight.ts';
import type { Measure, Measured, MetricFilter } from '../../market/ports/market-metrics.ts';
import {
  countFact,
  dateFact,
  type Evidence,
  nameFact,
  priceFact,
  rankFact,
  shareFact,
} from '../../narrate/fact-sheet.ts';
import { slot } from '../../narrate/slot.ts';
import { describeFilter } from './describe-filter.ts';

/** What is asked of a set of rows: how many, a figure of theirs, or which share of them has something more. */
export type Question = 'count' | 'share' | Measure;

/** One answer to a question about rows, ready to be said. */
export interface MeasuredAnswer {
  readonly facts: readonly Fact[];
  /** Unrounded; `null` where no row has the number. */
  readonly value: number | null;
  /** The value with its noun, as a slot, such as `a median price of {{...}}`. */
  readonly words: string;
  readonly n: number;
}

const MEASURE_WORDS: Readonly<Record<Measure, { readonly words: string; readonly formula: string }>> = {
  'median-price': { words: 'a median price of', formula: 'median of the prices' },
  'mean-price': { words: 'an average price of', formula: 'arithmetic mean of the prices' },
  'lowest-price': { words: 'a lowest price of', formula: 'smallest of the prices' },
  'highest-price': { words: 'a highest price of', formula: 'largest of the prices' },
  'median-miles': { words: 'a median mileage of', formula: 'median of the odometer readings in miles' },
  'mean-miles': { words: 'an average mileage of', formula: 'arithmetic mean of the odometer readings in miles' },
};

/** The facts of a measured set of rows under a prefix, and the words for its value. */
export function measuredAnswer(
  measured: Measured,
  options: {
    readonly prefix: string;
    readonly question: Exclude<Question, 'share'>;
    readonly rows: 'sales' | 'offers';
    readonly currency: string;
    readonly evidence?: Evidence;
  },
): MeasuredAnswer {
  const { prefix, question, rows, currency } = options;
  const noun = rows === 'sales' ? 'sale' : 'offer';
  const period =
    measured.firstDay === null || measured.lastDay === null
      ? {}
      : { period: { from: measured.firstDay, to: measured.lastDay } };
  const evidence = (formula: string): Evidence => ({ n: measured.count, formula, ...period, ...options.evidence });
  const count = countFact(`${prefix}.count`, {
    value: measured.count,
    noun,
    ...evidence(`number of ${noun}s that fit`),
  });
  if (question === 'count') {
    return { facts: [count], value: measured.count, words: slot(count.id, 'noun'), n: measured.count };
  }
  const value = measured.values[question] ?? null;
  if (value === null) return { facts: [count], value: null, words: slot(count.id, 'noun'), n: measured.count };
  const { words, formula } = MEASURE_WORDS[question];
  const fact = question.endsWith('miles')
    ? countFact(`${prefix}.value`, { value: Math.round(value), noun: 'mile', ...evidence(formula) })
    : priceFact(`${prefix}.value`, { value, currency, ...evidence(formula) });
  const format = question.endsWith('miles') ? 'noun' : 'full';
  // A superlative is a claim of its own: the figure is the first of all that were compared.
  const place =
    question === 'lowest-price' || question === 'highest-price'
      ? [rankFact(`${prefix}.place`, { value: 1, of: question.replace('-', ' '), ...evidence(formula) })]
      : [];
  return { facts: [count, fact, ...place], value, words: `${words} ${slot(fact.id, format)}`, n: measured.count };
}

/** The share of rows that also fit a narrower filter. */
export function shareAnswer(counts: {
  readonly prefix: string;
  readonly part: number;
  readonly whole: number;
  readonly noun: string;
}): MeasuredAnswer {
  const { prefix, part, whole, noun } = counts;
  const of = countFact(`${prefix}.whole`, {
    value: whole,
    noun,
    n: whole,
    formula: `number of ${noun}s that fit`,
    role: 'whole',
  });
  if (whole === 0) return { facts: [of], value: null, words: slot(of.id, 'noun'), n: 0 };
  const share = shareFact(`${prefix}.share`, {
    value: part / whole,
    n: whole,
    formula: `number of ${noun}s with the further property over the number of all that fit`,
  });
  return { facts: [of, share], value: part / whole, words: slot(share.id, 'percent'), n: whole };
}

/** The rows as a name, and the span of days they are from. */
export function subjectFacts(
  filter: MetricFilter,
  options: {
    readonly prefix: string;
    readonly currency: string;
    readonly n: number;
    readonly days?: { readonly from: string; readonly to: string } | null;
  },
): { readonly facts: readonly Fact[]; readonly name: string; readonly span: string } {
  const { prefix, currency, n, days = null } = options;
  const subject = nameFact(`${prefix}.subject`, {
    value: describeFilter(filter, { currency }),
    n,
    formula: 'the rows that were asked for',
  });
  if (days === null) return { facts: [subject], name: slot(subject.id, 'text'), span: '' };
  const from = dateFact(`${prefix}.from`, {
    value: days.from,
    n,
    formula: 'day of the first of the rows',
    role: 'start',
  });
  const to = dateFact(`${prefix}.to`, { value: days.to, n, formula: 'day of the last of the rows', role: 'end' });
  return {
    facts: [subject, from, to],
    name: slot(subject.id, 'text'),
    span: ` from ${slot(from.id, 'day')} to ${slot(to.id, 'day')}`,
  };
}
