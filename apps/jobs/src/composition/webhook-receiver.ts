import { Webhook } from 'standardwebhooks';
import { CommandError, InvalidSettingError } from '../errors.ts';
import type { Settings } from '../settings/read-settings.ts';

const WEBHOOK_TIMEOUT_MS = 10_000;

/** Where alerts and notices are posted. */
export interface WebhookReceiver {
  readonly url: string;
  /** Base64, with or without the prefix `whsec_`. */
  readonly secret: string;
  readonly now: () => number;
  readonly fetch?: typeof fetch;
}

/** Something to be told. `id` is the same at every try, so that the receiver knows which it has already. */
export interface WebhookMessage {
  readonly id: string;
  readonly type: string;
  /** Epoch milliseconds. */
  readonly raisedAt: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The receiver of the settings, `null` where there is none. Both settings of it belong together. */
export function configuredReceiver({ values }: Pick<Settings, 'values'>, now: () => number): WebhookReceiver | null {
  const { PA_ALERT_WEBHOOK_URL: url, PA_ALERT_WEBHOOK_SECRET: secret } = values;
  if (url === undefined && secret === undefined) return null;
  if (url === undefined || secret === undefined) {
    throw new InvalidSettingError(
      'PA_ALERT_WEBHOOK_URL and PA_ALERT_WEBHOOK_SECRET belong together: set both of them, or neither.',
    );
  }
  return { url, secret, now };
}

/**
 * Posts a message as JSON, signed by the Standard Webhooks specification (https://www.standardwebhooks.com). Rejects where
 * the receiver did not take it.
 */
export async function postSigned(receiver: WebhookReceiver, message: WebhookMessage): Promise<void> {
  const { url, secret, now, fetch: send = fetch } = receiver;
  const sentAt = new Date(now());
  const body = JSON.stringify({
    type: message.type,
    timestamp: new Date(message.raisedAt).toISOString(),
    data: message.data,
  });
  const response = await send(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': message.id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(message.id, sentAt, body),
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
}
