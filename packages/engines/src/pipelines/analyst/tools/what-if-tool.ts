import { z } from 'zod';
import { applyScenario, DEFAULT_ELASTICITIES } from '../../../forecasting/scenarios/apply-scenario.ts';
import { segmentName } from '../../../insights/segment-name.ts';
import { HORIZON_MONTHS } from '../../../market/price-prediction.ts';
import { countFact, nameFact, shareFact, statementFact } from '../../../narrate/fact-sheet.ts';
import { slot } from '../../../narrate/slot.ts';
import { findSegments } from '../../find-segments.ts';
import { tooFewSales } from '../../stored-analysis.ts';
import { defineTool, type ToolResult } from '../analyst-tool.ts';
import { segmentWords, segmentParameters } from '../vehicle-parameters.ts';

/** The forecast of a segment where rates or supply change. */
export const whatIfTool = defineTool({
  name: 'what_if',
  description:
    'Where the price index of a segment would be if interest rates or the supply changed, by stated elasticities.',
  parameters: z.strictObject({
    ...segmentParameters,
    horizon: z.enum(['1m', '3m', '6m', '1y']).default('3m'),
    ratePoints: z.number().min(-20).max(20).optional().describe('Change of the interest rate in percentage points.'),
    supplyChange: z.number().min(-0.95).max(20).optional().describe('Change of supply as a share: 0.1 is 10 % more.'),
  }),
  async run({ horizon, ratePoints = 0, supplyChange = 0, ...words }, context): Promise<ToolResult> {
    const analysis = await context.analyses.read(context);
    if (analysis.status !== 'ok') return analysis;
    const found = findSegments(segmentWords(words), { known: analysis.segments });
    if (found.status !== 'ok') return { status: 'unknown', reason: found.reason };
    const segment = found.segments.find((candidate) => analysis.forecasts[candidate] !== undefined);
    const forecast = segment === undefined ? undefined : analysis.forecasts[segment];
    if (segment === undefined || forecast === undefined) return tooFewSales(analysis, found.segments[0] ?? found.named);
    const months = HORIZON_MONTHS[horizon];
    const path = { ...forecast, steps: forecast.steps.slice(0, months) };
    const scenario = { name: 'asked', ratePoints, supplyChange };
    const [base, changed] = [path, applyScenario(path, { scenario })].map(({ steps }) => steps.at(-1)?.growth);
    if (base === undefined || changed === undefined) {
      return {
        status: 'not-enough-data',
        reason: 'the forecast does not reach so far',
        found: path.steps.length,
        needed: months,
      };
    }
    const n = months;
    const formula = 'growth of the index over the horizon, less 1';
    return {
      status: 'ok',
      facts: [
        nameFact('what_if.segment', { value: segmentName(segment), n, formula: 'name of the segment' }),
        countFact('what_if.months', {
          value: months,
          noun: 'month',
          n,
          formula: 'months looked ahead',
          role: 'span-ahead',
        }),
        shareFact('what_if.base', { value: base - 1, n, formula, role: 'ahead' }),
        shareFact('what_if.changed', { value: changed - 1, n, formula, role: 'ahead' }),
        statementFact('what_if.assumption', {
          value:
            ratePoints === 0
              ? 'the answer of prices to supply is an assumption and no estimate'
              : 'the answer of prices to interest rates is an assumption and no estimate',
          n: 1,
          formula: `elasticities: ${DEFAULT_ELASTICITIES.rate} a point of interest, ${DEFAULT_ELASTICITIES.supply} for log supply`,
        }),
      ],
      headline: [changed - 1, base - 1],
      template:
        `${slot('what_if.segment', 'text')}: in ${slot('what_if.months', 'noun')} the index is expected ${slot('what_if.changed', 'comparison')} its level of today in this case, and is expected ${slot('what_if.base', 'comparison')} its level of today in the base case. ` +
        `${slot('what_if.assumption', 'sentence')}.`,
      method: 'The stored forecast times the effect of the change, which grows evenly until the horizon.',
      n,
      period: null,
      filter: segmentWords(words),
      rows: [],
    };
  },
});
