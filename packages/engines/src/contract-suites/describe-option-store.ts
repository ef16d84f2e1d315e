import { beforeEach, describe, expect, test } from 'vitest';
import type { EngineStores } from '../market/engine-stores.ts';
import type { ListingOption, StoredOption } from '../market/ports/option-store.ts';
import type { ContractSubject } from './contract-subject.ts';
import { AWKWARD_TEXT, sampleId, sampleListing } from './sample-listing.ts';

const option = (code: string, changes: Partial<StoredOption> = {}): StoredOption => ({
  make: 'Porsche',
  code,
  name: `name of ${code}`,
  category: 'brakes',
  aliases: ['450', AWKWARD_TEXT],
  ...changes,
});

const found = (n: number, optionCode: string, changes: Partial<ListingOption> = {}): ListingOption => ({
  listingId: sampleId(n),
  optionCode,
  foundBy: 'text',
  evidence: `the ${optionCode}`,
  ...changes,
});

/** Every sentence of the `OptionStore` contract, as tests. */
export function describeOptionStore(
  subject: ContractSubject<Pick<EngineStores, 'options' | 'listings' | 'marketData'>>,
): void {
  describe(`option store: ${subject.name}`, () => {
    let stores: Pick<EngineStores, 'options' | 'listings' | 'marketData'>;
    beforeEach(async () => {
      stores = await subject.createStore();
    });

    test('options come back as they were, by make and in the order of codes', async () => {
      const { options } = stores;
      const rows = [option('pdcc', { category: null, aliases: [] }), option('PCCB'), option('élan')];
      await options.saveOptions([...rows, option('pccb', { make: 'Škoda' })]);
      await options.saveOptions([]);
      expect(await options.optionsOf('Porsche')).toStrictEqual([rows[1], rows[0], rows[2]]);
      expect(await options.optionsOf("Porsche' or true --")).toEqual([]);
    });

    test('an option is kept once, the newest whole', async () => {
      const newest = option('pccb', { name: 'renamed', category: null, aliases: ['ceramics'] });
      await stores.options.saveOptions([option('pccb')]);
      await stores.options.saveOptions([option('pccb', { name: 'between' }), newest]);
      expect(await stores.options.optionsOf('Porsche')).toStrictEqual([newest]);
    });

    test('what is found comes back with its words, ordered by listing, code and finder', async () => {
      await stores.listings.upsert([sampleListing(1), sampleListing(2), sampleListing(3)]);
      const rows = [
        found(1, 'pccb', { foundBy: 'source', evidence: null }),
        found(1, 'pccb', { evidence: AWKWARD_TEXT }),
        found(1, 'pdcc'),
        found(2, 'Bose'),
      ];
      await stores.options.replaceFound({ ids: [2, 1, 3].map((n) => sampleId(n)), found: [...rows].reverse() });
      expect(await stores.options.foundIn([sampleId(2), sampleId(1), sampleId(1), sampleId(3)])).toStrictEqual(rows);
      expect(await stores.options.foundIn([sampleId(3), sampleId(9), 'no id'])).toEqual([]);
      expect(await stores.options.foundIn([])).toEqual([]);
    });

    test('a listing that is read again loses what it no longer names, and no other listing does', async () => {
      await stores.listings.upsert([sampleListing(1), sampleListing(2)]);
      const { options } = stores;
      const both = [sampleId(1), sampleId(2)];
      await options.replaceFound({ ids: both, found: [found(1, 'pccb'), found(2, 'pccb')] });
      await options.replaceFound({
        ids: [sampleId(1)],
        found: [found(1, 'bose', { evidence: 'first' }), found(1, 'bose', { evidence: 'last' })],
      });
      expect(await options.foundIn(both)).toStrictEqual([found(1, 'bose', { evidence: 'last' }), found(2, 'pccb')]);
      await options.replaceFound({ ids: [sampleId(1)], found: [] });
      expect(await options.foundIn(both)).toStrictEqual([found(2, 'pccb')]);
    });

    test('what is found in a listing that is not stored, or not among those read, is left out', async () => {
      await stores.listings.upsert([sampleListing(1), sampleListing(2)]);
      const { options } = stores;
      await options.replaceFound({
        ids: [sampleId(1), sampleId(9), 'no id'],
        found: [found(1, 'pccb'), found(2, 'pccb'), found(9, 'pccb'), found(9, 'pccb', { listingId: 'no id' })],
      });
      expect(await options.foundIn([1, 2, 9].map((n) => sampleId(n)))).toStrictEqual([found(1, 'pccb')]);
    });

    test('the writer that comes last has the listing whole', async () => {
      await stores.listings.upsert([sampleListing(1)]);
      const ids = [sampleId(1)];
      const writes = ['bose', 'pccb', 'pdcc'].map((code) => [found(1, code), found(1, `${code}-2`)]);
      await Promise.all(writes.map((rows) => stores.options.replaceFound({ ids, found: rows })));
      expect(writes).toContainEqual(await stores.options.foundIn(ids));
    });
  });
}
