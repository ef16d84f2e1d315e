import type { IsoDate, MarketIndexPoint, MarketIndexStore } from '@pa/engines';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from './in-transaction.ts';
import { type ColumnTypes, columnList, lastOfEach, recordset } from './recordset.ts';

interface IndexRow {
  readonly price_kind: string;
  readonly currency: string;
  readonly segment: string;
  readonly as_of: IsoDate;
  readonly points: readonly MarketIndexPoint[];
}

const COLUMNS: ColumnTypes<IndexRow> = {
  price_kind: 'text',
  currency: 'text',
  segment: 'text',
  as_of: 'date',
  points: 'jsonb',
};

/** Indices of one statement. */
const ROWS_PER_STATEMENT = 500;

/** Keeps the indices of every day in the database. */
export function postgresMarketIndexStore(kysely: Kysely<Database>): MarketIndexStore {
  return {
    async save({ asOf, indices }) {
      const rows = lastOfEach(
        indices.map(({ market, segment, points }): IndexRow => {
          return { price_kind: market.priceKind, currency: market.currency, segment, as_of: asOf, points };
        }),
        (row) => JSON.stringify([row.price_kind, row.currency, row.segment]),
      ).toSorted((left, right) => (left.segment < right.segment ? -1 : 1));
      if (rows.length === 0) return;
      // Sorted, so that two writers of one day take the rows in one order and cannot wait for each other in a circle.
      await inTransaction(kysely, async (trx) => {
        for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
          const page = rows.slice(start, start + ROWS_PER_STATEMENT);
          await sql`
            insert into market_indices (${columnList(COLUMNS)}) select * from ${recordset(page, COLUMNS)}
            on conflict (price_kind, currency, segment, as_of) do update set points = excluded.points`.execute(trx);
        }
      });
    },
    async latest({ market, segment, asOf }) {
      const { rows } = await sql<{ readonly as_of: IsoDate; readonly points: readonly MarketIndexPoint[] }>`
        select as_of, points from market_indices
        where price_kind = ${market.priceKind} and currency = ${market.currency} and segment = ${segment}
          and as_of <= ${asOf}::date
        order by as_of desc limit 1`.execute(kysely);
      const row = rows[0];
      return row === undefined ? null : { asOf: row.as_of, index: { market, segment, points: row.points } };
    },
    async segments({ market, asOf }) {
      const { rows } = await sql<{ readonly segment: string }>`
        select distinct segment from market_indices
        where price_kind = ${market.priceKind} and currency = ${market.currency} and as_of <= ${asOf}::date
        order by segment`.execute(kysely);
      return rows.map((row) => row.segment);
    },
  };
}
