import { beforeEach, describe, expect, test } from 'vitest';
import type { Listing } from '../market/listing.ts';
import type { MarketScope } from '../market/price.ts';
import type { ListingStore } from '../market/ports/listing-store.ts';
import type { MarketData } from '../market/ports/market-data.ts';
import type { ContractSubject } from './contract-subject.ts';
import { bareListing, sampleListing, sampleSale } from './sample-listing.ts';

const DOLLARS: MarketScope = { priceKind: 'sold', currency: 'USD' };

/** Every sentence of the `MarketData` contract, as tests. The two ports must share their rows. */
export function describeMarketData(
  subject: ContractSubject<{ readonly listings: ListingStore; readonly marketData: MarketData }>,
): void {
  describe(`market data: ${subject.name}`, () => {
    let listings: ListingStore;
    let marketData: MarketData;
    beforeEach(async () => {
      ({ listings, marketData } = await subject.createStore());
    });
    const sales = (query: { readonly asOf: string; readonly from?: string; readonly to?: string }) =>
      collect(marketData.sales({ market: DOLLARS, ...query }));

    test('missing rows are empty results', async () => {
      expect(await marketData.markets({ asOf: '2024-06-30' })).toEqual([]);
      expect(await sales({ asOf: '2024-06-30' })).toEqual([]);
      expect(await collect(marketData.activeListings({ asOf: '2024-06-30' }))).toEqual([]);
    });

    test('a sale comes back exactly as it was stored', async () => {
      const sale = sampleSale(1, { endedOn: '2024-02-29' });
      const bare = { ...bareListing(2), status: 'sold' as const, price: sale.price, endedOn: '2024-03-01' };
      await listings.upsert([bare, sale]);
      expect(await sales({ asOf: '2024-06-30' })).toStrictEqual([sale, bare]);
    });

    test('no row is read before the day it was known', async () => {
      const early = sampleSale(1, { endedOn: '2024-03-01' });
      const late = sampleSale(2, { endedOn: '2024-03-01', changes: { knownOn: '2024-03-05' } });
      const otherMarket = sampleSale(3, {
        endedOn: '2024-04-01',
        price: { kind: 'wholesale', amount: 9, currency: 'USD' },
      });
      const offer = sampleListing(4, { knownOn: '2024-03-05' });
      await listings.upsert([late, early, otherMarket, offer]);
      expect(await sales({ asOf: '2024-02-28' })).toEqual([]);
      expect(await sales({ asOf: '2024-03-04' })).toStrictEqual([early]);
      expect(await sales({ asOf: '2024-03-05' })).toStrictEqual([early, late]);
      expect(await marketData.markets({ asOf: '2024-02-28' })).toEqual([]);
      expect(await marketData.markets({ asOf: '2024-03-31' })).toEqual([DOLLARS]);
      expect(await collect(marketData.activeListings({ asOf: '2024-03-04' }))).toEqual([]);
      expect(await collect(marketData.activeListings({ asOf: '2024-03-05' }))).toStrictEqual([offer]);
    });

    test('markets are price kinds and currencies with a sale, ordered by key', async () => {
      await listings.upsert([
        sampleSale(1, { endedOn: '2024-03-01', price: { kind: 'wholesale', amount: 1, currency: 'USD' } }),
        sampleSale(2, { endedOn: '2024-03-01' }),
        sampleSale(3, { endedOn: '2024-03-01', price: { kind: 'sold', amount: 1, currency: 'EUR' } }),
        sampleSale(4, { endedOn: '2024-03-02' }),
        sampleListing(5, { price: { kind: 'ask', amount: 1, currency: 'GBP' } }),
        sampleListing(6, {
          status: 'unsold',
          endedOn: '2024-03-01',
          price: { kind: 'bid', amount: 1, currency: 'CHF' },
        }),
      ]);
      expect(await marketData.markets({ asOf: '2024-06-30' })).toEqual([
        { priceKind: 'sold', currency: 'EUR' },
        { priceKind: 'sold', currency: 'USD' },
        { priceKind: 'wholesale', currency: 'USD' },
      ]);
    });

    test('only finished sales of the asked market are sales', async () => {
      const sale = sampleSale(1, { endedOn: '2024-03-01' });
      await listings.upsert([
        sale,
        sampleSale(2, { endedOn: '2024-03-01', price: { kind: 'wholesale', amount: 1, currency: 'USD' } }),
        sampleSale(3, { endedOn: '2024-03-01', price: { kind: 'sold', amount: 1, currency: 'EUR' } }),
        sampleListing(4, { status: 'sold', endedOn: '2024-03-01', price: null }),
        sampleListing(5, { status: 'sold', endedOn: null, price: sale.price }),
        sampleListing(6, { status: 'sold', endedOn: '2024-03-01' }),
        sampleListing(7, { status: 'unsold', endedOn: '2024-03-01', price: sale.price }),
        sampleListing(8),
      ]);
      expect(await sales({ asOf: '2024-06-30' })).toStrictEqual([sale]);
    });

    test('sales can be those of a make, a model line or a generation, in any case of letters', async () => {
      const cars = [
        ['Porsche', '911', '997.2'],
        ['Porsche', '911', null],
        ['Porsche', 'Boxster', '986'],
        ['BMW', 'M3', 'E46'],
      ] as const;
      await listings.upsert(
        cars.map(([make, model, generation], n) => {
          const sale = sampleSale(n + 1, { endedOn: '2024-03-01' });
          return { ...sale, vehicle: { ...sale.vehicle, make, model, generation } };
        }),
      );
      const keys = async (names: { readonly make?: string; readonly model?: string; readonly generation?: string }) =>
        (await collect(marketData.sales({ market: DOLLARS, asOf: '2024-06-30', cars: names }))).map(
          (sale) => sale.sourceKey,
        );
      expect(await keys({})).toEqual(['row-1', 'row-2', 'row-3', 'row-4']);
      expect(await keys({ make: 'PORSCHE' })).toEqual(['row-1', 'row-2', 'row-3']);
      expect(await keys({ make: 'porsche', model: '911' })).toEqual(['row-1', 'row-2']);
      expect(await keys({ model: 'm3' })).toEqual(['row-4']);
      expect(await keys({ make: 'Porsche', model: '911', generation: '997.2' })).toEqual(['row-1']);
      expect(await keys({ make: "o'Brien", generation: 'e46' })).toEqual([]);
    });

    test('both days of a range are included, and sales are ordered by day, then by id', async () => {
      const days = ['2024-03-03', '2024-03-01', '2024-03-02', '2024-03-01', '2024-03-04'];
      await listings.upsert(days.map((endedOn, n) => sampleSale(n + 1, { endedOn })));
      const numbers = async (range: { readonly from?: string; readonly to?: string }) =>
        (await sales({ asOf: '2024-06-30', ...range })).map((sale) => sale.sourceKey);
      expect(await numbers({})).toEqual(['row-2', 'row-4', 'row-3', 'row-1', 'row-5']);
      expect(await numbers({ from: '2024-03-02', to: '2024-03-03' })).toEqual(['row-3', 'row-1']);
      expect(await numbers({ to: '2024-03-01' })).toEqual(['row-2', 'row-4']);
      expect(await numbers({ from: '2024-03-05' })).toEqual([]);
    });

    test('active listings run on the day, have the asked currency, and are ordered by the day they were known', async () => {
      const running = [
        sampleListing(3, { knownOn: '2024-03-01' }),
        sampleListing(1, { knownOn: '2024-03-02', endedOn: '2024-03-10' }),
        bareListing(2),
      ];
      await listings.upsert([
        ...running,
        sampleListing(4, { endedOn: '2024-03-09' }),
        sampleListing(5, { status: 'withdrawn' }),
        sampleSale(6, { endedOn: '2024-03-10' }),
        sampleListing(7, { price: { kind: 'ask', amount: 5, currency: 'EUR' }, knownOn: '2024-03-03' }),
      ]);
      const keys = async (query: { readonly currency?: string }) =>
        (await collect(marketData.activeListings({ asOf: '2024-03-10', ...query }))).map((row) => row.sourceKey);
      expect(await keys({})).toEqual(['row-2', 'row-3', 'row-1', 'row-7']);
      expect(await keys({ currency: 'USD' })).toEqual(['row-3', 'row-1']);
      expect(await keys({ currency: 'GBP' })).toEqual([]);
    });

    test('ended offers are over on the day without a sale, ended since the first day, in the asked currency', async () => {
      await listings.upsert([
        sampleListing(1, { knownOn: '2024-03-01' }),
        sampleListing(2, { status: 'withdrawn', knownOn: '2024-03-02' }),
        sampleListing(3, { status: 'unsold', knownOn: '2024-03-01', endedOn: '2024-03-08' }),
        sampleListing(4, { knownOn: '2024-02-20', endedOn: '2024-03-09' }),
        sampleListing(5, { knownOn: '2024-02-20', endedOn: '2024-03-10' }),
        sampleListing(6, { status: 'withdrawn', knownOn: '2024-01-05' }),
        sampleListing(7, { status: 'withdrawn', knownOn: '2024-01-05', endedOn: '2024-03-03' }),
        sampleListing(8, { status: 'withdrawn', knownOn: '2024-03-11' }),
        sampleSale(9, { endedOn: '2024-03-05' }),
        sampleListing(10, {
          status: 'withdrawn',
          knownOn: '2024-03-04',
          price: { kind: 'ask', amount: 5, currency: 'EUR' },
        }),
      ]);
      const keys = async (query: { readonly currency?: string }) =>
        (await collect(marketData.endedOffers({ asOf: '2024-03-10', from: '2024-03-01', ...query }))).map(
          (row) => row.sourceKey,
        );
      expect(await keys({})).toEqual(['row-7', 'row-4', 'row-3', 'row-2', 'row-10']);
      expect(await keys({ currency: 'EUR' })).toEqual(['row-10']);
      expect(await collect(marketData.endedOffers({ asOf: '2024-03-10', from: '2024-03-11' }))).toEqual([]);
    });

    test('a stream is whole while rows are written, and may be left early', async () => {
      const rows = Array.from({ length: 60 }, (_, n) => sampleSale(n + 1, { endedOn: '2024-03-01' }));
      await listings.upsert(rows);
      const seen: string[] = [];
      for await (const sale of marketData.sales({ market: DOLLARS, asOf: '2024-03-01' })) {
        seen.push(sale.id);
        if (seen.length % 20 === 0) {
          await listings.upsert([sampleSale(1000 + seen.length, { endedOn: '2024-03-01' })]);
        }
      }
      const written = rows.map((row) => row.id);
      expect(seen.filter((id) => written.includes(id))).toEqual(written);
      for await (const sale of marketData.sales({ market: DOLLARS, asOf: '2024-03-01' })) {
        expect(sale.id).toBe(written[0]);
        break;
      }
      expect(await listings.count()).toBe(63);
    });

    test('two streams run side by side', async () => {
      await listings.upsert(Array.from({ length: 30 }, (_, n) => sampleSale(n + 1, { endedOn: '2024-03-01' })));
      const [left, right] = await Promise.all([sales({ asOf: '2024-03-01' }), sales({ asOf: '2024-03-01' })]);
      expect(left).toHaveLength(30);
      expect(right).toStrictEqual(left);
    });
  });
}

async function collect<Row extends Listing>(stream: AsyncIterable<Row>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const row of stream) rows.push(row);
  return rows;
}
