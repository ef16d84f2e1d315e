import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

/** One step of the schema, forward only. A migration that has been released is never changed: a later one corrects it. */
export interface Migration {
  /** Four digits and a name; migrations run in the order of their names. */
  readonly name: string;
  up(trx: Kysely<Database>): Promise<void>;
}

/** Runs statements one by one: PGlite takes one statement at a time. */
export async function runStatements(trx: Kysely<Database>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(trx);
}
