import { findMarketEvents } from '../../anomalies/movements/market-events.ts';
import type { MarketEvent } from '../../market/market-event.ts';
import { ANOMALY_JUDGE_VERSION } from '../../anomalies/judge/judge-payload.ts';
import type { PricePrediction } from '../../market/price-prediction.ts';
import type { Anomaly } from '../../market/anomaly.ts';
import { type MarketScope, marketKey } from '../../market/price.ts';
import { valuationFromPayload } from '../../valuation/fitted-valuation.ts';
import { contentHash } from '../content-hash.ts';
import {
  ANOMALY_JUDGE_MODEL,
  FORECAST_MODEL,
  FORECAST_MODEL_VERSION,
  MARKET_EVENTS,
  MARKET_EVENTS_VERSION,
  REFUSAL_MODEL,
  REFUSAL_MODEL_VERSION,
  SEGMENT_ACTIVITY,
  SEGMENT_ACTIVITY_VERSION,
  VALUATION_MODEL,
} from '../fitted-model-kinds.ts';
import type { FittedMarket } from '../market-fitter.ts';
import { isPriceJudgedIn } from '../market-rows.ts';
import { segmentActivity } from '../segment-activity.ts';
import { predictionFault } from '../sound-prediction.ts';
import { sumCounts } from '../sum-counts.ts';
import type { MarketAnalysis } from './analyse-market.ts';
import type { MarketRows } from '../read-market-rows.ts';
import { type DailyContext, PIPELINE_VERSION } from './daily-context.ts';
import { withContexts } from '../with-context.ts';
import { writeMovements } from '../write-movements.ts';
import { runStep } from './run-step.ts';

const TOP_COUNT = 10;
/** More anomalies than a day has. */
const ALL = 1_000_000;

/** What the store step remembers, so that a rerun reports the same findings. */
export interface StoredMarket extends Readonly<Record<string, unknown>> {
  readonly topPredictionIds: readonly string[];
  readonly topAnomalyIds: readonly string[];
  readonly predictionCount: number;
  readonly anomalyCount: number;
  readonly refusals: Readonly<Record<string, number>>;
}

/** Writes model, indices, forecasts, predictions and anomalies of a market, each idempotently. */
export async function storeMarket(
  context: DailyContext,
  options: {
    readonly market: MarketScope;
    readonly dataHash: string;
    readonly analysis: () => Promise<MarketAnalysis>;
    readonly rows: () => Promise<MarketRows>;
  },
): Promise<StoredMarket> {
  const { market, dataHash } = options;
  const { details } = await runStep<StoredMarket>(context, {
    step: 'store',
    market: marketKey(market),
    inputHash: contentHash({ version: PIPELINE_VERSION, dataHash }),
    work: async () => {
      const result = await options.analysis();
      if (result.status !== 'ok') {
        const refusals = { [result.reason]: 1 };
        const details = { topPredictionIds: [], topAnomalyIds: [], predictionCount: 0, anomalyCount: 0, refusals };
        return { counts: {}, details };
      }
      const predictions = result.predictions.filter((prediction) => predictionFault(prediction) === null);
      const { sales } = await options.rows();
      const events = findMarketEvents({ sales, indices: result.indices, asOf: context.asOf });
      if (!context.dryRun) {
        await writeActivity(context, { result, rows: await options.rows(), dataHash });
        await writeAnalysis(context, { result, predictions, events, dataHash });
        await writeMovements(context, { market, events, sales });
      }
      const details: StoredMarket = {
        topPredictionIds: topPredictions(predictions).map((prediction) => prediction.id),
        topAnomalyIds: topAnomalies(result.anomalies).map((anomaly) => anomaly.id),
        predictionCount: predictions.length,
        anomalyCount: result.anomalies.length,
        refusals: sumCounts([
          result.exclusions,
          result.scoring.refused,
          ...Object.values(result.refusals).map(({ reason }) => ({ [reason]: 1 })),
        ]),
      };
      const counts = {
        indices: result.indices.length,
        predictions: predictions.length,
        anomalies: result.anomalies.length,
        movements: events.length,
      };
      return { counts, details };
    },
  });
  return details;
}

