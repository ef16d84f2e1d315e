import { z } from 'zod';
import type { PairCorrelation } from '../../../forecasting/cross-market/correlate-markets.ts';
import { segmentName } from '../../../insights/segment-name.ts';
import { slug } from '../../../market/segment.ts';
import { countFact, nameFact, shareFact, statementFact } from '../../../narrate/fact-sheet.ts';
import { slot } from '../../../narrate/slot.ts';
import { defineTool, type ToolResult } from '../analyst-tool.ts';

const name = z.string().trim().min(1).max(60);
const MOST_PAIRS = 3;
const ALL_LINES = 40;

/** How the prices of model lines go together. */
export const correlationTool = defineTool({
  name: 'correlation',
  description: 'How the monthly price changes of one model line go together with another, or with all others.',
  parameters: z.strictObject({
    segments: z
      .array(
        z.strictObject({
          make: name.optional(),
          model: name.optional(),
          generation: name.optional(),
          trim: name.optional(),
        }),
      )
      .min(1)
      .max(2),
  }),
  async run({ segments }, context): Promise<ToolResult> {
    const found = await context.engine.correlateMarkets({
      market: context.market,
      asOf: context.asOf,
      depth: 2,
      limit: ALL_LINES,
    });
    if (found.status !== 'ok') return found;
    const wanted = segments.map(({ model }) => slug(model ?? null)).filter((model) => model !== '');
    const pairs = found.pairs
      .filter(({ left, right }) =>
        wanted.every((model) => [left, right].some((segment) => segment.split('/')[1] === model)),
      )
      .sort((left, right) => Math.abs(right.correlation) - Math.abs(left.correlation))
      .slice(0, MOST_PAIRS);
    if (pairs.length === 0) {
      return {
        status: 'not-enough-data',
        reason: 'the price indices of these model lines do not share enough months',
        found: 0,
        needed: 1,
      };
    }
    const passages = pairs.map((pair, index) => describePair(pair, { prefix: `pair.${index + 1}` }));
    return {
      status: 'ok',
      facts: passages.flatMap(({ facts }) => facts),
      headline: pairs.map(({ correlation }) => correlation),
      template: passages.map(({ text }) => text).join('\n\n'),
      method:
        'Correlation of monthly growth with a block bootstrap; false discoveries are held to a tenth over all pairs.',
      n: pairs[0]?.monthCount ?? 0,
      period: null,
      filter: {},
      rows: [],
    };
  },
});

function describePair(pair: PairCorrelation, { prefix }: { readonly prefix: string }) {
  const { monthCount: n, correlation, significant, leadLag } = pair;
  const names = `${segmentName(pair.left)} and ${segmentName(pair.right)}`;
  const formula = 'correlation of the monthly moves, corrected for the pairs looked at';
  const both = nameFact(`${prefix}.names`, { value: names, n, formula: 'names of the two segments' });
  const months = countFact(`${prefix}.months`, {
    value: n,
    noun: 'month of moves',
    n,
    formula: 'months that both indices have',
  });
  const lead =
    leadLag === null ? '' : `; ${segmentName(leadLag.leader)} moves first and ${segmentName(leadLag.follower)} follows`;
  const way = correlation >= 0 ? 'the same way' : 'the opposite way';
  const verdict = statementFact(`${prefix}.verdict`, {
    value: significant
      ? `prices move ${way} in the same month${lead}`
      : `no common movement can be told from chance${lead}`,
    n,
    formula,
  });
  const shared = shareFact(`${prefix}.shared`, {
    value: correlation ** 2,
    n,
    formula: 'square of the correlation of the monthly moves',
    words: ['shared', 'share', 'common'],
  });
  return {
    facts: [both, months, verdict, shared],
    text: `${slot(both.id, 'text')}: ${slot(verdict.id, 'clause')}. Their moves have ${slot(shared.id, 'whole')} in common, in ${slot(months.id, 'noun')}.`,
  };
}
