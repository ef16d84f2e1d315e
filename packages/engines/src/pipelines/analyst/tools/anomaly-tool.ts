import { z } from 'zod';
import { anomalySentence } from '../../../insights/anomaly-passage.ts';
import { segmentOf, slug } from '../../../market/segment.ts';
import type { Anomaly } from '../../../market/anomaly.ts';
import { countFact, nameFact } from '../../../narrate/fact-sheet.ts';
import { slot } from '../../../narrate/slot.ts';
import { isPriceJudgedIn } from '../../market-rows.ts';
import type { Fact } from '../../../market/insight.ts';
import { matchesRow } from '../../../market/memory/match-row.ts';
import type { MetricFilter, MetricScope } from '../../../market/ports/market-metrics.ts';
import { defineTool, type ToolAnswer, type ToolContext, type ToolResult } from '../analyst-tool.ts';
import { describeFilter } from '../describe-filter.ts';
import { filterParameters, toMetricFilter } from '../filter-parameters.ts';
import { shareAnswer, subjectFacts } from '../measure-facts.ts';

const ALL = 1_000_000;
const METHOD =
  'Offers whose price lies outside what the fitted market expects, in units of how far such prices spread.';

const TYPE_WORDS = {
  undervalued: 'listings priced below what is expected',
  overvalued: 'listings priced above what is expected',
  unusual_options: 'listings with unusual options',
  data_quality: 'listings with a suspected error in their data',
} as const;

const CAUSE_WORDS = {
  scam: 'listings priced in the pattern of a scam',
  stale_listing: 'listings on offer for unusually long',
  duplicate: 'listings of a car that is on offer twice',
  relisted: 'listings of a car that was on offer before',
} as const;

const nameParameter = z.string().trim().max(60).optional();
const typeParameter = z.enum(['undervalued', 'overvalued', 'unusual_options', 'data_quality']).optional();

const parameters = z.strictObject({
  answer: z.enum(['count', 'list', 'share']).default('list'),
  type: typeParameter,
  cause: z.enum(['scam', 'stale_listing', 'duplicate', 'relisted']).optional(),
  severity: z.enum(['low', 'medium', 'high', 'critical']).optional(),
  make: nameParameter,
  model: nameParameter,
  generation: nameParameter,
  trim: nameParameter,
  of: z
    .enum(['offers', 'anomalies'])
    .default('offers')
    .describe('For a share: of the running offers, or of the open anomalies of the same cars.'),
  against: z
    .strictObject({
      type: typeParameter,
      make: nameParameter,
      model: nameParameter,
      generation: nameParameter,
      trim: nameParameter,
    })
    .optional()
    .describe('For a count: other anomalies whose count is set beside.'),
  filter: filterParameters.default({}).describe('Further properties of the listings.'),
  limit: z.int().min(1).max(20).default(5),
});

/** Which open offers stand out, and how many there are. */
export const anomalyTool = defineTool({
  name: 'anomalies',
  description:
    'Counts or lists the open anomalies (bargains, overpriced offers, suspected data errors), or tells which share of the offers they are.',
  parameters,
  async run(question, context): Promise<ToolResult> {
    const filter = toMetricFilter(question.filter);
    const found = await openAnomalies(question, { filter, context });
    const { fitting, name, count } = found;
    if (question.answer === 'share') {
      return question.of === 'anomalies'
        ? shareOfAnomalies(found, { question, filter, context })
        : shareOfOffers(fitting, { question, filter, context, name });
    }
    const other =
      question.against === undefined || question.answer !== 'count'
        ? null
        : await openAnomalies(
            { ...question.against, severity: question.severity },
            { filter, context, prefix: 'other' },
          );
    const shown = question.answer === 'count' ? [] : fitting.slice(0, question.limit);
    const sentences = shown.map((anomaly, index) => anomalySentence(anomaly, { prefix: `anomaly.${index + 1}` }));
    const sides = other === null ? [found] : [found, other];
    return {
      status: 'ok',
      facts: [...sides.flatMap((side) => [side.name, side.count]), ...sentences.flatMap(({ facts }) => facts)],
      headline:
        question.answer === 'count'
          ? sides.map((side) => side.fitting.length)
          : shown.map(({ listingId }) => listingId),
      template: [
        ...sides.map((side) => `${slot(side.name.id, 'text')}: ${slot(side.count.id, 'noun')}.`),
        ...sentences.map(({ text }) => text),
      ].join('\n\n'),
      method: METHOD,
      n: Number(count.value),
      period: null,
      filter,
      rows: (question.answer === 'count' ? fitting.slice(0, question.limit) : shown).map(
        ({ listingId, listingTitle }) => ({ id: listingId, title: listingTitle }),
      ),
    };
  },
});

