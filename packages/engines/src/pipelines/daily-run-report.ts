import type { Anomaly } from '../market/anomaly.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { MarketInsight } from '../market/insight.ts';
import type { MarketScope } from '../market/price.ts';
import type { PricePrediction } from '../market/price-prediction.ts';
import type { StepReport } from './run-progress.ts';

/** What a daily run found in one market. */
export interface MarketReport {
  readonly market: MarketScope;
  readonly status: 'ok' | 'not-enough-data';
  /** Why nothing could be said; `null` where the market was analysed. */
  readonly reason: string | null;
  readonly saleCount: number;
  readonly firstSaleOn: IsoDate | null;
  readonly lastSaleOn: IsoDate | null;
  readonly synthetic: boolean;
  /** The predictions with most sales behind them: the 3-month horizon of the most specific segments, at most ten. */
  readonly topPredictions: readonly PricePrediction[];
  readonly predictionCount: number;
  /** Highest score first, at most ten. */
  readonly topAnomalies: readonly Anomaly[];
  readonly anomalyCount: number;
  /** Predictions settled when the day was validated last. */
  readonly settledCount: number;
  /** The summary of the day, `null` where the market gave none. */
  readonly summary: MarketInsight | null;
  /** What was refused and why, counted: sales left out of the fit, cars without a value, segments without a prediction. */
  readonly refusals: Readonly<Record<string, number>>;
}

/** The result of a daily run. A second run of the day reports the same findings with every step skipped. */
export interface DailyRunReport {
  readonly asOf: IsoDate;
  readonly dryRun: boolean;
  readonly steps: readonly StepReport[];
  readonly markets: readonly MarketReport[];
  /** What the language model was paid in this run: 0 where the texts were there already or came from a template. */
  readonly llmCostNanoUsd: bigint;
  readonly durationMs: number;
}
