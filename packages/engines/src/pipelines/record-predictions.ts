import { InvalidInputError } from '../errors.ts';
import { type IsoDate, isIsoDate } from '../market/calendar.ts';
import { fitPredictions } from './fit-predictions.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import { readMarketSales } from './read-market-rows.ts';
import { predictionFault } from './sound-prediction.ts';
import { withContexts } from './with-context.ts';

/**
 * Predicts every market from what was known on a day, and records the predictions and nothing else: for days before a
 * product began, so that its record of hits and misses does not start empty. A second call for the day changes nothing;
 * markets with too few sales are passed over. Answers how many predictions the day has.
 */
export async function recordPredictions(
  dependencies: Pick<PipelineDependencies, 'stores' | 'fitPredictions'>,
  options: { readonly asOf: IsoDate; readonly signal?: AbortSignal },
): Promise<number> {
  const { asOf, signal } = options;
  if (!isIsoDate(asOf)) {
    throw new InvalidInputError(`The day of the predictions is "${asOf}": give a day that exists, as YYYY-MM-DD.`);
  }
  const { stores, fitPredictions: predict = fitPredictions } = dependencies;
  let count = 0;
  for (const market of await stores.marketData.markets({ asOf })) {
    const sales = await readMarketSales(stores.marketData, { market, ...options });
    signal?.throwIfAborted();
    const predicted = await predict({ market, asOf, sales });
    if ('status' in predicted) continue;
    const predictions = predicted.predictions.filter((prediction) => predictionFault(prediction) === null);
    signal?.throwIfAborted();
    await stores.predictions.record(withContexts({ indices: predicted.indices, predictions }));
    count += predictions.length;
  }
  return count;
}
