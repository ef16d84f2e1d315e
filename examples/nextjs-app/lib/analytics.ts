import { type Api, createApi } from '@pa/api';
import { createDatabase, createStores, type DatabaseDriver, migrate } from '@pa/db';
import { dayOfInstant, LLMPredictor, MarketInsightsGenerator, runDaily } from '@pa/engines';
import { generateMarket } from '@pa/engines/synthetic-market';

/** The analytics of this process. */
export interface Analytics {
  readonly api: Api;
  close(): Promise<void>;
}

/** Survives the reloads of the development server, which would otherwise open the embedded folder twice. */
const kept = globalThis as typeof globalThis & { analytics?: Promise<Analytics> | undefined };

/** Opens database and API at the first request and hands out the same ones after; a failed opening is tried again. */
export function analytics(): Promise<Analytics> {
  kept.analytics ??= openAnalytics().catch((error: unknown) => {
    kept.analytics = undefined;
    throw error;
  });
  return kept.analytics;
}

/** Closes what {@link analytics} has opened, if anything. */
export async function closeAnalytics(): Promise<void> {
  const opened = kept.analytics;
  kept.analytics = undefined;
  await (await opened)?.close();
}

async function openAnalytics(): Promise<Analytics> {
  const { DATABASE_URL: connectionString, PA_DATA_DIR: folder = '.pa' } = process.env;
  const database = await createDatabase(connectionString === undefined ? { folder } : { connectionString });
  try {
    await migrate(database);
    return await wire(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function wire(database: DatabaseDriver): Promise<Analytics> {
  const dependencies = { stores: createStores(database), now: Date.now };
  await loadSampleMarket(dependencies);
  const api = createApi({
    ...dependencies,
    predictor: new LLMPredictor(dependencies),
    insightWriter: new MarketInsightsGenerator(dependencies),
    dataset: { name: 'Sample market', synthetic: true },
  });
  return { api, close: () => database.close() };
}

/** Fills an empty database with a small made-up market and analyses it once. */
async function loadSampleMarket(dependencies: Parameters<typeof runDaily>[0]): Promise<void> {
  const asOf = dayOfInstant(dependencies.now());
  const { stores } = dependencies;
  if ((await stores.marketData.markets({ asOf })).length > 0) return;
  const { listings } = generateMarket({ preset: 'demo', seed: 1, endsOn: asOf, months: 30, salesPerMonth: 60 });
  await stores.listings.upsert(listings);
  await runDaily(dependencies, { asOf });
}
