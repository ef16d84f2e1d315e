import { z } from 'zod';
import { defineTool } from '../analyst-tool.ts';
import { segmentWords, segmentParameters } from '../vehicle-parameters.ts';
import { predictTool } from './predict-tool.ts';

/** The way of the price over all horizons. */
export const forecastPathTool = defineTool({
  name: 'forecast_path',
  description: 'The stored predictions of a segment over 1, 3, 6 and 12 months in one answer.',
  parameters: z.strictObject(segmentParameters),
  run: (words, context) => predictTool.run({ ...segmentWords(words), horizons: ['1m', '3m', '6m', '1y'] }, context),
});
