import { type EngineStores, type IsoDate } from '@pa/engines';
import { generateMarket } from '@pa/engines/synthetic-market';

const RUN = 'sample-market';
const STEP = 'load';
const SEED = 1;
const BATCH_SIZE = 5000;

/** What the sample market was made from, as it was loaded. */
export interface SampleMarket {
  readonly loadedOn: IsoDate;
  readonly listingCount: number;
}

/** The sample market of this database, `null` where it holds none. */
export async function findSampleMarket(stores: EngineStores): Promise<SampleMarket | null> {
  const loadedOn = await stores.runs.lastCompleted({ run: RUN, step: STEP });
  if (loadedOn === null) return null;
  const record = await stores.runs.completedStep({ run: RUN, asOf: loadedOn, step: STEP });
  return { loadedOn, listingCount: Number(record?.summary['listingCount'] ?? 0) };
}

/** Fills an empty database with the made-up demo market of the day. The stores are those of one transaction. */
export async function loadSampleMarket(
  stores: EngineStores,
  options: { readonly asOf: IsoDate; readonly now: () => number },
): Promise<SampleMarket> {
  const startedAt = options.now();
  const { listings } = generateMarket({ preset: 'demo', seed: SEED, endsOn: options.asOf });
  for (let start = 0; start < listings.length; start += BATCH_SIZE) {
    await stores.listings.upsert(listings.slice(start, start + BATCH_SIZE));
  }
  await stores.runs.completeStep({
    run: RUN,
    asOf: options.asOf,
    step: STEP,
    inputHash: `demo/${SEED}/${options.asOf}`,
    summary: { listingCount: listings.length },
    durationMs: options.now() - startedAt,
  });
  return { loadedOn: options.asOf, listingCount: listings.length };
}
