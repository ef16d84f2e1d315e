import { z } from 'zod';
import { dateFact, nameFact } from '../../../narrate/fact-sheet.ts';
import { slot } from '../../../narrate/slot.ts';
import { defineTool, type ToolResult } from '../analyst-tool.ts';
import { filterParameters, toMetricFilter } from '../filter-parameters.ts';
import { measuredAnswer, subjectFacts } from '../measure-facts.ts';
import { figureParameter, figuresOf, measuresOf } from '../statistic.ts';

const DIMENSIONS = [
  'make',
  'model',
  'generation',
  'trim',
  'body',
  'transmission',
  'color',
  'region',
  'seller-type',
  'model-year',
  'month',
  'year',
] as const;

/** More groups than any dimension has that people ask for. */
const ALL_GROUPS = 500;

const parameters = z.strictObject({
  rows: z.enum(['sales', 'offers']).default('sales'),
  by: z.enum(DIMENSIONS),
  question: figureParameter.default('count'),
  direction: z.enum(['highest', 'lowest']).default('highest'),
  filter: filterParameters.default({}),
  limit: z.int().min(1).max(10).default(1),
  tellsFigure: z.boolean().default(false).describe('True where the figure is asked for beside the name.'),
});

/** Which model, colour, month ... has most, or the highest or lowest figure. */
export const rankTool = defineTool({
  name: 'rank',
  description: 'Which model, generation, color, state, month ... has the most sales or offers, or the highest figure.',
  parameters,
  async run({ rows, by, question, direction, filter: given, limit, tellsFigure }, context): Promise<ToolResult> {
    const filter = toMetricFilter(given);
    const { currency } = context.market;
    const groups = await context.stores.metrics.measure({
      rows,
      market: context.market,
      asOf: context.asOf,
      filter,
      by,
      measures: measuresOf(question),
      limit: ALL_GROUPS,
    });
    const sign = direction === 'highest' ? -1 : 1;
    const named = groups
      .filter(({ group }) => group !== null)
      .map((group) => ({
        group,
        value: question === 'count' ? group.count : (figuresOf(question, group.values)?.at(0) ?? null),
      }))
      .filter((entry): entry is typeof entry & { readonly value: number } => entry.value !== null)
      .sort((left, right) => sign * (left.value - right.value) || (left.group.group! < right.group.group! ? -1 : 1))
      .slice(0, limit);
    if (named.length === 0) {
      return { status: 'not-enough-data', reason: 'no row fits that says this', found: 0, needed: 1 };
    }
    const n = groups.reduce((sum, { count }) => sum + count, 0);
    const subject = subjectFacts(filter, { prefix: 'answer', currency, n });
    const places = named.map(({ group }, index) => {
      const prefix = `group.${index + 1}`;
      const answer = measuredAnswer(group, { prefix, question, rows, currency });
      const evidence = { n: group.count, formula: `value of ${by} that the rows share` };
      const value = String(group.group);
      const name =
        by === 'month'
          ? dateFact(`${prefix}.name`, { value, ...evidence })
          : nameFact(`${prefix}.name`, { value, ...evidence });
      return {
        facts: [name, ...answer.facts],
        words: `${slot(name.id, by === 'month' ? 'month' : 'text')} with ${answer.words}`,
      };
    });
    return {
      status: 'ok',
      facts: [...subject.facts, ...places.flatMap(({ facts }) => facts)],
      headline: named.flatMap(({ group, value }) => [String(group.group), ...(tellsFigure ? [value] : [])]),
      template: `${subject.name}: ${places.map(({ words }) => words).join('; ')}.`,
      method: `Rows in groups by ${by.replace('-', ' ')}; rows that do not say it are left out.`,
      n,
      period: null,
      filter,
      rows: [],
    };
  },
});
