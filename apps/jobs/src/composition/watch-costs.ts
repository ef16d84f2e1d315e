import {
  type AlertDeliverer,
  deliverAlerts,
  findSpendAnomalies,
  raiseBurnRateAlerts,
  raiseThresholdAlerts,
} from '@pa/cost';
import type { DatabaseStores } from '@pa/db';
import type { ModelCosts } from './model-costs.ts';

const DAY_MS = 86_400_000;

/**
 * One look at what language models cost: raises what is to be told (each alert once, whoever looks) and delivers what waits.
 * Days are judged when they are over.
 */
export async function watchCostsOnce(options: {
  readonly stores: Pick<DatabaseStores, 'calls' | 'budgets' | 'alerts'>;
  readonly costs: Pick<ModelCosts, 'budgets'>;
  readonly deliverer: AlertDeliverer;
  readonly now: () => number;
  readonly onError?: (error: unknown) => void;
}): Promise<void> {
  const { stores, costs, deliverer, now, onError } = options;
  const { calls, budgets: store, alerts: outbox } = stores;
  const at = now();
  const budgets = await costs.budgets();
  await raiseThresholdAlerts({ store, outbox }, { budgets, at });
  await raiseBurnRateAlerts({ store, outbox }, { budgets, at });
  const yesterday = new Date(at - DAY_MS).toISOString().slice(0, 10);
  for (const by of ['feature', 'promptVersion'] as const) {
    await outbox.put(await findSpendAnomalies(calls, { day: yesterday, by, at }));
  }
  await deliverAlerts({ outbox, deliverer, now, ...(onError === undefined ? {} : { onError }) });
}
