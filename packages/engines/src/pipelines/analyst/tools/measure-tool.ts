import { z } from 'zod';
import type { Measured, MetricScope } from '../../../market/ports/market-metrics.ts';
import { defineTool, type ToolAnswer, type ToolContext, type ToolResult } from '../analyst-tool.ts';
import type { Fact } from '../../../market/insight.ts';
import { slot } from '../../../narrate/slot.ts';
import { filterParameters, toMetricFilter } from '../filter-parameters.ts';
import { measuredAnswer, shareAnswer, subjectFacts } from '../measure-facts.ts';
import { type FigureQuestion, figureParameter, measuresOf } from '../statistic.ts';
import { linkedRows } from './linked-rows.ts';

const METHODS = {
  sales: 'Counted and measured over the finished sales on record, as they were stored.',
  offers: 'Counted and measured over the offers that run today, at their asking prices.',
} as const;

/** More groups than any property has. */
const ALL_GROUPS = 10_000;

const parameters = z.strictObject({
  rows: z.enum(['sales', 'offers']).default('sales'),
  question: z.union([z.literal('share'), figureParameter]),
  also: z
    .array(figureParameter)
    .max(3)
    .default([])
    .describe('Further figures of the same rows, such as the mean beside the median.'),
  filter: filterParameters.default({}),
  shareOf: filterParameters
    .optional()
    .describe('For `share` only: the property whose share is asked for, on top of `filter`.'),
});

/** How many, for how much, with how many miles, and which share: figures of the rows that a question means. */
export const measureTool = defineTool({
  name: 'measure',
  description:
    'Counts sales or offers, or gives a statistic of their prices or mileages (median, mean, sum, percentile, quartiles, range, standard deviation), or the share of them with a property.',
  parameters,
  async run(question, context): Promise<ToolResult> {
    const filter = toMetricFilter(question.filter);
    const scope: MetricScope = { rows: question.rows, market: context.market, asOf: context.asOf, filter };
    return question.question === 'share'
      ? share(scope, question.shareOf ?? {}, context)
      : figures(scope, [question.question, ...question.also], context);
  },
});

async function figures(
  scope: MetricScope,
  questions: readonly FigureQuestion[],
  context: ToolContext,
): Promise<ToolAnswer> {
  const { filter = {}, rows } = scope;
  const { currency } = context.market;
  const measures = [...new Set(questions.flatMap(measuresOf))];
  const [measured] = await context.stores.metrics.measure({ ...scope, measures });
  const found = measured as Measured;
  const answers = questions.map((question, index) =>
    measuredAnswer(found, { prefix: index === 0 ? 'answer' : `answer.${index + 1}`, question, rows, currency }),
  );
  const days = daysOf(found);
  const subject = subjectFacts(filter, { prefix: 'answer', currency, n: found.count, days });
  const isComplete = answers.every(({ values }) => values.length > 0);
  const count = questions.includes('count') ? '' : `, on {{fact:answer.count|noun}}`;
  const verb = rows === 'sales' ? 'sold' : 'on offer';
  const words = answers.map((answer) => answer.words).join('; ');
  const template =
    found.count === 0
      ? `${subject.name}: ${slot('answer.count', 'noun')}.`
      : !isComplete
        ? `${subject.name}: ${slot('answer.count', 'noun')}, too few of which have this figure.`
        : questions[0] === 'count'
          ? `${subject.name}: ${words}${subject.span}.`
          : `${subject.name}, ${verb}${subject.span}: ${words}${count}.`;
  return {
    status: 'ok',
    facts: [...subject.facts, ...uniqueFacts(answers.flatMap(({ facts }) => facts))],
    headline: isComplete ? answers.flatMap(({ values }) => values) : [found.count],
    template,
    method: METHODS[rows],
    n: found.count,
    period: days,
    filter,
    rows: await linkedRows(scope, context),
  };
}

function uniqueFacts(facts: readonly Fact[]): readonly Fact[] {
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
}

async function share(
  scope: MetricScope,
  further: z.output<typeof filterParameters>,
  context: ToolContext,
): Promise<ToolAnswer> {
  const { filter = {}, rows } = scope;
  const { currency } = context.market;
  const narrower = { ...filter, ...toMetricFilter(further) };
  const [[whole], [part], silent] = await Promise.all([
    context.stores.metrics.measure(scope),
    context.stores.metrics.measure({ ...scope, filter: narrower }),
    silentRows(scope, { further, context }),
  ]);
  const n = (whole?.count ?? 0) - silent;
  const answer = shareAnswer({
    prefix: 'answer',
    part: part?.count ?? 0,
    whole: n,
    noun: rows === 'sales' ? 'sale' : 'offer',
  });
  const days = whole === undefined ? null : daysOf(whole);
  const wide = subjectFacts(filter, { prefix: 'answer', currency, n, days });
  const narrow = subjectFacts(narrower, { prefix: 'part', currency, n: part?.count ?? 0 });
  return {
    status: 'ok',
    facts: [...wide.facts, ...narrow.facts, ...answer.facts],
    headline: answer.values,
    template:
      answer.values.length === 0
        ? `${wide.name}: ${answer.words}.`
        : `${narrow.name}: ${answer.words} of {{fact:answer.whole|noun}} of ${wide.name}${wide.span}.`,
    method: METHODS[rows],
    n,
    period: days,
    filter: narrower,
    rows: await linkedRows({ ...scope, filter: narrower }, context),
  };
}

/** Dimensions of the properties that a row may leave open. */
const DIMENSIONS = {
  transmission: 'transmission',
  body: 'body',
  color: 'color',
  region: 'region',
  sellerType: 'seller-type',
  generation: 'generation',
  trim: 'trim',
} as const;

/** Lists of alternatives by the property that they are of. */
const SINGULAR: Readonly<Record<string, string>> = {
  transmissions: 'transmission',
  bodies: 'body',
  colors: 'color',
  regions: 'region',
  sellerTypes: 'sellerType',
  generations: 'generation',
  trims: 'trim',
};

/** Rows that do not say the property whose share is asked for: they are part of neither side. */
async function silentRows(
  scope: MetricScope,
  options: { readonly further: z.output<typeof filterParameters>; readonly context: ToolContext },
): Promise<number> {
  const { further, context } = options;
  // `Silver or gray` is one property too.
  const { among = {}, ...single } = further;
  const [key, ...others] = [...Object.keys(single), ...Object.keys(among).map((list) => SINGULAR[list] ?? list)];
  const by = others.length > 0 ? undefined : DIMENSIONS[key as keyof typeof DIMENSIONS];
  if (by === undefined) return 0;
  const groups = await context.stores.metrics.measure({ ...scope, by, limit: ALL_GROUPS });
  return groups.find(({ group }) => group === null)?.count ?? 0;
}

function daysOf({ firstDay, lastDay }: Measured): ToolAnswer['period'] {
  return firstDay === null || lastDay === null ? null : { from: firstDay, to: lastDay };
}
