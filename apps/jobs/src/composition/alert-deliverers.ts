import { type AlertDeliverer, alertText, type CostAlert } from '@pa/cost';
import { Webhook } from 'standardwebhooks';
import { CommandError, InvalidSettingError } from '../errors.ts';
import type { Settings } from '../settings/read-settings.ts';

const WEBHOOK_TIMEOUT_MS = 10_000;

/** Tells of alerts on the console. */
export function consoleDeliverer(note: (line: string) => void): AlertDeliverer {
  return {
    deliver(alert) {
      note(`Alert: ${alertText(alert)}`);
      return Promise.resolve();
    },
  };
}

/**
 * Posts alerts as JSON, signed by the Standard Webhooks specification (https://www.standardwebhooks.com), so that the
 * receiver knows who sent them and which it has already.
 */
export function webhookDeliverer(options: {
  readonly url: string;
  /** Base64, with or without the prefix `whsec_`. */
  readonly secret: string;
  readonly now: () => number;
  readonly fetch?: typeof fetch;
}): AlertDeliverer {
  const { url, secret, now, fetch: send = fetch } = options;
  const webhook = new Webhook(secret);
  return {
    async deliver(alert) {
      const sentAt = new Date(now());
      const body = JSON.stringify({
        type: `cost.${alert.kind}`,
        timestamp: new Date(alert.raisedAt).toISOString(),
        data: { text: alertText(alert), ...inText(alert) },
      });
      const response = await send(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'webhook-id': alert.alertId,
          'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
          'webhook-signature': webhook.sign(alert.alertId, sentAt, body),
        },
        body,
        signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS),
      });
      await response.body?.cancel();
      if (response.ok) return;
      throw new CommandError(
        'WEBHOOK_REFUSED',
        `The receiver of alerts answered ${response.status}: look at PA_ALERT_WEBHOOK_URL, the alert is sent again.`,
      );
    },
  };
}

/** Whom the settings say to tell: the console, and the webhook where there is one. Both settings of it or none. */
export function configuredDeliverer(
  { values }: Pick<Settings, 'values'>,
  options: { readonly note: (line: string) => void; readonly now: () => number },
): AlertDeliverer {
  const { PA_ALERT_WEBHOOK_URL: url, PA_ALERT_WEBHOOK_SECRET: secret } = values;
  const console = consoleDeliverer(options.note);
  if (url === undefined && secret === undefined) return console;
  if (url === undefined || secret === undefined) {
    throw new InvalidSettingError(
      'PA_ALERT_WEBHOOK_URL and PA_ALERT_WEBHOOK_SECRET belong together: set both of them, or neither.',
    );
  }
  return everyDeliverer([webhookDeliverer({ url, secret, now: options.now }), console]);
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
