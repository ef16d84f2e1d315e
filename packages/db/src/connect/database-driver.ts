import type { PGlite } from '@electric-sql/pglite';
import type { Kysely } from 'kysely';
import type { Database } from '../schema/database.ts';

/**
 * An open database, whatever is behind it.
 *
 * *Embedded*: a PGlite in this process, in a folder or in memory; it has one connection, so that a query on `kysely`
 * inside one of its transactions waits for ever: inside a transaction only the transaction may be used. *Missing*:
 * `pglite` is there exactly where the database is embedded.
 */
export interface DatabaseDriver {
  readonly kind: 'embedded' | 'postgres';
  readonly kysely: Kysely<Database>;
  /** Where it is, for people: a folder, `memory`, or a connection string without its password. */
  readonly location: string;
  /** The embedded database itself, for a queue that shares it. */
  readonly pglite?: PGlite;
  /** Ends the connections that this package opened and releases the folder. What the host passed in stays open. */
  close(): Promise<void>;
}
