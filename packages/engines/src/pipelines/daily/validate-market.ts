import { type MarketScope, marketKey } from '../../market/price.ts';
import { median } from '../../statistics/quantile.ts';
import { valuationFromPayload } from '../../valuation/fitted-valuation.ts';
import { contentHash } from '../content-hash.ts';
import { duePredictions, settleDue } from '../settle-due.ts';
import { predictionFault } from '../sound-prediction.ts';
import type { MarketAnalysis } from './analyse-market.ts';
import { type DailyContext, PIPELINE_VERSION } from './daily-context.ts';
import { runStep } from './run-step.ts';

/** What the validate step remembers: how the predictions that came due did, and what it refused. */
export interface MarketValidation extends Readonly<Record<string, unknown>> {
  readonly settled: number;
  /** Median absolute percentage error of the predictions settled by this step, and of the naive baseline; or `null`. */
  readonly medianError: number | null;
  readonly naiveMedianError: number | null;
  /** Share of the settled 90 % intervals that held the truth, or `null`. */
  readonly coverage90: number | null;
  /** Due predictions left open, by reason. */
  readonly unsettled: Readonly<Record<string, number>>;
  /** New predictions that are not sound and will not be stored, by reason. */
  readonly unsound: Readonly<Record<string, number>>;
}

/** Scores the predictions that came due and checks the new ones before they are stored. */
export async function validateMarket(
  context: DailyContext,
  options: {
    readonly market: MarketScope;
    readonly dataHash: string;
    readonly analysis: () => Promise<MarketAnalysis>;
  },
): Promise<MarketValidation> {
  const { market, dataHash } = options;
  const { asOf } = context;
  const { marketData, predictions: ledger } = context.dependencies.stores;
  const due = await duePredictions(ledger, { market, asOf });
  const hashOf = (ids: readonly string[]) => contentHash({ version: PIPELINE_VERSION, dataHash, due: [...ids].sort() });

  const { details } = await runStep<MarketValidation>(context, {
    step: 'validate',
    market: marketKey(market),
    inputHash: hashOf(due.map((prediction) => prediction.id)),
    work: async () => {
      const result = await options.analysis();
      const unsound: Record<string, number> = {};
      if (result.status !== 'ok') {
        const details = {
          settled: 0,
          medianError: null,
          naiveMedianError: null,
          coverage90: null,
          unsettled: {},
          unsound,
        };
        return { counts: { settled: 0, due: due.length }, details };
      }
      for (const fault of result.predictions.map(predictionFault)) {
        if (fault !== null) unsound[fault] = (unsound[fault] ?? 0) + 1;
      }
      const valuation = valuationFromPayload(result.valuation);
      const { outcomes, unsettled, openIds } = await settleDue(due, { valuation, settledOn: asOf, marketData });
      const details: MarketValidation = {
        settled: outcomes.length,
        medianError: medianOrNull(outcomes.map((outcome) => outcome.absolutePercentageError)),
        naiveMedianError: medianOrNull(outcomes.map((outcome) => outcome.naiveAbsolutePercentageError)),
        coverage90: shareCovered(outcomes.flatMap((outcome) => outcome.covered)),
        unsettled,
        unsound,
      };
      const counts = { due: due.length, settled: outcomes.length, open: openIds.length };
      return { counts, details, effect: { apply: () => ledger.settle(outcomes), inputHash: hashOf(openIds) } };
    },
  });
  return details;
}

function medianOrNull(values: readonly number[]): number | null {
  return values.length === 0 ? null : median(values);
}

function shareCovered(
  results: readonly { readonly confidenceLevel: number; readonly covered: boolean }[],
): number | null {
  const widest = results.filter((result) => result.confidenceLevel === 0.9);
  return widest.length === 0 ? null : widest.filter((result) => result.covered).length / widest.length;
}