async function writeActivity(
  context: DailyContext,
  options: { readonly result: FittedMarket; readonly rows: MarketRows; readonly dataHash: string },
): Promise<void> {
  const { result, rows, dataHash } = options;
  const { asOf } = context;
  const { fittedModels, marketData } = context.dependencies.stores;
  const activity = await segmentActivity({
    rows,
    valuation: valuationFromPayload(result.valuation),
    marketData,
    segments: result.indices.map(({ segment }) => segment),
    asOf,
  });
  const key = { market: marketKey(result.market), asOf, dataHash };
  await fittedModels.save({ ...key, kind: SEGMENT_ACTIVITY, version: SEGMENT_ACTIVITY_VERSION, payload: activity });
}

async function writeAnalysis(
  context: DailyContext,
  options: {
    readonly result: FittedMarket;
    readonly predictions: readonly PricePrediction[];
    readonly events: readonly MarketEvent[];
    readonly dataHash: string;
  },
): Promise<void> {
  const { result, dataHash } = options;
  const { asOf } = context;
  const { stores } = context.dependencies;
  const key = { market: marketKey(result.market), asOf, dataHash };
  await stores.marketIndices.save({ asOf, indices: result.indices });
  const forecasts = Object.fromEntries(result.forecasts.map((forecast) => [forecast.segment, forecast]));
  const refusals = { kind: REFUSAL_MODEL, version: REFUSAL_MODEL_VERSION, payload: result.refusals };
  await stores.fittedModels.save({ ...key, kind: FORECAST_MODEL, version: FORECAST_MODEL_VERSION, payload: forecasts });
  await stores.fittedModels.save({ ...key, ...refusals });
  const events = { kind: MARKET_EVENTS, version: MARKET_EVENTS_VERSION, payload: options.events };
  await stores.fittedModels.save({ ...key, ...events });
  await stores.predictions.record(withContexts({ indices: result.indices, predictions: options.predictions }));
  await stores.anomalies.withdraw(await noLongerFound(context, result));
  await stores.anomalies.save(result.anomalies);
  const judge = { kind: ANOMALY_JUDGE_MODEL, version: ANOMALY_JUDGE_VERSION, payload: result.judge };
  await stores.fittedModels.save({ ...key, ...judge });
  // Last: requests read the valuation first, and everything that belongs to it is there by then.
  const valuation = { kind: VALUATION_MODEL, version: result.valuationVersion, payload: result.valuation };
  await stores.fittedModels.save({ ...key, ...valuation });
}

/** Anomalies that an earlier analysis of the day found in this market, and this one, which knows more rows, does not. */
async function noLongerFound(context: DailyContext, { market, anomalies }: FittedMarket): Promise<readonly string[]> {
  const { asOf, dependencies } = context;
  const found = new Set(anomalies.map(({ id }) => id));
  const open = await dependencies.stores.anomalies.list({ status: 'active', detectedFrom: asOf, limit: ALL });
  return open.anomalies
    .filter(({ detectedOn, price }) => detectedOn === asOf && isPriceJudgedIn(market, price))
    .map(({ id }) => id)
    .filter((id) => !found.has(id));
}

/** The 3-month predictions of the most specific segments with most sales behind them, at most ten. */
export function topPredictions(predictions: readonly PricePrediction[]): readonly PricePrediction[] {
  const parents = new Set(predictions.map(({ segment }) => segment.slice(0, segment.lastIndexOf('/'))));
  return predictions
    .filter((prediction) => prediction.horizon === '3m' && !parents.has(prediction.segment))
    .sort((left, right) => right.saleCount - left.saleCount || (left.segment < right.segment ? -1 : 1))
    .slice(0, TOP_COUNT);
}

/** The oddest anomalies first, at most ten. */
export function topAnomalies(anomalies: readonly Anomaly[]): readonly Anomaly[] {
  return [...anomalies]
    .sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1))
    .slice(0, TOP_COUNT);
}
