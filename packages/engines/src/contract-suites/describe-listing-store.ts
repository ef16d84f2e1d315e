import { beforeEach, describe, expect, test } from 'vitest';
import type { Listing } from '../market/listing.ts';
import type { ListingStore } from '../market/ports/listing-store.ts';
import type { ContractSubject } from './contract-subject.ts';
import { bareListing, sampleListing } from './sample-listing.ts';

/** Every sentence of the `ListingStore` contract, as tests. */
export function describeListingStore(subject: ContractSubject<ListingStore>): void {
  describe(`listing store: ${subject.name}`, () => {
    let store: ListingStore;
    beforeEach(async () => {
      store = await subject.createStore();
    });

    test('an empty store has no rows, and an unknown id is null', async () => {
      expect(await store.count()).toBe(0);
      expect(await store.byId(sampleListing(1).id)).toBeNull();
      expect(await store.upsert([])).toEqual({ inserted: 0, updated: 0, unchanged: 0 });
    });

    test('a row comes back exactly as it was stored, with every field or with none', async () => {
      const rows = [
        sampleListing(1),
        bareListing(2),
        sampleListing(3, { status: 'unsold', endedOn: '2024-12-31', listedOn: '1899-12-31', knownOn: '2026-03-29' }),
        sampleListing(4, { price: { kind: 'bid', amount: 3_000_000_000, currency: 'JPY' }, condition: 0.1 + 0.2 }),
        sampleListing(5, { title: '', color: '', region: ' ', sourceKey: 'x'.repeat(500), details: ['', ''] }),
      ];
      await store.upsert(rows);
      for (const row of rows) expect(await store.byId(row.id)).toStrictEqual(row);
      expect(await store.count()).toBe(rows.length);
    });

    test('what the caller does to its row afterwards does not reach the store', async () => {
      const row: { title: string } & Omit<Listing, 'title'> = { ...sampleListing(1) };
      await store.upsert([row]);
      row.title = 'changed later';
      expect((await store.byId(row.id))?.title).toBe(sampleListing(1).title);
    });

    test('an id that exists is updated when any field differs and is unchanged otherwise', async () => {
      await store.upsert([sampleListing(1), sampleListing(2), bareListing(3)]);
      const changed = sampleListing(2, { price: { kind: 'ask', amount: 79_999, currency: 'USD' } });
      const counts = await store.upsert([sampleListing(1), changed, bareListing(3), sampleListing(4)]);
      expect(counts).toEqual({ inserted: 1, updated: 1, unchanged: 2 });
      expect(await store.byId(changed.id)).toStrictEqual(changed);
      expect(await store.count()).toBe(4);
    });

    test.each<[string, Partial<Listing>]>([
      ['title', { title: 'another' }],
      ['a word of the vehicle', { vehicle: { ...sampleListing(1).vehicle, unknownWords: [] } }],
      ['a mark of the vehicle', { vehicle: { ...sampleListing(1).vehicle, marks: ['tuned'] } }],
      ['the gears of the vehicle', { vehicle: { ...sampleListing(1).vehicle, gears: null } }],
      ['the drive of the vehicle', { vehicle: { ...sampleListing(1).vehicle, drive: 'all-wheel' } }],
      ['the gearbox of the vehicle', { vehicle: { ...sampleListing(1).vehicle, gearbox: null } }],
      ['the order of options', { optionCodes: ['sunroof', 'm220'] }],
      ['a value that becomes absent', { mileage: null }],
      ['the price kind', { price: { kind: 'bid', amount: 80_001, currency: 'USD' } }],
      ['the status', { status: 'withdrawn' }],
      ['the day it was known', { knownOn: '2024-03-01' }],
      ['an attribute', { attributes: {} }],
      ['the synthetic mark', { synthetic: true }],
    ])('a change of %s is an update', async (_field, change) => {
      await store.upsert([sampleListing(1)]);
      const changed = sampleListing(1, change);
      expect(await store.upsert([changed])).toEqual({ inserted: 0, updated: 1, unchanged: 0 });
      expect(await store.byId(changed.id)).toStrictEqual(changed);
    });

    test('within one batch the last row of an id wins and is counted once', async () => {
      const last = sampleListing(1, { title: 'last' });
      const counts = await store.upsert([sampleListing(1, { title: 'first' }), sampleListing(2), last]);
      expect(counts).toEqual({ inserted: 2, updated: 0, unchanged: 0 });
      expect(await store.byId(last.id)).toStrictEqual(last);
    });

    test('a batch that fails leaves nothing behind', async () => {
      const unreadable = Object.defineProperty({ ...sampleListing(3) }, 'title', {
        enumerable: true,
        get: () => {
          throw new TypeError('this row cannot be read');
        },
      });
      await expect(store.upsert([sampleListing(1), sampleListing(2), unreadable])).rejects.toThrow();
      expect(await store.count()).toBe(0);
      expect((await store.changedSince({ limit: 10 })).listings).toEqual([]);
    });

    test('two writers of one id leave one of the rows whole', async () => {
      const left = sampleListing(1, { title: 'left', color: 'red', details: ['left'], mileage: 1 });
      const right = sampleListing(1, { title: 'right', color: 'blue', details: ['right'], mileage: 2 });
      const counts = await Promise.all([store.upsert([left]), store.upsert([right])]);
      expect([left, right]).toContainEqual(await store.byId(left.id));
      expect(counts.reduce((sum, count) => sum + count.inserted, 0)).toBe(1);
      expect(await store.count()).toBe(1);
    });

    test('changes are read once, oldest first, page by page', async () => {
      await store.upsert([sampleListing(3), sampleListing(1)]);
      await store.upsert([sampleListing(2)]);
      const first = await store.changedSince({ limit: 2 });
      expect(first.listings).toHaveLength(2);
      const second = await store.changedSince({ ...cursorOf(first.next), limit: 2 });
      expect(second.listings).toStrictEqual([sampleListing(2)]);
      const seen = [...first.listings, ...second.listings].map((row) => row.id).sort();
      expect(seen).toEqual([1, 2, 3].map((n) => sampleListing(n).id));
    });

    test('the cursor stays where nothing is new', async () => {
      expect(await store.changedSince({ limit: 5 })).toEqual({ listings: [], next: undefined });
      await store.upsert([sampleListing(1)]);
      const { next } = await store.changedSince({ limit: 5 });
      expect(next).toBeTypeOf('string');
      expect(await store.changedSince({ ...cursorOf(next), limit: 5 })).toEqual({ listings: [], next });
      await store.upsert([sampleListing(1)]);
      expect(await store.changedSince({ ...cursorOf(next), limit: 5 })).toEqual({ listings: [], next });
    });

    test('an update is a new change, and a scan reads the row as it is now', async () => {
      await store.upsert([sampleListing(1), sampleListing(2)]);
      const { next } = await store.changedSince({ limit: 5 });
      const changed = sampleListing(1, { title: 'changed' });
      await store.upsert([changed, sampleListing(2)]);
      expect((await store.changedSince({ ...cursorOf(next), limit: 5 })).listings).toStrictEqual([changed]);
      const all = await store.changedSince({ limit: 5 });
      expect(all.listings).toStrictEqual([sampleListing(2), changed]);
    });

    test('no change of many writers at once is lost to a scan', async () => {
      const writers = Array.from({ length: 8 }, (_, writer) =>
        Array.from({ length: 25 }, (_row, n) => sampleListing(writer * 100 + n)),
      );
      await Promise.all(writers.map((rows) => store.upsert(rows)));
      const seen = new Set<string>();
      let cursor: string | undefined;
      // Bounded: a store that answers the same page for ever fails instead of hanging.
      for (let pages = 0; pages < 100; pages += 1) {
        const page = await store.changedSince({ ...cursorOf(cursor), limit: 7 });
        for (const row of page.listings) seen.add(row.id);
        if (page.listings.length === 0) break;
        cursor = page.next;
      }
      expect(seen.size).toBe(200);
    });
  });
}

function cursorOf(cursor: string | undefined): { readonly cursor?: string } {
  return cursor === undefined ? {} : { cursor };
}
