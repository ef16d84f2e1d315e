import { type InsightCandidate, NOVELTY_DAYS, selectInsights, type ToldInsight } from '../insights/select-insights.ts';
import { writeAnomalyText } from '../insights/write-anomaly-text.ts';
import type { Anomaly } from '../market/anomaly.ts';
import { addDays, addMonths } from '../market/calendar.ts';
import { deterministicUuid } from '../market/deterministic-uuid.ts';
import type { MarketInsight } from '../market/insight.ts';
import type { MarketIndex } from '../market/market-index.ts';
import type { SegmentId } from '../market/segment.ts';
import { isOfferIn } from './market-rows.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import type { StoredAnalysis } from './stored-analysis.ts';
import { writeMany } from './write-many.ts';
import { writeOnce } from './write-once.ts';
import { writeSegmentInsight } from './write-segment-insight.ts';

/** Months over which a move is judged. */
const MONTHS = 12;

/** Sales of the segment in these months without which a move is not looked at. */
const LEAST_SALES = 12;

/** Normal score of one end of a 90 % band. */
const BAND_SCORE = 1.6449;
const MOST_MOVES = 3;
const MOST_ANOMALIES = 3;
const ALL = 1_000_000;

/**
 * Writes what is worth telling about one market beside its summary: the moves of trims that stay significant with false
 * discoveries held at a tenth over every trim, and listings that stand out among all on offer, none of them told within
 * the novelty window.
 */
export async function writeSelectedInsights(
  analysis: StoredAnalysis,
  dependencies: PipelineDependencies,
): Promise<readonly MarketInsight[]> {
  const [moves, oddities] = [await selectMoves(analysis, dependencies), await selectAnomalies(analysis, dependencies)];
  const written = await writeMany<MarketInsight | null>(dependencies, [
    ...moves.map(
      (segment) => (given: PipelineDependencies) => writeSegmentInsight(segment, { analysis, dependencies: given }),
    ),
    ...oddities.map((anomaly) => async (given: PipelineDependencies) => {
      const identity = anomalyIdentity(anomaly);
      return (await writeOnce(given, { identity, write: (writing) => writeAnomalyText({ anomaly }, writing) })).insight;
    }),
  ]);
  return written.filter((insight) => insight !== null);
}

async function selectMoves(
  analysis: StoredAnalysis,
  { stores }: Pick<PipelineDependencies, 'stores'>,
): Promise<readonly SegmentId[]> {
  const { market, asOf } = analysis;
  const judged: { readonly candidate: InsightCandidate; readonly segment: SegmentId }[] = [];
  const saleCount = Math.max(1, analysis.valuation.saleCount);
  for (const segment of analysis.segments) {
    if (segment.split('/').length !== 4) continue;
    const stored = await stores.marketIndices.latest({ market, segment, asOf });
    const move = stored === null ? null : moveOf(stored.index);
    if (move === null || move.saleCount < LEAST_SALES) continue;
    judged.push({
      segment,
      candidate: {
        type: 'segment_report',
        subject: segment,
        surprise: move.surprise,
        reach: Math.min(1, move.saleCount / saleCount),
        confidence: move.surprise ** 2 / (1 + move.surprise ** 2),
      },
    });
  }
  const told = await toldReports(
    judged.map(({ segment }) => segment),
    { analysis, stores },
  );
  const chosen = selectInsights(
    judged.map(({ candidate }) => candidate),
    { asOf, told, limit: MOST_MOVES },
  );
  return chosen.map(({ subject }) => subject);
}

/** The change of an index over a year in standard errors; `null` where it does not reach back that far. */
function moveOf(index: MarketIndex): { readonly surprise: number; readonly saleCount: number } | null {
  const last = index.points.at(-1);
  if (last === undefined) return null;
  const firstMonth = addMonths(last.month, -MONTHS);
  const first = index.points.find(({ month }) => month === firstMonth);
  if (first === undefined || !(first.lower90 > 0 && last.lower90 > 0)) return null;
  const error = ({ lower90, upper90 }: typeof last): number => Math.log(upper90 / lower90) / (2 * BAND_SCORE);
  const spread = Math.hypot(error(first), error(last));
  if (!(spread > 0)) return null;
  return {
    surprise: Math.log(last.level / first.level) / spread,
    saleCount: index.points.reduce((sum, { month, saleCount }) => sum + (month > firstMonth ? saleCount : 0), 0),
  };
}

/** Segments whose report was written within the window. */
async function toldReports(
  segments: readonly SegmentId[],
  options: { readonly analysis: StoredAnalysis; readonly stores: PipelineDependencies['stores'] },
): Promise<readonly ToldInsight[]> {
  const { analysis, stores } = options;
  const written = await stores.insights.list({ type: 'segment_report', asOf: analysis.asOf, limit: 1000 });
  const since = addDays(analysis.asOf, -NOVELTY_DAYS);
  return written
    .filter(({ analysisDate }) => analysisDate > since)
    .flatMap(({ model, generation, trim, analysisDate }) =>
      segments
        .filter((segment) => endsIn(segment, [model, generation, trim]))
        .map((subject): ToldInsight => ({ type: 'segment_report', subject, toldOn: analysisDate })),
    );
}

/** Whether a segment is of these names, whatever its make. */
function endsIn(segment: SegmentId, names: readonly (string | null)[]): boolean {
  const spelled = (text: string | null): string => (text ?? '-').toLowerCase().replace(/[^a-z0-9.]+/g, '-');
  return segment.split('/').slice(1).join('/') === names.map(spelled).join('/');
}

async function selectAnomalies(
  analysis: StoredAnalysis,
  { stores }: Pick<PipelineDependencies, 'stores'>,
): Promise<readonly Anomaly[]> {
  const { market, asOf } = analysis;
  const open = await stores.anomalies.list({ status: 'active', detectedFrom: asOf, limit: ALL });
  const found = open.anomalies.filter(
    ({ detectedOn, price }) => detectedOn === asOf && price.currency === market.currency,
  );
  let offers = 0;
  for await (const listing of stores.marketData.activeListings({ asOf, currency: market.currency })) {
    if (isOfferIn(market, listing)) offers += 1;
  }
  const told: ToldInsight[] = [];
  for (const anomaly of found) {
    const earlier = await stores.insights.byId(
      deterministicUuid(JSON.stringify(['insight', ...anomalyIdentity(anomaly)])),
    );
    if (earlier !== null) told.push({ type: 'anomaly', subject: anomaly.id, toldOn: earlier.analysisDate });
  }
  const chosen = selectInsights(
    found.map((anomaly) => ({
      type: 'anomaly',
      subject: anomaly.id,
      surprise: anomaly.score * Math.sign(anomaly.deviation || 1),
      reach: 1 / Math.max(1, offers),
      confidence: anomaly.type === 'data_quality' ? 0.5 : 0.9,
    })),
    { asOf, told, limit: MOST_ANOMALIES, silentCount: Math.max(0, offers - found.length) },
  );
  const byId = new Map(found.map((anomaly) => [anomaly.id, anomaly]));
  return chosen.flatMap(({ subject }) => byId.get(subject) ?? []);
}

/** A finding has one text for ever. */
function anomalyIdentity(anomaly: Anomaly): readonly string[] {
  return ['anomaly', anomaly.id];
}
