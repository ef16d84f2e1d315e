import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { DatabaseUnreachableError } from '../errors.ts';
import { toDatabaseError } from './to-database-error.ts';
import { postgresTypes } from './value-parsers.ts';

/** What of a `pg` client is used beside what Kysely knows of it. */
interface TypedQueryClient {
  on(event: 'error', listener: () => void): unknown;
  query(config: {
    readonly text: string;
    readonly values: readonly unknown[];
    readonly types: typeof postgresTypes;
  }): Promise<unknown>;
}

/**
 * A pool whose queries return the JavaScript types of this package whatever the pool itself was made with, and whose
 * connection failures are this package's errors. The global parsers of `pg` stay untouched.
 */
export function typedPool(
  pool: PostgresPool,
  options: { readonly location: string; readonly owned: boolean },
): PostgresPool {
  // Kysely knows a connection by its client: the same client must come back as the same object.
  const clients = new WeakMap<PostgresPoolClient, PostgresPoolClient>();
  const typedClient = (client: PostgresPoolClient): PostgresPoolClient => {
    const known = clients.get(client);
    if (known !== undefined) return known;
    const queries = client as unknown as TypedQueryClient;
    // Without a listener a server that goes away would end this process; the running query reports it.
    queries.on('error', () => {});
    let isBroken = false;
    const typed = {
      async query(text: string, values: readonly unknown[]) {
        try {
          return await queries.query({ text, values, types: postgresTypes });
        } catch (error) {
          const translated = toDatabaseError(error, options);
          if (translated instanceof DatabaseUnreachableError) isBroken = true;
          throw translated;
        }
      },
      release: (destroy?: boolean) => client.release(destroy === true || isBroken),
    } as PostgresPoolClient;
    clients.set(client, typed);
    return typed;
  };
  return {
    options: pool.options,
    async connect() {
      try {
        return typedClient(await pool.connect());
      } catch (error) {
        throw toDatabaseError(error, options);
      }
    },
    async end() {
      if (options.owned) await pool.end();
    },
  };
}
