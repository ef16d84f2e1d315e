import { z } from 'zod';
import { indexChange } from '../../../insights/index-change.ts';
import { indexPassage } from '../../../insights/index-passage.ts';
import { segmentName } from '../../../insights/segment-name.ts';
import { findSegments } from '../../find-segments.ts';
import { tooFewSales } from '../../stored-analysis.ts';
import { defineTool, type ToolResult } from '../analyst-tool.ts';
import { segmentWords, segmentParameters } from '../vehicle-parameters.ts';

const YEAR_MONTHS = 12;
const MOST_SEGMENTS = 3;

/** Where prices have gone, with the mix of cars taken out. */
export const trendTool = defineTool({
  name: 'trend',
  description: 'How the mix-adjusted price index of a segment has moved in the last 12 and 3 months.',
  parameters: z.strictObject(segmentParameters),
  async run(words, context): Promise<ToolResult> {
    const analysis = await context.analyses.read(context);
    if (analysis.status !== 'ok') return analysis;
    const found = findSegments(segmentWords(words), { known: analysis.segments });
    if (found.status !== 'ok') return { status: 'unknown', reason: found.reason };
    if (found.segments.length === 0) return tooFewSales(analysis, found.named);
    const query = { market: analysis.market, asOf: analysis.asOf };
    const stored = await Promise.all(
      found.segments.map((segment) => context.stores.marketIndices.latest({ ...query, segment })),
    );
    const indices = stored
      .flatMap((entry) => (entry === null ? [] : [entry.index]))
      .map((index) => ({ index, n: index.points.reduce((sum, { saleCount }) => sum + saleCount, 0) }))
      .sort((left, right) => right.n - left.n)
      .slice(0, MOST_SEGMENTS);
    const passages = indices.flatMap(({ index }, place) => {
      const passage = indexPassage(index, { prefix: `index.${place + 1}`, name: segmentName(index.segment) });
      return passage === null ? [] : [passage];
    });
    const [first] = indices;
    if (first === undefined || passages.length === 0) {
      return {
        status: 'not-enough-data',
        reason: `the index of ${found.segments[0] ?? found.named} does not reach back far enough`,
        found: first?.index.points.length ?? 0,
        needed: YEAR_MONTHS,
      };
    }
    const change = indexChange(first.index, YEAR_MONTHS) ?? indexChange(first.index, 3);
    const months = first.index.points;
    return {
      status: 'ok',
      facts: passages.flatMap(({ facts }) => facts),
      headline: change === null ? [] : [change.change],
      template: passages.map(({ text }) => text).join('\n\n'),
      method: 'A hedonic index: the change of prices for cars of the same kind, age and mileage, month by month.',
      n: first.n,
      period: months.length === 0 ? null : { from: `${months[0]!.month}-01`, to: `${months.at(-1)!.month}-28` },
      filter: segmentWords(words),
      rows: [],
    };
  },
});