type Asked = Partial<
  Pick<z.output<typeof parameters>, 'type' | 'cause' | 'severity' | 'make' | 'model' | 'generation' | 'trim'>
>;

/** What such anomalies are called; the cause says more than the type. */
function kindWords({ type, cause }: Pick<Asked, 'type' | 'cause'>): string {
  if (cause !== undefined) return CAUSE_WORDS[cause];
  return type === undefined ? 'listings that stand out' : TYPE_WORDS[type];
}

interface OpenAnomalies {
  readonly fitting: readonly Anomaly[];
  readonly name: Fact;
  readonly count: Fact;
}

/** The open anomalies that are asked for, with their name and number as facts. */
async function openAnomalies(
  question: Asked,
  options: { readonly filter: MetricFilter; readonly context: ToolContext; readonly prefix?: string },
): Promise<OpenAnomalies> {
  const { filter, context, prefix = 'anomalies' } = options;
  const { type, cause, severity } = question;
  const { anomalies } = await context.stores.anomalies.list({
    status: 'active',
    limit: ALL,
    ...(type === undefined ? {} : { type }),
    ...(severity === undefined ? {} : { severity }),
  });
  const fitting = await thatFit(
    anomalies.filter(
      (anomaly) =>
        isPriceJudgedIn(context.market, anomaly.price) &&
        isOf(anomaly, question) &&
        (cause === undefined || anomaly.cause === cause),
    ),
    { filter, context },
  );
  const n = fitting.length;
  const car = [question.make, question.model, question.generation, question.trim].filter((word) => word !== undefined);
  const further = Object.keys(filter).length === 0 ? '' : describeFilter(filter, context.market);
  const name = nameFact(`${prefix}.subject`, {
    value: [severity, kindWords({ type, cause }), car.length === 0 ? '' : `of ${car.join(' ')}`]
      .filter((part) => part !== undefined && part !== '')
      .join(' ')
      .concat(further.replace(/^all cars/, '')),
    n,
    formula: 'the open anomalies that were asked for',
  });
  const count = countFact(`${prefix}.count`, {
    value: n,
    noun: 'open anomaly',
    n,
    formula: 'number of anomalies that nobody has judged yet',
  });
  return { fitting, name, count };
}

/** The share of the open anomalies of these cars that are of the type and the severity that are asked for. */
async function shareOfAnomalies(
  { fitting, name }: OpenAnomalies,
  options: {
    readonly question: z.output<typeof parameters>;
    readonly filter: MetricFilter;
    readonly context: ToolContext;
  },
): Promise<ToolAnswer> {
  const { question, filter, context } = options;
  const { type: _type, severity: _severity, ...cars } = question;
  const all = await openAnomalies(cars, { filter, context, prefix: 'whole' });
  const answer = shareAnswer({
    prefix: 'answer',
    part: fitting.length,
    whole: all.fitting.length,
    noun: 'open anomaly',
  });
  return {
    status: 'ok',
    facts: [name, ...answer.facts],
    headline: answer.values,
    template:
      answer.values.length === 0
        ? `${slot(name.id, 'text')}: ${answer.words}.`
        : `${slot(name.id, 'text')}: ${answer.words} of ${slot('answer.whole', 'noun')}.`,
    method: METHOD,
    n: answer.n,
    period: null,
    filter,
    rows: fitting
      .slice(0, question.limit)
      .map(({ listingId, listingTitle }) => ({ id: listingId, title: listingTitle })),
  };
}

