import type { ListingStore } from '../ports/listing-store.ts';
import type { ListingOption, OptionStore, StoredOption } from '../ports/option-store.ts';
import { compareText } from './compare-text.ts';
import { immutableCopy } from './immutable-copy.ts';

/** Keeps options in this process, for the listings of a store. */
export function memoryOptionStore(listings: Pick<ListingStore, 'byId'>): OptionStore {
  const options = new Map<string, StoredOption>();
  const foundByListing = new Map<string, readonly ListingOption[]>();

  return {
    async saveOptions(saved) {
      for (const option of saved) options.set(JSON.stringify([option.make, option.code]), immutableCopy(option));
    },
    async optionsOf(make) {
      return [...options.values()]
        .filter((option) => option.make === make)
        .sort((left, right) => compareText(left.code, right.code));
    },
    async replaceFound({ ids, found }) {
      const own = Map.groupBy(found, (option) => option.listingId);
      for (const id of ids) {
        const once = new Map(
          own.get(id)?.map((option) => [`${option.foundBy} ${option.optionCode}`, immutableCopy(option)]),
        );
        if (once.size > 0 && (await listings.byId(id)) !== null) foundByListing.set(id, [...once.values()]);
        else foundByListing.delete(id);
      }
    },
    async foundIn(listingIds) {
      return [...new Set(listingIds)]
        .flatMap((id) => foundByListing.get(id) ?? [])
        .sort(
          (left, right) =>
            compareText(left.listingId, right.listingId) ||
            compareText(left.optionCode, right.optionCode) ||
            compareText(left.foundBy, right.foundBy),
        );
    },
  };
}
