import { z } from 'zod';
import type { AccuracyRow } from '../../../forecasting/accuracy/report-accuracy.ts';
import { countFact, type Evidence, shareFact } from '../../../narrate/fact-sheet.ts';
import { slot } from '../../../narrate/slot.ts';
import { findSegments } from '../../find-segments.ts';
import { defineTool, type ToolResult } from '../analyst-tool.ts';
import { segmentWords, vehicleParameters } from '../vehicle-parameters.ts';

/** How the settled predictions did, misses included. */
export const accuracyTool = defineTool({
  name: 'accuracy',
  description:
    'How accurate the settled predictions were: median error, share within 10 %, and how often intervals held.',
  parameters: z.strictObject({
    ...vehicleParameters,
    model: vehicleParameters.model.optional(),
    horizon: z.enum(['1m', '3m', '6m', '1y']).optional(),
  }),
  async run({ horizon, model, ...names }, context): Promise<ToolResult> {
    const segment = model === undefined ? null : await segmentOf({ ...names, model }, context);
    if (segment !== null && typeof segment !== 'string') return segment;
    const report = await context.engine.reportAccuracy({
      market: context.market,
      ...(segment === null ? {} : { segment }),
      ...(horizon === undefined ? {} : { horizon }),
    });
    if (report.settledCount === 0) {
      return { status: 'not-enough-data', reason: 'no prediction of this kind has come due yet', found: 0, needed: 1 };
    }
    const row = report.overall;
    const facts = factsOf(row, report.openCount);
    const held = row.coverage.find(({ confidenceLevel }) => confidenceLevel === 0.9);
    return {
      status: 'ok',
      facts,
      headline: [row.medianError, row.within10, ...(held === undefined ? [] : [held.share])],
      template:
        `The median error of ${slot('settled', 'noun')} is ${slot('error', 'percent')}; assuming that prices stay where they are gives ${slot('naive', 'percent')}. ` +
        `Within ${slot('limit', 'whole')} of the price were ${slot('within', 'percent')} of them.` +
        (held === undefined
          ? ''
          : ` The ${slot('level', 'whole')} intervals held ${slot('held', 'percent')} of the prices.`),
      method: 'Every stored prediction is settled once when it is due, on the constant-quality price of the same car.',
      n: report.settledCount,
      period: null,
      filter: model === undefined ? {} : segmentWords({ ...names, model }),
      rows: [],
    };
  },
});

function factsOf(row: AccuracyRow, openCount: number) {
  const evidence = (formula: string): Evidence => ({ n: row.count, formula });
  const held = row.coverage.find(({ confidenceLevel }) => confidenceLevel === 0.9);
  return [
    countFact('settled', {
      value: row.count,
      noun: 'settled prediction',
      ...evidence('predictions that came due and found sales to be compared with'),
    }),
    countFact('open', {
      value: openCount,
      noun: 'open prediction',
      ...evidence('predictions that are not due, or found no sales'),
    }),
    shareFact('error', { value: row.medianError, ...evidence('median of the absolute error over the price') }),
    shareFact('naive', {
      value: row.naiveMedianError,
      ...evidence('the same for the price of the day of the prediction'),
    }),
    shareFact('limit', { value: 0.1, ...evidence('the error that is counted as near') }),
    shareFact('within', { value: row.within10, ...evidence('share of predictions no further off than that') }),
    ...(held === undefined
      ? []
      : [
          shareFact('level', {
            value: held.confidenceLevel,
            role: 'level' as const,
            ...evidence('share of such intervals that should hold the truth'),
          }),
          shareFact('held', { value: held.share, ...evidence('share of such intervals that held the price') }),
        ]),
  ];
}

async function segmentOf(
  words: {
    readonly make?: string | undefined;
    readonly model: string;
    readonly generation?: string | undefined;
    readonly trim?: string | undefined;
  },
  context: Parameters<typeof accuracyTool.run>[1],
): Promise<string | Exclude<ToolResult, { readonly status: 'ok' }>> {
  const analysis = await context.analyses.read(context);
  if (analysis.status !== 'ok') return analysis;
  const found = findSegments(segmentWords(words), { known: analysis.segments });
  if (found.status !== 'ok') return { status: 'unknown', reason: found.reason };
  return found.segments[0] ?? found.named;
}
