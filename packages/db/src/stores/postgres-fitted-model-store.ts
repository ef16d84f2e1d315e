import type { FittedModelRecord, FittedModelStore } from '@pa/engines';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { toJsonText } from './to-json-text.ts';

/** Keeps fitted models in the database. */
export function postgresFittedModelStore(kysely: Kysely<Database>): FittedModelStore {
  return {
    async save({ kind, market, asOf, version, dataHash, payload }) {
      await sql`
        insert into fitted_models (kind, market, version, as_of, data_hash, payload)
        values (${kind}, ${market}, ${version}, ${asOf}::date, ${dataHash}, ${toJsonText(payload)}::json)
        on conflict (kind, market, version, as_of)
        do update set data_hash = excluded.data_hash, payload = excluded.payload`.execute(kysely);
    },
    async latest({ kind, market, version, asOf }) {
      const { rows } = await sql<FittedModelRecord>`
        select kind, market, as_of as "asOf", version, data_hash as "dataHash", payload from fitted_models
        where kind = ${kind} and market = ${market} and version = ${version} and as_of <= ${asOf}::date
        order by as_of desc limit 1`.execute(kysely);
      return rows[0] ?? null;
    },
  };
}
