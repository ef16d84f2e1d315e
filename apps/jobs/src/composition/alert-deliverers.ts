import { type AlertDeliverer, alertText, type CostAlert } from '@pa/cost';
import type { Settings } from '../settings/read-settings.ts';
import { configuredReceiver, postSigned, type WebhookReceiver } from './webhook-receiver.ts';

/** Tells of alerts on the console. */
export function consoleDeliverer(note: (line: string) => void): AlertDeliverer {
  return {
    deliver(alert) {
      note(`Alert: ${alertText(alert)}`);
      return Promise.resolve();
    },
  };
}

/** Posts alerts as JSON, signed. */
export function webhookDeliverer(receiver: WebhookReceiver): AlertDeliverer {
  return {
    deliver: (alert) =>
      postSigned(receiver, {
        id: alert.alertId,
        type: `cost.${alert.kind}`,
        raisedAt: alert.raisedAt,
        data: { text: alertText(alert), ...inText(alert) },
      }),
  };
}

/** Whom the settings say to tell: the console, and the webhook where there is one. Both settings of it or none. */
export function configuredDeliverer(
  { values }: Pick<Settings, 'values'>,
  options: { readonly note: (line: string) => void; readonly now: () => number },
): AlertDeliverer {
  const receiver = configuredReceiver({ values }, options.now);
  const console = consoleDeliverer(options.note);
  return receiver === null ? console : everyDeliverer([webhookDeliverer(receiver), console]);
}

/** Tells everybody; the alert counts as delivered when all of them have it. */
export function everyDeliverer(deliverers: readonly AlertDeliverer[]): AlertDeliverer {
  return {
    async deliver(alert) {
      for (const deliverer of deliverers) await deliverer.deliver(alert);
    },
  };
}

/** Whole numbers beyond the range of a JSON number are decimal strings. */
function inText(alert: CostAlert): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(alert).map(([key, value]) => [key, typeof value === 'bigint' ? value.toString() : value]),
  );
}
