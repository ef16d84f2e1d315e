import type { Kysely } from 'kysely';
import type { Database } from '../schema/database.ts';

/** Runs work in a transaction: in the one that is open already, else in a new one. */
export async function inTransaction<Result>(
  kysely: Kysely<Database>,
  work: (trx: Kysely<Database>) => Promise<Result>,
): Promise<Result> {
  return kysely.isTransaction ? work(kysely) : kysely.transaction().execute(work);
}
