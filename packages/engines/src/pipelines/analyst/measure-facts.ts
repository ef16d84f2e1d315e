import type { Fact } from '../../market/insight.ts';
import type { Measured, MetricFilter } from '../../market/ports/market-metrics.ts';
import { countFact, dateFact, type Evidence, nameFact, shareFact } from '../../narrate/fact-sheet.ts';
import { slot } from '../../narrate/slot.ts';
import { describeFilter } from './describe-filter.ts';
import { type FigureQuestion, figuresOf } from './statistic.ts';
import { statisticWords } from './statistic-words.ts';

/** One answer to a question about rows, ready to be said. */
export interface MeasuredAnswer {
  readonly facts: readonly Fact[];
  /** Unrounded and in the order in which they are told; empty where no row has the number. */
  readonly values: readonly number[];
  /** The figures with their nouns, as slots, such as `a median price of {{...}}`. */
  readonly words: string;
  readonly n: number;
}

/** The facts of a measured set of rows under a prefix, and the words for its figures. */
export function measuredAnswer(
  measured: Measured,
  options: {
    readonly prefix: string;
    readonly question: FigureQuestion;
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
    return { facts: [count], values: [measured.count], words: slot(count.id, 'noun'), n: measured.count };
  }
  const values = figuresOf(question, measured.values);
  if (values === null) return { facts: [count], values: [], words: slot(count.id, 'noun'), n: measured.count };
  const said = statisticWords(question, { prefix, values, currency, evidence });
  return { facts: [count, ...said.facts], values, words: said.words, n: measured.count };
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
  if (whole === 0) return { facts: [of], values: [], words: slot(of.id, 'noun'), n: 0 };
  const share = shareFact(`${prefix}.share`, {
    value: part / whole,
    n: whole,
    formula: `number of ${noun}s with the further property over the number of all that fit`,
  });
  return { facts: [of, share], values: [part / whole], words: slot(share.id, 'percent'), n: whole };
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
