import type { Generated } from 'kysely';

/** One row a listing; the columns follow the fields of `Listing`. */
export interface ListingsTable {
  readonly id: string;
  readonly source: string;
  readonly source_key: string;
  readonly title: string;
  readonly make: string;
  readonly model: string;
  readonly generation: string | null;
  readonly trim: string | null;
  readonly body: string | null;
  readonly transmission: string | null;
  readonly gearbox: string | null;
  readonly gears: number | null;
  readonly drive: string | null;
  readonly marks: string[];
  readonly unknown_words: string[];
  readonly model_year: number | null;
  readonly mileage: number | null;
  readonly mileage_unit: string;
  readonly color: string | null;
  readonly condition: number | null;
  readonly region: string | null;
  readonly seller_type: string | null;
  readonly vin: string | null;
  readonly option_codes: string[];
  readonly details: string[];
  readonly status: string;
  readonly price_kind: string | null;
  readonly price_amount: number | null;
  readonly price_currency: string | null;
  readonly listed_on: string | null;
  readonly ended_on: string | null;
  readonly known_on: string;
  readonly synthetic: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  /** Hash of all fields above: equal where nothing changed. */
  readonly content_hash: string;
  /** Ascending over all changes of the table, in the order of their commits. */
  readonly change_sequence: bigint;
  readonly created_at: Generated<Date>;
  readonly updated_at: Generated<Date>;
}

/** One row for every change of a listing's price, with the price before and after it. */
export interface PriceHistoryTable {
  readonly id: Generated<bigint>;
  readonly listing_id: string;
  /** `known_on` of the row that brought the change. */
  readonly known_on: string;
  readonly old_kind: string | null;
  readonly old_amount: number | null;
  readonly old_currency: string | null;
  readonly new_kind: string | null;
  readonly new_amount: number | null;
  readonly new_currency: string | null;
  readonly recorded_at: Generated<Date>;
}

/** The options that listings may name by their code. */
export interface OptionsTable {
  readonly code: string;
  readonly make: string;
  readonly name: string;
  readonly category: string | null;
  /** Other ways to write it. */
  readonly aliases: Generated<string[]>;
  readonly created_at: Generated<Date>;
}

/** Options found in a listing's text or stated by its source, under the codes of the catalogue, with the words that show them. */
export interface ListingOptionsTable {
  readonly listing_id: string;
  readonly option_code: string;
  readonly evidence: string | null;
  readonly found_by: string;
  readonly created_at: Generated<Date>;
}
