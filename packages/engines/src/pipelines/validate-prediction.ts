import { dayOfInstant } from '../market/calendar.ts';
import type { LedgerEntry } from '../market/ports/prediction-ledger.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import { settleDue } from './settle-due.ts';
import type { AnalysisReader } from './stored-analysis.ts';

/** What came of a prediction: settled, not due yet, or due without the sales to judge it. */
export type PredictionVerdict =
  | { readonly status: 'settled' | 'pending'; readonly entry: LedgerEntry }
  | { readonly status: 'not-enough-data'; readonly entry: LedgerEntry; readonly reason: string };

/**
 * Settles one prediction where it is due and its market has been fitted on or after its target date. Answers `null` for
 * an id that no ledger holds.
 */
export async function validatePrediction(
  predictionId: string,
  options: { readonly dependencies: PipelineDependencies; readonly analyses: AnalysisReader },
): Promise<PredictionVerdict | null> {
  const { stores, now } = options.dependencies;
  const entry = await stores.predictions.byId(predictionId);
  if (entry === null) return null;
  if (entry.outcome !== null) return { status: 'settled', entry };
  const { prediction } = entry;
  const today = dayOfInstant(now());
  if (today < prediction.targetDate) return { status: 'pending', entry };

  const analysis = await options.analyses.read({ market: prediction.market, asOf: today });
  if (analysis.status !== 'ok') return { status: 'not-enough-data', entry, reason: analysis.reason };
  if (analysis.asOf < prediction.targetDate) {
    const reason = `its market was analysed last on ${analysis.asOf}, before the target date ${prediction.targetDate}`;
    return { status: 'not-enough-data', entry, reason };
  }
  const { valuation, asOf } = analysis;
  const { outcomes, unsettled } = await settleDue([prediction], {
    valuation,
    settledOn: asOf,
    marketData: stores.marketData,
  });
  if (outcomes.length === 0) {
    return { status: 'not-enough-data', entry, reason: Object.keys(unsettled)[0] ?? 'no sales around the target date' };
  }
  await stores.predictions.settle(outcomes);
  const settled = await stores.predictions.byId(predictionId);
  return { status: 'settled', entry: settled ?? entry };
}
