import { setImmediate } from 'node:timers/promises';
import type { Listing } from '../market/listing.ts';
import type { ListingOption, OptionStore } from '../market/ports/option-store.ts';
import type { ListingStore } from '../market/ports/listing-store.ts';
import { CATALOGUE_MAKE, findOption, OPTION_CATALOGUE } from '../options/catalogue/option-catalogue.ts';
import { readOptions } from '../options/normaliser/read-options.ts';

/** Of what the reader makes of a listing: a new one makes the daily run read every listing again. */
export const OPTION_READER_VERSION = '3';

const LONGEST_EVIDENCE = 200;
/** Listings read before others get their turn: some 25 ms. */
const LISTINGS_AT_A_TIME = 250;

/**
 * The options of a car of the catalogue's make: what title and details name, with their words, and what its source
 * states, under the catalogue's codes. Other makes have none that are known.
 */
export function findListingOptions(listing: Listing): readonly ListingOption[] {
  const { id, vehicle, modelYear, title, details, optionCodes } = listing;
  if (vehicle.make !== CATALOGUE_MAKE) return [];
  const car = { model: vehicle.model, modelYear };
  const text = readOptions([title, ...details].join('\n'), car);
  const found: ListingOption[] = text.codes.map((optionCode) => ({
    listingId: id,
    optionCode,
    foundBy: 'text',
    evidence:
      text.mentions
        .find((mention) => !mention.negated && mention.codes.includes(optionCode))
        ?.evidence.slice(0, LONGEST_EVIDENCE) ?? null,
  }));
  const stated = new Map<string, string>();
  for (const words of optionCodes) {
    const codes = findOption(words) === null ? readOptions(words.replaceAll('-', ' '), car).codes : [words];
    for (const code of codes) if (!stated.has(code)) stated.set(code, words.slice(0, LONGEST_EVIDENCE));
  }
  for (const [optionCode, evidence] of stated) found.push({ listingId: id, optionCode, foundBy: 'source', evidence });
  return found;
}

/** Reads the options of listings and keeps them in the place of what was read before. Answers how many were found. */
export async function storeListingOptions(options: OptionStore, listings: readonly Listing[]): Promise<number> {
  const known = listings.filter((listing) => listing.vehicle.make === CATALOGUE_MAKE);
  let count = 0;
  for (let start = 0; start < known.length; start += LISTINGS_AT_A_TIME) {
    if (start > 0) await setImmediate();
    const some = known.slice(start, start + LISTINGS_AT_A_TIME);
    const found = some.flatMap(findListingOptions);
    await options.replaceFound({ ids: some.map((listing) => listing.id), found });
    count += found.length;
  }
  return count;
}

/** Keeps the names of the catalogue beside what is found. */
export async function storeOptionCatalogue(options: OptionStore): Promise<void> {
  await options.saveOptions(
    OPTION_CATALOGUE.map(({ code, name, category, factoryCodes }) => ({
      make: CATALOGUE_MAKE,
      code,
      name,
      category,
      aliases: factoryCodes,
    })),
  );
}

/** The listings of a store, whose options are read as they are written. */
export function readingOptions(stores: {
  readonly listings: ListingStore;
  readonly options: OptionStore;
}): ListingStore {
  const { listings, options } = stores;
  return {
    ...listings,
    async upsert(rows) {
      const counts = await listings.upsert(rows);
      if (counts.inserted + counts.updated > 0) await storeListingOptions(options, rows);
      return counts;
    },
  };
}
