import { writeMarketSummary } from '../../insights/write-market-summary.ts';
import type { WritingOptions, WrittenInsight } from '../../insights/written-insight.ts';
import { marketKey } from '../../market/price.ts';
import type { FittedMarket } from '../market-fitter.ts';
import { predictionFault } from '../sound-prediction.ts';
import { type OnceWritten, writeOnce } from '../write-once.ts';
import type { CollectedMarket } from './collect-market.ts';
import type { DailyContext } from './daily-context.ts';

/** More predictions than a day has. */
const ALL = 1_000_000;

/** Writes the summary of a market's day, once for the same rows. A dry run takes the template and keeps nothing. */
export async function writeSummary(
  context: DailyContext,
  options: { readonly analysis: FittedMarket; readonly collected: CollectedMarket },
): Promise<OnceWritten> {
  const { analysis, collected } = options;
  const { market, asOf, indices, anomalies } = analysis;
  const { dataHash, saleCount, activeCount, firstSaleOn, lastSaleOn, synthetic } = collected;
  // A prediction of the day that is on record stands, also where later rows of that day would move it.
  const { predictions: ledger } = context.dependencies.stores;
  const recorded = await ledger.list({ market: marketKey(market), asOf, limit: ALL });
  const onRecord = new Map(recorded.map(({ prediction }) => [prediction.id, prediction]));
  const predictions = analysis.predictions
    .filter((prediction) => predictionFault(prediction) === null)
    .map((prediction) => onRecord.get(prediction.id) ?? prediction);
  const span = { saleCount, activeCount, firstSaleOn, lastSaleOn, synthetic };
  const subject = { market, asOf, indices, predictions, anomalies, ...span };
  const identity = ['market_summary', marketKey(market), asOf, dataHash];
  const write = (writing: WritingOptions): Promise<WrittenInsight> => writeMarketSummary(subject, writing);
  if (!context.dryRun) return writeOnce(context.dependencies, { identity, write });
  const { stores, now } = context.dependencies;
  const { insights } = stores;
  const readOnly = { ...insights, save: async () => 0 };
  return writeOnce({ stores: { ...stores, insights: readOnly }, now }, { identity, write });
}
