import type { Invalidation, InvalidationBus } from '@pa/cache';
import { type Kysely, sql } from 'kysely';
import { listenTo, type NotificationSource } from '../connect/listen-to.ts';
import type { Database } from '../schema/database.ts';

const CHANNEL = 'pa_cache_invalidations';
/** Postgres refuses notifications of 8,000 bytes and more. */
const LONGEST_PAYLOAD_BYTES = 7_999;
const EVERYTHING: Invalidation = { kind: 'pattern', glob: '*' };

/** How often the bus talks to itself, milliseconds. */
const ECHO_EVERY_MS = 10_000;
/** How long it trusts its connection after it heard itself last, milliseconds: three echoes. */
const TRUSTED_MS = 30_000;

/** Holds a connection once something subscribes. */
export interface PostgresInvalidationBus extends InvalidationBus {
  isHearing(): boolean;
  close(): Promise<void>;
}

/**
 * Tells the memory of other processes what was thrown away by NOTIFY, and hears of it by LISTEN on one connection of its own.
 * It hears only while it hears itself: behind a pooler, which loses LISTEN, and on a connection that is dead without knowing
 * it, `isHearing` is false. Once it hears again everything counts as thrown away.
 */
export function postgresInvalidationBus(
  kysely: Kysely<Database>,
  options: {
    readonly source: NotificationSource;
    /** Epoch milliseconds. */
    readonly now: () => number;
    /** Tells this bus from others; two must never be equal. */
    readonly newId: () => string;
  },
): PostgresInvalidationBus {
  const { source, now, newId } = options;
  const echo = `echo:${newId()}`;
  const stops: (() => Promise<void>)[] = [];
  let heardItselfAt = Number.NEGATIVE_INFINITY;
  const isHearing = () => now() - heardItselfAt < TRUSTED_MS;
  const notify = (payload: string) => sql`select pg_notify(${CHANNEL}, ${payload})`.execute(kysely);
  // A beat that fails is one that is not heard.
  const beat = () => void notify(echo).catch(() => undefined);
  return {
    isHearing,
    async publish(invalidation) {
      const said = JSON.stringify(invalidation);
      await notify(Buffer.byteLength(said) > LONGEST_PAYLOAD_BYTES ? JSON.stringify(EVERYTHING) : said);
    },
    async subscribe(listener) {
      const stop = await listenTo(source, {
        channel: CHANNEL,
        hear(payload) {
          if (payload === echo) {
            if (!isHearing()) listener(EVERYTHING);
            heardItselfAt = now();
          } else if (payload?.startsWith('echo:') !== true) listener(fromPayload(payload));
        },
        lost() {
          heardItselfAt = Number.NEGATIVE_INFINITY;
        },
        missed: beat,
      });
      const timer = setInterval(beat, ECHO_EVERY_MS).unref();
      stops.push(() => {
        clearInterval(timer);
        return stop();
      });
      beat();
    },
    async close() {
      heardItselfAt = Number.NEGATIVE_INFINITY;
      await Promise.all(stops.splice(0).map((stop) => stop()));
    },
  };
}

/** What cannot be read may have been anything. */
function fromPayload(payload: string | undefined): Invalidation {
  try {
    const said = JSON.parse(payload ?? '') as Partial<Record<string, unknown>> | null;
    if (said?.['kind'] === 'key' && typeof said['key'] === 'string') return { kind: 'key', key: said['key'] };
    if (said?.['kind'] === 'tag' && typeof said['tag'] === 'string') return { kind: 'tag', tag: said['tag'] };
    if (said?.['kind'] === 'pattern' && typeof said['glob'] === 'string')
      return { kind: 'pattern', glob: said['glob'] };
    return EVERYTHING;
  } catch {
    return EVERYTHING;
  }
}
