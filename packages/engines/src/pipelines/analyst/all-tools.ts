import type { AnalystTool } from './analyst-tool.ts';
import { accuracyTool } from './tools/accuracy-tool.ts';
import { correlationTool } from './tools/correlation-tool.ts';
import { bestOptionsTool, optionValueTool } from './tools/option-tools.ts';
import { seasonTool } from './tools/season-tool.ts';
import { whatIfTool } from './tools/what-if-tool.ts';
import { anomalyTool } from './tools/anomaly-tool.ts';
import { definitionTool } from './tools/definition-tool.ts';
import { forecastPathTool } from './tools/forecast-path-tool.ts';
import { compareTool } from './tools/compare-tool.ts';
import { listTool } from './tools/list-tool.ts';
import { measureTool } from './tools/measure-tool.ts';
import { predictTool } from './tools/predict-tool.ts';
import { rankTool } from './tools/rank-tool.ts';
import { trendTool } from './tools/trend-tool.ts';
import { comparablesTool, valueTool } from './tools/value-tool.ts';
import { watchTool } from './tools/watch-tool.ts';

/** Everything that can be asked. All of it reads; none of it writes. */
export const ANALYST_TOOLS: readonly AnalystTool[] = [
  measureTool,
  compareTool,
  rankTool,
  listTool,
  predictTool,
  trendTool,
  anomalyTool,
  valueTool,
  comparablesTool,
  forecastPathTool,
  definitionTool,
  watchTool,
  accuracyTool,
  seasonTool,
  correlationTool,
  whatIfTool,
  optionValueTool,
  bestOptionsTool,
];
