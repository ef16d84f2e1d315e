import type { DatabaseStores } from '@pa/db';
import type { Settings } from '../settings/read-settings.ts';
import { configuredDeliverer } from './alert-deliverers.ts';
import { deliverNotices } from './deliver-notices.ts';
import { createModelCosts } from './model-costs.ts';
import { watchCostsOnce } from './watch-costs.ts';
import { configuredReceiver } from './webhook-receiver.ts';

const EVERY_MS = 60_000;

/**
 * Looks at the costs every minute until it is stopped, and hands on alerts and notices to whom the settings say. A look that
 * fails is noted, and the next one looks again.
 */
export function keepWatch(
  stores: DatabaseStores,
  options: { readonly settings: Settings; readonly now: () => number; readonly note: (line: string) => void },
): { stop(): Promise<void> } {
  const { settings, now, note } = options;
  const told = (what: string) => (error: unknown) => note(`${what}: ${(error as Error).message}`);
  const onCostError = told('Watching the costs');
  const onNoticeError = told('Delivering notices');
  const watched = {
    stores,
    costs: createModelCosts(stores, { now, settings }),
    deliverer: configuredDeliverer(settings, { note, now }),
    now,
    onError: onCostError,
  };
  const notices = {
    outbox: stores.notifier,
    receiver: configuredReceiver(settings, now),
    now,
    onError: onNoticeError,
  };
  let running: Promise<void> = Promise.resolve();
  const look = () => {
    running = running
      .then(() => watchCostsOnce(watched))
      .catch(onCostError)
      .then(async () => void (await deliverNotices(notices)))
      .catch(onNoticeError);
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
