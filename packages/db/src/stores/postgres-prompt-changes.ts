import type { PromptChanges } from '@pa/prompts';
import { MissingClientError } from '../errors.ts';
import type { DatabaseDriver } from '../connect/database-driver.ts';
import { PROMPT_CHANNEL } from './prompt-channel.ts';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;

/** Where deployments of prompts can be heard. */
export type PromptChangesSource =
  /** The embedded database of this process. */
  | Required<Pick<DatabaseDriver, 'pglite'>>
  /** Postgres itself: a pooler in transaction mode loses LISTEN. */
  | { readonly connectionString: string };

/**
 * Hears of deployments of prompts by LISTEN, whichever process made them. On Postgres it holds one connection for each
 * subscription; one that breaks is made again, and the listener is told that anything may have changed meanwhile. The first
 * connection that fails rejects.
 */
export function postgresPromptChanges(source: PromptChangesSource): PromptChanges {
  return {
    async subscribe(listener) {
      const hear = (payload: string | undefined) => listener(readChange(payload));
      if ('pglite' in source) return source.pglite.listen(PROMPT_CHANNEL, hear);
      return listenOnPostgres(source.connectionString, { hear, missed: () => listener({}) });
    },
  };
}

async function listenOnPostgres(
  connectionString: string,
  told: { readonly hear: (payload: string | undefined) => void; readonly missed: () => void },
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
      void client.end().catch(() => undefined);
      again(FIRST_WAIT_MS);
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ channel, payload }) => {
      if (channel === PROMPT_CHANNEL) told.hear(payload);
    });
    try {
      await client.connect();
      await client.query(`listen ${PROMPT_CHANNEL}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    if (stopped) await client.end();
    else current = client;
  };
  const again = (waitMs: number): void => {
    timer = setTimeout(() => {
      connect().then(told.missed, () => {
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

/** What cannot be read may have been anything. */
function readChange(payload: string | undefined): { readonly type?: string; readonly label?: string } {
  try {
    const change: unknown = JSON.parse(payload ?? '');
    if (typeof change !== 'object' || change === null) return {};
    const { type, label } = change as { readonly type?: unknown; readonly label?: unknown };
    return typeof type === 'string' && typeof label === 'string' ? { type, label } : {};
  } catch {
    return {};
  }
}
