import type { MarketInsight } from '../../market/insight.ts';
import type { NotEnoughData } from '../../market/not-enough-data.ts';
import { type MarketScope, marketKey } from '../../market/price.ts';
import { contentHash } from '../content-hash.ts';
import { fitMarket as fitInProcess } from '../fit-market.ts';
import type { FittedMarket } from '../market-fitter.ts';
import { analysisCheckpoint } from './analysis-checkpoint.ts';
import type { MarketRows } from '../read-market-rows.ts';
import type { CollectedMarket } from './collect-market.ts';
import { type DailyContext, PIPELINE_VERSION } from './daily-context.ts';
import { readVerdicts } from '../read-verdicts.ts';
import { runStep } from './run-step.ts';
import { writeSummary } from './write-summary.ts';

export type MarketAnalysis = FittedMarket | NotEnoughData;

/** What the analyse step remembers: whether the market could be analysed. */
export interface AnalysisVerdict extends Readonly<Record<string, unknown>> {
  readonly status: MarketAnalysis['status'];
  readonly reason: string | null;
  /** Id of the day's summary, `null` where the market was not analysed. */
  readonly summaryId: string | null;
  /** Texts of the language model that were not served. */
  readonly refusedTexts: number;
}

/** The day's analysis of one market: numbers and words. */
export interface AnalysedMarket {
  readonly verdict: AnalysisVerdict;
  readonly analysis: () => Promise<MarketAnalysis>;
  readonly summary: MarketInsight | null;
  /** What the words cost in this run. */
  readonly costNanoUsd: bigint;
}

/**
 * Fits the market, computes every number of the day, and has the summary written. `analysis` hands the result over; after a skipped step it comes
 * from the checkpoint, and is computed again only where that is gone.
 */
export async function analyseMarket(
  context: DailyContext,
  options: {
    readonly market: MarketScope;
    readonly collected: CollectedMarket;
    readonly rows: () => Promise<MarketRows>;
  },
): Promise<AnalysedMarket> {
  const { market, collected, rows } = options;
  const { dataHash } = collected;
  const { asOf } = context;
  const { stores, fitMarket = fitInProcess } = context.dependencies;
  const checkpoint = analysisCheckpoint(stores.fittedModels, { market, asOf, dataHash });
  let kept: MarketAnalysis | null = null;
  let summary: MarketInsight | null = null;
  let costNanoUsd = 0n;

  const compute = async (): Promise<MarketAnalysis> => {
    const known = context.dryRun ? null : await checkpoint.load();
    if (known !== null) return known;
    const computed = await fitMarket({
      market,
      asOf,
      ...(await rows()),
      verdicts: await readVerdicts(stores.anomalies),
    });
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
        const verdict = { status: result.status, reason: result.reason, summaryId: null, refusedTexts: 0 };
        return { counts: { sales: result.found }, details: verdict };
      }
      const written = await writeSummary(context, { analysis: result, collected });
      summary = written.insight;
      costNanoUsd = written.costNanoUsd;
      return {
        counts: {
          sales: result.saleCount,
          indices: result.indices.length,
          predictions: result.predictions.length,
          scored: result.scoring.scored,
          anomalies: result.anomalies.length,
        },
        details: { status: 'ok', reason: null, summaryId: summary.id, refusedTexts: written.refusedTexts },
      };
    },
  });
  if (summary === null && details.summaryId !== null) summary = await stores.insights.byId(details.summaryId);
  return { verdict: details, analysis, summary, costNanoUsd };
}
