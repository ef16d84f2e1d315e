import type { Listing, MarketData, MarketScope, Sale, SalePriceKind } from '@pa/engines';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { LISTING_COLUMNS, type ListingRow, toListing } from './listing-row.ts';
import { columnList } from './recordset.ts';

/** Rows of one page of a stream: what is in memory at a time. */
const PAGE_ROWS = 2_000;

const COLUMNS = columnList(LISTING_COLUMNS);
const IS_SALE = sql`status = 'sold' and price_kind in ('sold', 'wholesale') and ended_on is not null`;

/**
 * Reads the listings of the database as market data. Streams go page by page along an index, every page a statement of
 * its own: no transaction stays open, so that a reader may write while it reads, on the embedded database too.
 */
export function postgresMarketData(kysely: Kysely<Database>): MarketData {
  return {
    async markets({ asOf }) {
      const { rows } = await sql<{ readonly price_kind: SalePriceKind; readonly price_currency: string }>`
        select distinct price_kind, price_currency from listings
        where ${IS_SALE} and known_on <= ${asOf}::date order by price_kind, price_currency`.execute(kysely);
      return rows.map((row): MarketScope => ({ priceKind: row.price_kind, currency: row.price_currency }));
    },
    sales({ market, asOf, from, to, cars = {} }) {
      const filter = sql`${IS_SALE} and price_kind = ${market.priceKind} and price_currency = ${market.currency}
        and known_on <= ${asOf}::date
        ${from === undefined ? sql`` : sql`and ended_on >= ${from}::date`}
        ${to === undefined ? sql`` : sql`and ended_on <= ${to}::date`}
        ${isNamed('make', cars.make)} ${isNamed('model', cars.model)} ${isNamed('generation', cars.generation)}`;
      // The filter holds for nothing else than a finished sale.
      return pages(kysely, { filter, dayColumn: 'ended_on' }) as AsyncIterable<Sale>;
    },
    activeListings({ asOf, currency }) {
      const filter = sql`status = 'active' and known_on <= ${asOf}::date
        and (ended_on is null or ended_on >= ${asOf}::date)
        ${currency === undefined ? sql`` : sql`and price_currency = ${currency}`}`;
      return pages(kysely, { filter, dayColumn: 'known_on' });
    },
    endedOffers({ asOf, from, currency }) {
      const filter = sql`status <> 'sold' and known_on <= ${asOf}::date
        and (status <> 'active' or ended_on < ${asOf}::date)
        and coalesce(ended_on, known_on) between ${from}::date and ${asOf}::date
        ${currency === undefined ? sql`` : sql`and price_currency = ${currency}`}`;
      return pages(kysely, { filter, dayColumn: 'known_on' });
    },
  };
}

function isNamed(column: 'make' | 'model' | 'generation', wanted: string | undefined): RawBuilder<unknown> {
  return wanted === undefined ? sql`` : sql`and lower(${sql.ref(column)}) = lower(${wanted}::text)`;
}

/**
 * The rows of a page come as one JSON text: the embedded database takes several times longer to hand over the same rows
 * column by column.
 */
async function* pages(
  kysely: Kysely<Database>,
  query: { readonly filter: RawBuilder<unknown>; readonly dayColumn: 'ended_on' | 'known_on' },
): AsyncGenerator<Listing> {
  const day = sql.ref(query.dayColumn);
  let last: ListingRow | undefined;
  do {
    const after =
      last === undefined ? sql`` : sql`and (${day}, id) > (${last[query.dayColumn]}::date, ${last.id}::uuid)`;
    const result = await sql<{ readonly page: readonly ListingRow[] | null }>`
      select json_agg(row_of) as page from (
        select ${COLUMNS} from listings where ${query.filter} ${after}
        order by ${day}, id limit ${sql.lit(PAGE_ROWS)}
      ) row_of`.execute(kysely);
    const rows: readonly ListingRow[] = result.rows[0]?.page ?? [];
    for (const row of rows) yield toListing(row);
    last = rows.length < PAGE_ROWS ? undefined : rows.at(-1);
  } while (last !== undefined);
}
