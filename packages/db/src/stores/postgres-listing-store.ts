import type { Listing, ListingStore, UpsertCounts } from '@pa/engines';
import { type Kysely, sql } from 'kysely';
import { InvalidCursorError } from '../errors.ts';
import type { Database } from '../schema/database.ts';
import { inTransaction } from './in-transaction.ts';
import { isUuid } from './is-uuid.ts';
import { LISTING_COLUMNS, type ListingRow, toListing, toListingRow } from './listing-row.ts';
import { columnList, excludedAssignments, lastOfEach, recordset } from './recordset.ts';

/**
 * One number of this project. Writers of listings wait for each other, so that change numbers are in the order of
 * commits and a scan that has seen number n never misses a smaller one that commits later.
 */
const LISTING_WRITE_LOCK = 5_041_963_912n;

/** Rows of one statement: larger statements win no time and cost memory. */
const ROWS_PER_STATEMENT = 2_500;

const COLUMNS = columnList(LISTING_COLUMNS);
const UPDATES = excludedAssignments(LISTING_COLUMNS, { except: ['id'] });

/** Keeps listings in the database. Only rows that changed are written; a changed price leaves a row of its history. */
export function postgresListingStore(kysely: Kysely<Database>): ListingStore {
  return {
    async upsert(listings) {
      const rows = lastOfEach(listings, (listing) => listing.id).map(toListingRow);
      if (rows.length === 0) return { inserted: 0, updated: 0, unchanged: 0 };
      return inTransaction(kysely, async (trx) => {
        await sql`select pg_advisory_xact_lock(${sql.lit(LISTING_WRITE_LOCK)})`.execute(trx);
        let counts: UpsertCounts = { inserted: 0, updated: 0, unchanged: 0 };
        for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
          counts = added(counts, await writeRows(trx, rows.slice(start, start + ROWS_PER_STATEMENT)));
        }
        return counts;
      });
    },
    async byId(id) {
      if (!isUuid(id)) return null;
      const { rows } = await sql<ListingRow>`select ${COLUMNS} from listings where id = ${id}`.execute(kysely);
      return rows[0] === undefined ? null : toListing(rows[0]);
    },
    async count() {
      const { rows } = await sql<{ readonly count: bigint }>`select count(*) as count from listings`.execute(kysely);
      return Number(rows[0]?.count ?? 0);
    },
    async changedSince({ cursor, limit }) {
      if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) throw new InvalidCursorError(cursor);
      const { rows } = await sql<ListingRow & { readonly change_sequence: bigint }>`
        select ${COLUMNS}, change_sequence from listings where change_sequence > ${cursor ?? '0'}::bigint
        order by change_sequence limit ${limit}`.execute(kysely);
      const listings: Listing[] = rows.map(toListing);
      return { listings, next: rows.at(-1)?.change_sequence.toString() ?? cursor };
    },
  };
}

/** One statement: its parts all see the table as it was before, so `known` holds the old prices. */
async function writeRows(trx: Kysely<Database>, rows: readonly ListingRow[]): Promise<UpsertCounts> {
  const result = await sql<{ readonly known: bigint; readonly written: bigint }>`
    with incoming as materialized (select * from ${recordset(rows, LISTING_COLUMNS)}),
    known as materialized (
      select l.id, l.content_hash, l.price_kind, l.price_amount, l.price_currency
      from listings l where l.id in (select id from incoming)
    ),
    written as (
      insert into listings as l (${COLUMNS}, change_sequence)
      select i.*, nextval('listing_change_sequence')
      from incoming i left join known k on k.id = i.id
      where k.content_hash is distinct from i.content_hash
      on conflict (id) do update set ${UPDATES}, change_sequence = excluded.change_sequence, updated_at = now()
      returning l.id
    ),
    repriced as (
      insert into price_history
        (listing_id, known_on, old_kind, old_amount, old_currency, new_kind, new_amount, new_currency)
      select i.id, i.known_on, k.price_kind, k.price_amount, k.price_currency,
        i.price_kind, i.price_amount, i.price_currency
      from known k join incoming i on i.id = k.id
      where (k.price_kind, k.price_amount, k.price_currency)
        is distinct from (i.price_kind, i.price_amount, i.price_currency)
    )
    select (select count(*) from known) as known, (select count(*) from written) as written`.execute(trx);
  const known = Number(result.rows[0]?.known ?? 0);
  const written = Number(result.rows[0]?.written ?? 0);
  const inserted = rows.length - known;
  return { inserted, updated: written - inserted, unchanged: rows.length - written };
}

function added(left: UpsertCounts, right: UpsertCounts): UpsertCounts {
  return {
    inserted: left.inserted + right.inserted,
    updated: left.updated + right.updated,
    unchanged: left.unchanged + right.unchanged,
  };
}
