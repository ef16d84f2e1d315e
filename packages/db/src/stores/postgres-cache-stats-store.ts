import type { CacheStatsGroup, CacheStatsLine, CacheStatsStore } from '@pa/cache';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { type ColumnTypes, columnList, recordset } from './recordset.ts';

interface StatsRow {
  readonly day: string;
  readonly dimension: string;
  readonly key: string;
  readonly hits: number;
  readonly misses: number;
  readonly stale: number;
  readonly refused_writes: number;
  readonly bytes_written: number;
  /** Text: JSON has no bigint. */
  readonly saved_nano_usd: string;
}

const COLUMNS: ColumnTypes<StatsRow> = {
  day: 'date',
  dimension: 'text',
  key: 'text',
  hits: 'bigint',
  misses: 'bigint',
  stale: 'bigint',
  refused_writes: 'bigint',
  bytes_written: 'bigint',
  saved_nano_usd: 'bigint',
};
const COUNTS = ['hits', 'misses', 'stale', 'refused_writes', 'bytes_written', 'saved_nano_usd'] as const;
const SUMS = sql.raw(COUNTS.map((column) => `sum(${column})::bigint as ${column}`).join(', '));
const ADDED = sql.raw(COUNTS.map((column) => `${column} = llm_cache_stats.${column} + excluded.${column}`).join(', '));

/** Keeps what the caches of all processes counted, by day. */
export function postgresCacheStatsStore(kysely: Kysely<Database>): CacheStatsStore {
  return {
    async add(lines) {
      if (lines.length === 0) return;
      const rows = recordset(lines.map(toRow), COLUMNS);
      // In one order, so that two processes that add the same keys do not wait for each other in a circle.
      await sql`
        insert into llm_cache_stats (${columnList(COLUMNS)})
        select day, dimension, key, ${SUMS} from ${rows} group by day, dimension, key order by dimension, day, key
        on conflict (dimension, day, key) do update set ${ADDED}`.execute(kysely);
    },
    async totals({ limit, ...query }) {
      const atMost: RawBuilder<unknown> = limit === undefined ? sql`` : sql`limit ${limit}::bigint`;
      const { rows } = await sql<CountRow>`
        select key, ${SUMS} from llm_cache_stats where ${within(query)}
        group by key order by sum(hits + misses + stale) desc, key ${atMost}`.execute(kysely);
      return rows.map(toGroup);
    },
    async daily(query) {
      const { rows } = await sql<CountRow & { readonly day: string }>`
        select day, key, ${SUMS} from llm_cache_stats where ${within(query)}
        group by day, key order by day, key`.execute(kysely);
      return rows.map((row) => ({ day: row.day, dimension: query.by, ...toGroup(row) }));
    },
  };
}

/** Sums come back as bigint. */
type CountRow = { readonly key: string } & { readonly [Column in (typeof COUNTS)[number]]: bigint };

function within({ fromDay, toDay, by }: Parameters<CacheStatsStore['daily']>[0]): RawBuilder<unknown> {
  return sql`dimension = ${by} and day between ${fromDay}::date and ${toDay}::date`;
}

function toRow(line: CacheStatsLine): StatsRow {
  return {
    day: line.day,
    dimension: line.dimension,
    key: line.key,
    hits: line.hits,
    misses: line.misses,
    stale: line.stale,
    refused_writes: line.refusedWrites,
    bytes_written: line.bytesWritten,
    saved_nano_usd: line.savedNanoUsd.toString(),
  };
}

function toGroup(row: CountRow): CacheStatsGroup {
  return {
    key: row.key,
    hits: Number(row.hits),
    misses: Number(row.misses),
    stale: Number(row.stale),
    refusedWrites: Number(row.refused_writes),
    bytesWritten: Number(row.bytes_written),
    savedNanoUsd: row.saved_nano_usd,
  };
}