/** The share of the running offers that are among the anomalies. */
async function shareOfOffers(
  fitting: readonly Anomaly[],
  options: {
    readonly question: z.output<typeof parameters>;
    readonly filter: MetricFilter;
    readonly context: ToolContext;
    readonly name: Fact;
  },
): Promise<ToolAnswer> {
  const { question, filter, context, name } = options;
  const { make, model, generation, trim } = question;
  const car = Object.fromEntries(Object.entries({ make, model, generation, trim }).filter(([, word]) => word));
  const scope: MetricScope = {
    rows: 'offers',
    market: context.market,
    asOf: context.asOf,
    filter: { ...car, ...filter },
  };
  const [offers] = await context.stores.metrics.measure(scope);
  const flagged = [...new Map(fitting.map((anomaly) => [anomaly.listingId, anomaly])).values()];
  const answer = shareAnswer({
    prefix: 'answer',
    part: Math.min(flagged.length, offers?.count ?? 0),
    whole: offers?.count ?? 0,
    noun: 'offer',
  });
  const wide = subjectFacts(
    { ...car, ...filter },
    { prefix: 'answer', currency: context.market.currency, n: answer.n },
  );
  return {
    status: 'ok',
    facts: [name, ...wide.facts, ...answer.facts],
    headline: answer.values,
    template:
      answer.values.length === 0
        ? `${wide.name}: ${answer.words}.`
        : `${slot(name.id, 'text')}: ${answer.words} of ${slot('answer.whole', 'noun')} of ${wide.name}.`,
    method: METHOD,
    n: answer.n,
    period: null,
    filter: { ...car, ...filter },
    rows: flagged
      .slice(0, question.limit)
      .map(({ listingId, listingTitle }) => ({ id: listingId, title: listingTitle })),
  };
}

const READ_AT_ONCE = 50;

/** The anomalies whose listings have the further properties too; all of them where none are asked for. */
async function thatFit(
  anomalies: readonly Anomaly[],
  { filter, context }: { readonly filter: MetricFilter; readonly context: ToolContext },
): Promise<readonly Anomaly[]> {
  if (Object.keys(filter).length === 0) return anomalies;
  const fitting: Anomaly[] = [];
  for (let start = 0; start < anomalies.length; start += READ_AT_ONCE) {
    const some = anomalies.slice(start, start + READ_AT_ONCE);
    const listings = await Promise.all(some.map(({ listingId }) => context.stores.listings.byId(listingId)));
    fitting.push(
      ...some.filter((_, index) => {
        const listing = listings[index];
        return listing !== undefined && listing !== null && matchesRow(listing, filter, listing.knownOn);
      }),
    );
  }
  return fitting;
}

/** True where the anomaly is in the segment that the words name; an absent level takes any. */
function isOf(
  { segment }: Anomaly,
  words: {
    readonly make?: string | undefined;
    readonly model?: string | undefined;
    readonly generation?: string | undefined;
    readonly trim?: string | undefined;
  },
): boolean {
  const path = segment.split('/');
  const { make, model, generation, trim } = words;
  return (
    (make === undefined || path[0] === segmentOf({ make, model: '', generation: null, trim: null })) &&
    (model === undefined || path[1] === slug(model)) &&
    (generation === undefined || path[2] === slug(generation) || (path[2] ?? '').startsWith(`${slug(generation)}.`)) &&
    (trim === undefined || path[3] === slug(trim))
  );
}
