import type { DatabaseDriver } from '../connect/database-driver.ts';
import { createStores, type DatabaseStores } from './create-stores.ts';

/**
 * Runs work on stores that share one transaction: all of it is kept, or, where the work throws, nothing. On the
 * embedded database only these stores may be used until it ends: there is one connection, and it is taken.
 */
export async function withTransaction<Result>(
  database: DatabaseDriver,
  work: (stores: DatabaseStores) => Promise<Result>,
): Promise<Result> {
  return database.kysely.transaction().execute((trx) => work(createStores({ kysely: trx })));
}
