import type { z } from 'zod';
import type { IsoDate } from '../../market/calendar.ts';
import type { EngineStores } from '../../market/engine-stores.ts';
import type { Fact } from '../../market/insight.ts';
import type { NotEnoughData } from '../../market/not-enough-data.ts';
import type { MarketScope } from '../../market/price.ts';
import type { MetricFilter } from '../../market/ports/market-metrics.ts';
import type { MarketAnalysisEngine } from '../market-analysis-engine.ts';
import type { OptionsValueEngine } from '../options-value-engine.ts';
import type { AnalysisReader } from '../stored-analysis.ts';
import type { CarValuer } from '../value-car.ts';

/** Where a tool looks: one market on one day. Chosen by the host, never by a question. */
export interface AnalystScope {
  readonly market: MarketScope;
  readonly asOf: IsoDate;
}

/** What a tool may read. There is nothing here that writes. */
export interface ToolContext extends AnalystScope {
  readonly stores: Pick<EngineStores, 'metrics' | 'listings' | 'marketIndices' | 'predictions' | 'anomalies'>;
  /** Reads what the daily run stored, and keeps it while it is the newest. */
  readonly analyses: AnalysisReader;
  readonly valuer: Pick<CarValuer, 'valueCar'>;
  readonly engine: Pick<MarketAnalysisEngine, 'generateSeasonalAnalysis' | 'correlateMarkets' | 'reportAccuracy'>;
  readonly options: Pick<OptionsValueEngine, 'analyzeOptionValue' | 'chooseOptions'>;
}

/** A row that an answer rests on, for a link. The title is other people's text. */
export interface AnswerRow {
  readonly id: string;
  readonly title: string;
}

/** What a tool found: facts, the words to say them with, and what stands behind them. */
export interface ToolAnswer {
  readonly status: 'ok';
  readonly facts: readonly Fact[];
  /** The answer itself, unrounded, in the order in which the question asked for it. */
  readonly headline: readonly (number | string)[];
  /** A text with slots of the facts. */
  readonly template: string;
  /** How the figures were made, in a sentence without figures. */
  readonly method: string;
  /** Rows behind the answer. */
  readonly n: number;
  readonly period: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly filter: MetricFilter;
  readonly rows: readonly AnswerRow[];
}

/** `unknown`: the question names something that the market does not have. */
export type ToolResult = ToolAnswer | NotEnoughData | { readonly status: 'unknown'; readonly reason: string };

/**
 * One thing that can be asked. Arguments are data of a closed form: what a model or a parser writes is checked against
 * `parameters` before anything runs, and no text of a listing ever reaches them unchecked.
 */
export interface AnalystTool<Arguments = unknown> {
  readonly name: string;
  /** For a model that chooses among tools. */
  readonly description: string;
  readonly parameters: z.ZodType<Arguments>;
  run(toolArguments: Arguments, context: ToolContext): Promise<ToolResult>;
}

/** Keeps the type of the arguments while a tool is written, and hides it among other tools. */
export function defineTool<Arguments>(tool: AnalystTool<Arguments>): AnalystTool {
  return {
    ...tool,
    run: (toolArguments, context) => tool.run(tool.parameters.parse(toolArguments), context),
  };
}
