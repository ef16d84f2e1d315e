import type { IsoDate, Listing } from '@pa/engines/market';

/** Names of the formats that can be imported. */
export const IMPORT_FORMATS = ['collector', 'wholesale', 'details', 'listings'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** The cells of one row by the names of their columns, as the file has them. */
export type SourceRow = Readonly<Record<string, string>>;

/** A listing before it has an id. */
export type ListingDraft = Omit<Listing, 'id' | 'source' | 'sourceKey'>;

/** What a row says it is, and the stable text that tells it from every other row of its source. */
export interface ReadListing {
  readonly source: string;
  /** The id that the source gave, or the columns that identify the row where it gave none. */
  readonly identity: readonly string[];
  /**
   * True where `identity` is an id of the source: a second row with it replaces the first. False where it only
   * describes the row: a second row like it is another car, and gets the next ordinal.
   */
  readonly identityIsUnique: boolean;
  readonly draft: ListingDraft;
}

/** Reads the rows of one format. `read` throws a `RejectedRow` for a row that cannot be used. */
export interface FormatReader {
  readonly format: ImportFormat;
  /** Columns without which a file is not of this format. */
  readonly requiredColumns: readonly string[];
  read(row: SourceRow, context: { readonly today: IsoDate }): ReadListing;
}
