import type { MarketInsight } from '../../market/insight.ts';
import type { MarketScope } from '../../market/price.ts';
import type { MarketReport } from '../daily-run-report.ts';
import { sumCounts } from '../sum-counts.ts';
import type { AnalysisVerdict, MarketAnalysis } from './analyse-market.ts';
import type { CollectedMarket } from './collect-market.ts';
import type { DailyContext } from './daily-context.ts';
import type { StoredMarket } from './store-market.ts';
import { withContexts } from '../with-context.ts';
import type { MarketValidation } from './validate-market.ts';

/**
 * What the run found in one market, read back from the stores, so that a run that skipped everything reports the same.
 * A dry run, which stored nothing, reports what it computed.
 */
export async function reportMarket(
  context: DailyContext,
  options: {
    readonly market: MarketScope;
    readonly collected: CollectedMarket;
    readonly verdict: AnalysisVerdict;
    readonly validation: MarketValidation;
    readonly stored: StoredMarket;
    readonly analysis: () => Promise<MarketAnalysis>;
    readonly summary: MarketInsight | null;
  },
): Promise<MarketReport> {
  const { collected, verdict, validation, stored } = options;
  const { topPredictions, topAnomalies } = await findings(context, options);
  return {
    market: options.market,
    status: verdict.status,
    reason: verdict.reason,
    saleCount: collected.saleCount,
    firstSaleOn: collected.firstSaleOn,
    lastSaleOn: collected.lastSaleOn,
    synthetic: collected.synthetic,
    topPredictions,
    predictionCount: stored.predictionCount,
    topAnomalies,
    anomalyCount: stored.anomalyCount,
    settledCount: validation.settled,
    summary: options.summary,
    refusals: sumCounts([
      stored.refusals,
      validation.unsettled,
      validation.unsound,
      verdict.refusedTexts === 0 ? {} : { 'text of the language model not proved': verdict.refusedTexts },
    ]),
  };
}

async function findings(
  context: DailyContext,
  options: { readonly stored: StoredMarket; readonly analysis: () => Promise<MarketAnalysis> },
): Promise<Pick<MarketReport, 'topPredictions' | 'topAnomalies'>> {
  const { topPredictionIds, topAnomalyIds } = options.stored;
  if (context.dryRun) {
    const result = await options.analysis();
    if (result.status !== 'ok') return { topPredictions: [], topAnomalies: [] };
    return {
      topPredictions: inOrder(topPredictionIds, withContexts(result)),
      topAnomalies: inOrder(topAnomalyIds, result.anomalies),
    };
  }
  const { predictions, anomalies } = context.dependencies.stores;
  const entries = await Promise.all(topPredictionIds.map((id) => predictions.byId(id)));
  const found = await Promise.all(topAnomalyIds.map((id) => anomalies.byId(id)));
  return {
    topPredictions: entries.flatMap((entry) => (entry === null ? [] : [entry.prediction])),
    topAnomalies: found.flatMap((anomaly) => (anomaly === null ? [] : [anomaly])),
  };
}

function inOrder<Row extends { readonly id: string }>(ids: readonly string[], rows: readonly Row[]): readonly Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
