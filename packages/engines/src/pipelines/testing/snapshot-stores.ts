import { ANOMALY_JUDGE_VERSION } from '../../anomalies/judge/judge-payload.ts';
import { canonicalJson } from '../../market/canonical-json.ts';
import type { createMemoryStores } from '../../market/memory/create-memory-stores.ts';
import type { IsoDate } from '../../market/calendar.ts';
import { marketKey } from '../../market/price.ts';
import { VALUATION_VERSION } from '../../valuation/fit-payload.ts';
import { PIPELINE_VERSION } from '../daily/daily-context.ts';
import {
  ANALYSIS_CHECKPOINT,
  ANOMALY_JUDGE_MODEL,
  FORECAST_MODEL,
  FORECAST_MODEL_VERSION,
  MARKET_EVENTS,
  MARKET_EVENTS_VERSION,
  REFUSAL_MODEL,
  REFUSAL_MODEL_VERSION,
  SEGMENT_ACTIVITY,
  SEGMENT_ACTIVITY_VERSION,
  VALUATION_MODEL,
} from '../fitted-model-kinds.ts';
import { OPTION_LADDERS, OPTION_LADDERS_VERSION } from '../option-ladders.ts';
import { DAILY_STEPS } from '../run-progress.ts';

const ALL = 1_000_000;
const MODELS = [
  [VALUATION_MODEL, VALUATION_VERSION],
  [ANOMALY_JUDGE_MODEL, ANOMALY_JUDGE_VERSION],
  [FORECAST_MODEL, FORECAST_MODEL_VERSION],
  [REFUSAL_MODEL, REFUSAL_MODEL_VERSION],
  [MARKET_EVENTS, MARKET_EVENTS_VERSION],
  [SEGMENT_ACTIVITY, SEGMENT_ACTIVITY_VERSION],
  [OPTION_LADDERS, OPTION_LADDERS_VERSION],
  [ANALYSIS_CHECKPOINT, PIPELINE_VERSION],
] as const;

/** Everything that a run as of a day has left in the stores, as canonical text: two equal snapshots are equal bytes. */
export async function snapshotStores(
  stores: ReturnType<typeof createMemoryStores>,
  options: { readonly asOf: IsoDate },
): Promise<string> {
  const { asOf } = options;
  const markets = await stores.marketData.markets({ asOf });
  const models: unknown[] = [];
  const indices: unknown[] = [];
  const steps: unknown[] = [];
  const names = ['head', 'refresh_cache', 'notify'];
  for (const market of markets) {
    const key = marketKey(market);
    names.push(...DAILY_STEPS.map((step) => `${step} ${key}`));
    for (const [kind, version] of MODELS) {
      models.push(await stores.fittedModels.latest({ kind, version, market: key, asOf }));
    }
    for (const segment of await stores.marketIndices.segments({ market, asOf })) {
      indices.push(await stores.marketIndices.latest({ market, segment, asOf }));
    }
  }
  const listingIds = (await stores.listings.changedSince({ limit: ALL })).listings.map(({ id }) => id);
  for (const step of names) steps.push(await stores.runs.completedStep({ run: 'daily', asOf, step }));
  return canonicalJson({
    markets,
    models,
    indices,
    steps,
    options: await stores.options.optionsOf('Porsche'),
    found: await stores.options.foundIn(listingIds),
    predictions: await stores.predictions.list({ limit: ALL }),
    anomalies: await stores.anomalies.list({ limit: ALL }),
    insights: await stores.insights.list({ limit: ALL }),
    notifications: stores.notifier.notifications(),
  });
}
