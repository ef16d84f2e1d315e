import type { NotEnoughData } from '../../market/not-enough-data.ts';
import { type MarketScope, marketKey } from '../../market/price.ts';
import { contentHash } from '../content-hash.ts';
import { fitMarket as fitInProcess } from '../fit-market.ts';
import type { FittedMarket } from '../market-fitter.ts';
import { analysisCheckpoint } from './analysis-checkpoint.ts';
import type { MarketRows } from './collect-market.ts';
import { type DailyContext, PIPELINE_VERSION } from './daily-context.ts';
import { runStep } from './run-step.ts';

export type MarketAnalysis = FittedMarket | NotEnoughData;

/** What the analyse step remembers: whether the market could be analysed. */
export interface AnalysisVerdict extends Readonly<Record<string, unknown>> {
  readonly status: MarketAnalysis['status'];
  readonly reason: string | null;
}

/**
 * Fits the market and computes every number of the day. `analysis` hands the result over; after a skipped step it comes
 * from the checkpoint, and is computed again only where that is gone.
 */
export async function analyseMarket(
  context: DailyContext,
  options: { readonly market: MarketScope; readonly dataHash: string; readonly rows: () => Promise<MarketRows> },
): Promise<{ readonly verdict: AnalysisVerdict; readonly analysis: () => Promise<MarketAnalysis> }> {
  const { market, dataHash, rows } = options;
  const { asOf } = context;
  const { stores, fitMarket = fitInProcess } = context.dependencies;
  const checkpoint = analysisCheckpoint(stores.fittedModels, { market, asOf, dataHash });
  let kept: MarketAnalysis | null = null;

  const compute = async (): Promise<MarketAnalysis> => {
    const known = context.dryRun ? null : await checkpoint.load();
    if (known !== null) return known;
    const computed = await fitMarket({ market, asOf, ...(await rows()) });
    if (!context.dryRun) await checkpoint.save(computed);
    return computed;
  };
  const analysis = async (): Promise<MarketAnalysis> => {
    kept ??= await compute();
    return kept;
  };

  const { details } = await runStep<AnalysisVerdict>(context, {
    step: 'analyse',
    market: marketKey(market),
    inputHash: contentHash({ version: PIPELINE_VERSION, dataHash }),
    work: async () => {
      const result = await analysis();
      if (result.status !== 'ok') {
        return { counts: { sales: result.found }, details: { status: result.status, reason: result.reason } };
      }
      return {
        counts: {
          sales: result.saleCount,
          indices: result.indices.length,
          predictions: result.predictions.length,
          scored: result.scoring.scored,
          anomalies: result.anomalies.length,
        },
        details: { status: 'ok', reason: null },
      };
    },
  });
  return { verdict: details, analysis };
}
