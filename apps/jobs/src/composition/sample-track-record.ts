import { addMonthsToDay, createMemoryStores, type IsoDate, type PipelineDependencies, runDaily } from '@pa/engines';

/** How many months before the sample's last day it is analysed as well, oldest first. */
const MONTHS_BEFORE = [6, 3, 1] as const;

/**
 * Predicts from days of the sample's past, each from what was known then, so that predictions have come due on its last day
 * and the first analysis can settle them. Only the predictions are kept: what stood out then is nobody's business now.
 */
export async function predictFromSamplePast(
  dependencies: PipelineDependencies,
  options: { readonly asOf: IsoDate; readonly signal: AbortSignal },
): Promise<void> {
  const { stores, ...rest } = dependencies;
  for (const months of MONTHS_BEFORE) {
    const past = { ...createMemoryStores(), listings: stores.listings, marketData: stores.marketData };
    await runDaily(
      { ...rest, stores: { ...past, predictions: stores.predictions } },
      {
        asOf: addMonthsToDay(options.asOf, -months),
        valuesOptions: false,
        readsOptions: false,
        signal: options.signal,
      },
    );
  }
}
