import { z } from 'zod';
import { forecastSentence, intervalWords } from '../../../insights/forecast-passage.ts';
import { statementFact } from '../../../narrate/fact-sheet.ts';
import { slot } from '../../../narrate/slot.ts';
import { findPredictions } from '../../find-predictions.ts';
import { defineTool, type ToolResult } from '../analyst-tool.ts';
import { segmentWords, segmentParameters } from '../vehicle-parameters.ts';

const horizon = z.enum(['1m', '3m', '6m', '1y']);
/** Further segments that are told where words name several, such as a trim of many generations. */
const MOST_SEGMENTS = 3;

/** What the ledger holds of the price of a segment at one horizon or at all: the path ahead. */
export const predictTool = defineTool({
  name: 'predict',
  description: 'The stored prediction of a segment 1, 3, 6 or 12 months ahead, with its 80 % interval.',
  parameters: z.strictObject({ ...segmentParameters, horizons: z.array(horizon).min(1).max(4).default(['3m']) }),
  async run({ horizons, ...words }, context): Promise<ToolResult> {
    const analysis = await context.analyses.read(context);
    if (analysis.status !== 'ok') return analysis;
    const found = await findPredictions(
      { ...segmentWords(words), horizons },
      { analysis, ledger: context.stores.predictions },
    );
    if (found.status === 'unknown-vehicle') return { status: 'unknown', reason: found.reason };
    if (found.status !== 'ok') return found;
    const segments = found.segments.slice(0, MOST_SEGMENTS);
    const sentences = segments.flatMap(({ predictions }, segment) =>
      predictions.map((prediction, index) => {
        const prefix = `prediction.${segment + 1}.${index + 1}`;
        const sentence = forecastSentence(prediction, { prefix });
        const eighty = intervalWords(prediction, { prefix, confidenceLevel: 0.8, with: [`${prefix}.name`] });
        return {
          text: eighty.text === '' ? sentence.text : `${sentence.text.replace(/\.$/, '')}, and ${eighty.text}.`,
          facts: [...sentence.facts, ...eighty.facts],
        };
      }),
    );
    const [first] = found.segments;
    const skill = statementFact('skill', {
      value: first.predictions.every(({ hasSkill }) => hasSkill)
        ? 'in its own backtest the method beat the assumption that prices stay where they are'
        : 'in its own backtest the method did not beat the assumption that prices stay where they are, so this is no reason to buy or to sell',
      n: first.predictions[0]?.saleCount ?? 0,
      formula: 'whether the forecast beat the naive ones on rolling origins',
    });
    return {
      status: 'ok',
      facts: [...sentences.flatMap(({ facts }) => facts), skill],
      headline: first.predictions.flatMap(({ predictedPrice, intervals }) => {
        const eighty = intervals.find(({ confidenceLevel }) => confidenceLevel === 0.8);
        return eighty === undefined ? [predictedPrice] : [predictedPrice, eighty.lower, eighty.upper];
      }),
      template: `${sentences.map(({ text }) => text).join('\n\n')}\n\n${slot('skill', 'sentence')}.`,
      method:
        'The typical car of the segment along the forecast of its mix-adjusted index, ageing on; stored on the day of the analysis and settled when it is due.',
      n: first.predictions[0]?.saleCount ?? 0,
      period: null,
      filter: segmentWords(words),
      rows: [],
    };
  },
});
