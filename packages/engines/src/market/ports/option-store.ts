/** An option that cars may have, as the catalogue knows it. */
export interface StoredOption {
  readonly make: string;
  readonly code: string;
  readonly name: string;
  readonly category: string | null;
  /** Other ways to write it, such as the maker's order codes. */
  readonly aliases: readonly string[];
}

/** How an option was found: in the words of title and details, or in what the source states as options. */
export type OptionFinder = 'text' | 'source';

/** An option of a listing, with the words that show it. */
export interface ListingOption {
  readonly listingId: string;
  readonly optionCode: string;
  readonly foundBy: OptionFinder;
  /** As the listing writes it; `null` where the words are not kept. */
  readonly evidence: string | null;
}

/**
 * Keeps which options there are, and which of them were found in which listing.
 *
 * *Duplicate*: an option of a make and code is kept once, the newest whole; an option of a listing once a finder, the last
 * one given. *Missing*: what is found in a listing that is not stored is left out; unknown ids answer nothing.
 * *Concurrent*: the last writer of a listing wins, whole.
 */
export interface OptionStore {
  saveOptions(options: readonly StoredOption[]): Promise<void>;
  /** Ordered by code. */
  optionsOf(make: string): Promise<readonly StoredOption[]>;
  /** Puts these in the place of everything that was found in the listings before; a listing may have none. */
  replaceFound(listings: { readonly ids: readonly string[]; readonly found: readonly ListingOption[] }): Promise<void>;
  /** Ordered by listing, code and finder. */
  foundIn(listingIds: readonly string[]): Promise<readonly ListingOption[]>;
}
