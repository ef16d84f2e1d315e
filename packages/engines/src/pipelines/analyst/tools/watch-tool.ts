import { z } from 'zod';
import { nameFact, statementFact } from '../../../narrate/fact-sheet.ts';
import { slot } from '../../../narrate/slot.ts';
import { findSegments } from '../../find-segments.ts';
import { defineTool, type ToolResult } from '../analyst-tool.ts';
import { segmentWords, vehicleParameters } from '../vehicle-parameters.ts';

/**
 * What a watch would be. Tools write nothing: the answer names the segment, and the page or the client puts it on the
 * user's own list once the user says so.
 */
export const watchTool = defineTool({
  name: 'watch',
  description: 'Offers to watch a segment. Nothing is stored until the user confirms it.',
  parameters: z.strictObject(vehicleParameters),
  async run(words, context): Promise<ToolResult> {
    const analysis = await context.analyses.read(context);
    if (analysis.status !== 'ok') return analysis;
    const found = findSegments(segmentWords(words), { known: analysis.segments });
    if (found.status !== 'ok') return { status: 'unknown', reason: found.reason };
    const { make, model, generation, trim } = words;
    const evidence = { n: 1, formula: 'the segment that was asked for' };
    return {
      status: 'ok',
      facts: [
        nameFact('watch.segment', {
          value: [make, model, generation, trim].filter((part) => part !== undefined).join(' '),
          ...evidence,
        }),
        statementFact('watch.offer', {
          value:
            'a question keeps nothing, so put it on your list of watched cars with one click, or with the command pa watch',
          ...evidence,
        }),
      ],
      headline: found.segments.slice(0, 10),
      template: `${slot('watch.segment', 'text')}: ${slot('watch.offer', 'clause')}.`,
      method: 'A watch tells of new anomalies, index moves and predictions of the segment.',
      n: 1,
      period: null,
      filter: segmentWords(words),
      rows: [],
    };
  },
});
