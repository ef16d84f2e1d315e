import { z } from 'zod';
import type { Measured, MetricFilter } from '../../../market/ports/market-metrics.ts';
import { comparisonFact } from '../../../narrate/fact-sheet.ts';
import { slot } from '../../../narrate/slot.ts';
import { defineTool, type ToolContext, type ToolResult } from '../analyst-tool.ts';
import { filterParameters, toMetricFilter } from '../filter-parameters.ts';
import { measuredAnswer, subjectFacts } from '../measure-facts.ts';
import { type FigureQuestion, figureParameter, measuresOf } from '../statistic.ts';
import { linkedRows } from './linked-rows.ts';

const sideParameters = z.strictObject({
  rows: z.enum(['sales', 'offers']).default('sales'),
  filter: filterParameters.default({}),
});

const parameters = z.strictObject({
  question: figureParameter.default('median-price'),
  left: sideParameters,
  right: sideParameters,
});

type Side = z.output<typeof sideParameters>;

/** One figure of two sets of rows side by side. */
export const compareTool = defineTool({
  name: 'compare',
  description: 'Sets one figure (median price, count, mileage ...) of two sets of sales or offers side by side.',
  parameters,
  async run({ question, left, right }, context): Promise<ToolResult> {
    const sides = await Promise.all([
      readSide(left, { prefix: 'left', question, context }),
      readSide(right, { prefix: 'right', question, context }),
    ]);
    const missing = sides.find(({ answer }) => answer.values.length === 0);
    if (missing !== undefined) {
      return {
        status: 'not-enough-data',
        reason: 'one of the two sides has no row with this figure, so that there is nothing to compare',
        found: missing.measured.count,
        needed: 1,
      };
    }
    const [one, other] = sides;
    const values = [...one.answer.values, ...other.answer.values];
    const n = one.answer.n + other.answer.n;
    // Figures that come in several, such as the ends of a range, have no ratio.
    const [first = 0, second = 0] = values.length === 2 ? values : [];
    const ratio = second > 0 ? first / second : null;
    const compared =
      ratio === null || !Number.isFinite(ratio)
        ? []
        : [comparisonFact('ratio', { value: ratio, n, formula: 'figure of the first over figure of the second' })];
    return {
      status: 'ok',
      facts: [...one.facts, ...other.facts, ...compared],
      headline: values,
      template:
        `${one.subject.name}${one.subject.span}: ${one.answer.words}${one.count}. ` +
        `${other.subject.name}${other.subject.span}: ${other.answer.words}${other.count}.` +
        (compared.length === 0 || ratio === 1 ? '' : ` The former is ${slot('ratio', 'times')} the latter.`),
      method:
        'The same figure of both sets of rows, as they were stored; no difference of age or mileage is taken out.',
      n,
      period: null,
      filter: one.filter,
      rows: [...one.rows, ...other.rows],
    };
  },
});

async function readSide(
  side: Side,
  options: {
    readonly prefix: string;
    readonly question: FigureQuestion;
    readonly context: ToolContext;
  },
) {
  const { prefix, question, context } = options;
  const filter: MetricFilter = toMetricFilter(side.filter);
  const { currency } = context.market;
  const scope = { rows: side.rows, market: context.market, asOf: context.asOf, filter };
  const [measured] = await context.stores.metrics.measure({
    ...scope,
    measures: measuresOf(question),
  });
  const found = measured as Measured;
  const answer = measuredAnswer(found, { prefix, question, rows: side.rows, currency });
  const days = found.firstDay === null || found.lastDay === null ? null : { from: found.firstDay, to: found.lastDay };
  const subject = subjectFacts(filter, { prefix, currency, n: found.count, days });
  return {
    measured: found,
    answer,
    subject,
    filter,
    facts: [...subject.facts, ...answer.facts],
    count: question === 'count' ? '' : `, on ${slot(`${prefix}.count`, 'noun')}`,
    rows: await linkedRows(scope, context),
  };
}
