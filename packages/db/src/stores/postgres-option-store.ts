import type { ListingOption, OptionFinder, OptionStore, StoredOption } from '@pa/engines';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from './in-transaction.ts';
import { isUuid } from './is-uuid.ts';
import { type ColumnTypes, excludedAssignments, lastOfEach, recordset } from './recordset.ts';
import { toJsonText } from './to-json-text.ts';

const OPTION_COLUMNS: ColumnTypes<StoredOption> = {
  make: 'text',
  code: 'text',
  name: 'text',
  category: 'text',
  aliases: 'text[]',
};

interface FoundRow {
  readonly listing_id: string;
  readonly option_code: string;
  readonly evidence: string | null;
  readonly found_by: string;
}

const FOUND_COLUMNS: ColumnTypes<FoundRow> = {
  listing_id: 'uuid',
  option_code: 'text',
  evidence: 'text',
  found_by: 'text',
};

/** Keeps options, and where they were found, in the database. */
export function postgresOptionStore(kysely: Kysely<Database>): OptionStore {
  return {
    async saveOptions(options) {
      const rows = lastOfEach(options, (option) => JSON.stringify([option.make, option.code]));
      if (rows.length === 0) return;
      await sql`insert into options (make, code, name, category, aliases)
        select make, code, name, category, aliases from ${recordset(rows, OPTION_COLUMNS)}
        on conflict (make, code) do update set ${excludedAssignments(OPTION_COLUMNS, { except: ['make', 'code'] })}
      `.execute(kysely);
    },
    async optionsOf(make) {
      const { rows } = await sql<StoredOption>`select make, code, name, category, aliases from options
        where make = ${make} order by code`.execute(kysely);
      return rows.map((row) => ({ ...row, aliases: [...row.aliases] }));
    },
    async replaceFound({ ids, found }) {
      const stored = new Set(ids.filter(isUuid));
      if (stored.size === 0) return;
      const rows = found.filter((option) => stored.has(option.listingId)).map(toFoundRow);
      const once = lastOfEach(rows, (row) => JSON.stringify([row.listing_id, row.option_code, row.found_by]));
      await inTransaction(kysely, async (trx) => {
        // The listings stay as they are until all is written, and two writers of one listing wait for each other.
        await sql`select id from listings where id in (${idsIn([...stored])}) order by id for update`.execute(trx);
        await sql`delete from listing_options where listing_id in (${idsIn([...stored])})`.execute(trx);
        if (once.length === 0) return;
        await sql`insert into listing_options (listing_id, option_code, evidence, found_by)
          select f.listing_id, f.option_code, f.evidence, f.found_by from
            (select * from ${recordset(once, FOUND_COLUMNS)}) f join listings l on l.id = f.listing_id`.execute(trx);
      });
    },
    async foundIn(listingIds) {
      const known = listingIds.filter(isUuid);
      if (known.length === 0) return [];
      const { rows } = await sql<FoundRow>`select listing_id, option_code, evidence, found_by from listing_options
        where listing_id in (${idsIn(known)}) order by listing_id, option_code, found_by collate "C"`.execute(kysely);
      return rows.map(toListingOption);
    },
  };
}

/** Ids as a table expression of one parameter, however many there are. */
function idsIn(ids: readonly string[]) {
  return sql`select value::uuid from json_array_elements_text(${toJsonText(ids)}::json)`;
}

function toFoundRow({ listingId, optionCode, evidence, foundBy }: ListingOption): FoundRow {
  return { listing_id: listingId, option_code: optionCode, evidence, found_by: foundBy };
}

function toListingOption(row: FoundRow): ListingOption {
  return {
    listingId: row.listing_id,
    optionCode: row.option_code,
    foundBy: row.found_by as OptionFinder,
    evidence: row.evidence,
  };
}
