import { z } from 'zod';
import { anomalySentence } from '../../../insights/anomaly-passage.ts';
import { segmentOf, slug } from '../../../market/segment.ts';
import type { Anomaly } from '../../../market/anomaly.ts';
import { countFact, nameFact } from '../../../narrate/fact-sheet.ts';
import { slot } from '../../../narrate/slot.ts';
import { isPriceJudgedIn } from '../../market-rows.ts';
import { defineTool, type ToolResult } from '../analyst-tool.ts';

const ALL = 1_000_000;

const TYPE_WORDS = {
  undervalued: 'listings priced below what is expected',
  overvalued: 'listings priced above what is expected',
  unusual_options: 'listings with unusual options',
  data_quality: 'listings with a suspected error in their data',
} as const;

const parameters = z.strictObject({
  answer: z.enum(['count', 'list']).default('list'),
  type: z.enum(['undervalued', 'overvalued', 'unusual_options', 'data_quality']).optional(),
  severity: z.enum(['low', 'medium', 'high', 'critical']).optional(),
  make: z.string().trim().max(60).optional(),
  model: z.string().trim().max(60).optional(),
  generation: z.string().trim().max(60).optional(),
  trim: z.string().trim().max(60).optional(),
  limit: z.int().min(1).max(20).default(5),
});

/** Which open offers stand out, and how many there are. */
export const anomalyTool = defineTool({
  name: 'anomalies',
  description: 'Counts or lists the open anomalies: bargains, overpriced offers, suspected data errors.',
  parameters,
  async run(question, context): Promise<ToolResult> {
    const { type, severity } = question;
    const { anomalies } = await context.stores.anomalies.list({
      status: 'active',
      limit: ALL,
      ...(type === undefined ? {} : { type }),
      ...(severity === undefined ? {} : { severity }),
    });
    const fitting = anomalies.filter(
      (anomaly) => isPriceJudgedIn(context.market, anomaly.price) && isOf(anomaly, question),
    );
    const n = fitting.length;
    const car = [question.make, question.model, question.generation, question.trim].filter(
      (word) => word !== undefined,
    );
    const name = nameFact('anomalies.subject', {
      value: [
        severity,
        type === undefined ? 'listings that stand out' : TYPE_WORDS[type],
        car.length === 0 ? '' : `of ${car.join(' ')}`,
      ]
        .filter((part) => part !== undefined && part !== '')
        .join(' '),
      n,
      formula: 'the open anomalies that were asked for',
    });
    const count = countFact('anomalies.count', {
      value: n,
      noun: 'open anomaly',
      n,
      formula: 'number of anomalies that nobody has judged yet',
    });
    const shown = question.answer === 'count' ? [] : fitting.slice(0, question.limit);
    const sentences = shown.map((anomaly, index) => anomalySentence(anomaly, { prefix: `anomaly.${index + 1}` }));
    return {
      status: 'ok',
      facts: [name, count, ...sentences.flatMap(({ facts }) => facts)],
      headline: question.answer === 'count' ? [n] : shown.map(({ listingId }) => listingId),
      template: [`${slot(name.id, 'text')}: ${slot(count.id, 'noun')}.`, ...sentences.map(({ text }) => text)].join(
        '\n\n',
      ),
      method: 'Offers whose price lies outside what the fitted market expects, in units of how far such prices spread.',
      n,
      period: null,
      filter: {},
      rows: (question.answer === 'count' ? fitting.slice(0, question.limit) : shown).map(
        ({ listingId, listingTitle }) => ({ id: listingId, title: listingTitle }),
      ),
    };
  },
});

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
