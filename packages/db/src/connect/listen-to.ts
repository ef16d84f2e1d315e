import { MissingClientError } from '../errors.ts';
import type { DatabaseDriver } from './database-driver.ts';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;

/** Where notifications of the database can be heard. */
export type NotificationSource =
  /** The embedded database of this process. */
  | Required<Pick<DatabaseDriver, 'pglite'>>
  /** Postgres itself: a pooler in transaction mode loses LISTEN. */
  | { readonly connectionString: string };

export interface NotificationListener {
  readonly channel: string;
  readonly hear: (payload: string | undefined) => void;
  /** The connection broke: nothing is heard from here on. */
  readonly lost?: () => void;
  /** It was made again: anything may have been said meanwhile. */
  readonly missed: () => void;
}

/**
 * Hears what is said on a channel by NOTIFY, whichever process says it, and answers how to stop. On Postgres it holds one
 * connection, which is made again where it breaks. The first connection that fails rejects.
 */
export async function listenTo(
  source: NotificationSource,
  listener: NotificationListener,
): Promise<() => Promise<void>> {
  if ('pglite' in source) return source.pglite.listen(listener.channel, listener.hear);
  return listenOnPostgres(source.connectionString, listener);
}

async function listenOnPostgres(
  connectionString: string,
  { channel, hear, lost, missed }: NotificationListener,
): Promise<() => Promise<void>> {
  const { default: pg } = await import('pg').catch((cause: unknown) => {
    throw new MissingClientError({ packageName: 'pg', cause });
  });
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current: { end(): Promise<void> } | undefined;

  const connect = async (): Promise<void> => {
    const client = new pg.Client({ connectionString, keepAlive: true });
    let isLost = false;
    const lose = () => {
      if (isLost || stopped || current !== client) return;
      isLost = true;
      lost?.();
      void client.end().catch(() => undefined);
      again(FIRST_WAIT_MS);
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', (notification) => {
      if (notification.channel === channel) hear(notification.payload);
    });
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    if (stopped) await client.end();
    else current = client;
  };
  const again = (waitMs: number): void => {
    timer = setTimeout(() => {
      connect().then(missed, () => {
        if (!stopped) again(Math.min(LONGEST_WAIT_MS, waitMs * 2));
      });
    }, waitMs);
    timer.unref();
  };
  await connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await current?.end();
  };
}
