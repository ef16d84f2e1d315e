import { writeSegmentReport } from '../insights/write-segment-report.ts';
import type { AnalysisDepth, MarketInsight } from '../market/insight.ts';
import { marketKey } from '../market/price.ts';
import { HORIZON_MONTHS } from '../market/price-prediction.ts';
import type { SegmentId } from '../market/segment.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import type { StoredAnalysis } from './stored-analysis.ts';
import { depthIdentity, writeOnce } from './write-once.ts';

const OPEN_ANOMALIES = 1000;

/** Writes the report of one analysed segment, once a day and state of the data; `null` where it has no prediction. */
export async function writeSegmentInsight(
  segment: SegmentId,
  options: {
    readonly analysis: StoredAnalysis;
    readonly dependencies: PipelineDependencies;
    readonly depth?: AnalysisDepth;
  },
): Promise<MarketInsight | null> {
  const { analysis, dependencies, depth = 'standard' } = options;
  const { market, asOf, dataHash } = analysis;
  const { marketIndices, predictions: ledger, anomalies } = dependencies.stores;
  const limit = Object.keys(HORIZON_MONTHS).length;
  const entries = await ledger.list({ market: marketKey(market), segment, asOf, limit });
  const predictions = entries.map((entry) => entry.prediction);
  const first = predictions[0];
  if (first === undefined) return null;
  const stored = await marketIndices.latest({ market, segment, asOf });
  const open = await anomalies.list({ status: 'active', limit: OPEN_ANOMALIES });
  const { insight } = await writeOnce(dependencies, {
    identity: depthIdentity(['segment_report', marketKey(market), segment, asOf, dataHash], depth),
    write: (writing) =>
      writeSegmentReport(
        {
          market,
          asOf,
          predictions,
          vehicle: first,
          saleCount: first.saleCount,
          index: stored?.index ?? null,
          anomalies: open.anomalies.filter(
            (anomaly) =>
              anomaly.price.currency === market.currency &&
              anomaly.detectedOn <= asOf &&
              (anomaly.segment === segment || anomaly.segment.startsWith(`${segment}/`)),
          ),
          synthetic: first.synthetic,
        },
        { ...writing, depth },
      ),
  });
  return insight;
}
