import { beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../market/calendar.ts';
import type { Listing } from '../market/listing.ts';
import { createMemoryStores } from '../market/memory/create-memory-stores.ts';
import { scanNewListings } from './scan-new-listings.ts';
import { analysedMarket } from './testing/analysed-market.ts';
import { StoppedError, stopAfterWrites } from './testing/stop-after-writes.ts';

describe('scanNewListings', () => {
  let market: Awaited<ReturnType<typeof analysedMarket>>;
  beforeEach(async () => {
    market = await analysedMarket();
  });

  const cheapOffer = (n: number): Listing => {
    const like = market.listings.find((listing) => listing.status === 'active')!;
    return {
      ...like,
      id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      sourceKey: `scan-${n}`,
      price: { ...like.price!, amount: Math.round(like.price!.amount / 4) },
    };
  };

  test('scores only what came after the last scan, and each row once', async () => {
    const { stores, now } = market;
    const first = await scanNewListings({ stores, now });
    expect(first.scanned).toBe(market.listings.length);
    const nothing = await scanNewListings({ stores, now });
    expect(nothing).toMatchObject({ scanned: 0, scored: 0, anomalies: [], newCount: 0, cursor: first.cursor });

    await stores.listings.upsert([cheapOffer(1), cheapOffer(2)]);
    const second = await scanNewListings({ stores, now });
    expect(second).toMatchObject({ scanned: 2, scored: 2, newCount: 2 });
    expect(second.anomalies.map((anomaly) => anomaly.listingId).sort()).toEqual([cheapOffer(1).id, cheapOffer(2).id]);
    expect((await scanNewListings({ stores, now })).scanned).toBe(0);
    for (const { id } of second.anomalies) expect(await stores.anomalies.byId(id)).not.toBeNull();
  });

  test('a changed row is scanned again and keeps its anomaly', async () => {
    const { stores, now } = market;
    await scanNewListings({ stores, now });
    await stores.listings.upsert([cheapOffer(1)]);
    const [found] = (await scanNewListings({ stores, now })).anomalies;
    const cheaper = cheapOffer(1);
    await stores.listings.upsert([{ ...cheaper, price: { ...cheaper.price!, amount: cheaper.price!.amount - 500 } }]);
    const again = await scanNewListings({ stores, now });
    expect(again).toMatchObject({ scanned: 1, newCount: 0 });
    expect(again.anomalies[0]?.id).toBe(found?.id);
    expect(again.anomalies[0]?.price.amount).toBe(cheaper.price!.amount - 500);
  });

  describe('a car that was taken off and is offered again', () => {
    const gone = (changes: Partial<Listing>): Listing => {
      const like = market.listings.find((listing) => listing.status === 'active' && listing.mileage! > 5_000)!;
      return {
        ...like,
        id: '00000000-0000-4000-8000-000000000901',
        sourceKey: 'gone',
        status: 'withdrawn',
        vin: null,
        listedOn: addDays(market.asOf, -50),
        knownOn: addDays(market.asOf, -50),
        mileage: like.mileage! + 12_345,
        ...changes,
      };
    };
    const again = (first: Listing, changes: Partial<Listing> = {}): Listing => ({
      ...first,
      id: '00000000-0000-4000-8000-000000000902',
      sourceKey: 'again',
      status: 'active',
      listedOn: market.asOf,
      endedOn: null,
      knownOn: market.asOf,
      price: { ...first.price!, amount: Math.round(first.price!.amount * 0.97) },
      ...changes,
    });
    const causeOf = async (first: Listing, second: Listing): Promise<string | undefined> => {
      await scanNewListings(market);
      await market.stores.listings.upsert([first]);
      await scanNewListings(market);
      await market.stores.listings.upsert([second]);
      const { anomalies } = await scanNewListings(market);
      return anomalies.find(({ listingId }) => listingId === second.id)?.cause;
    };

    test('is found by its chassis number, whatever else changed', async () => {
      const first = gone({ vin: 'WP0AB2A99KS114001' });
      const second = again(first, { color: 'green', mileage: first.mileage! + 900, region: null });
      expect(await causeOf(first, second)).toBe('relisted');
    });

    test('is found without one, also where an auction ended unsold or the last day passed', async () => {
      const first = gone({});
      expect(await causeOf(first, again(first, { mileage: first.mileage! + 40 }))).toBe('relisted');
      const auction = gone({ status: 'unsold', endedOn: addDays(market.asOf, -10) });
      expect(await causeOf(auction, again(auction))).toBe('relisted');
      const lapsed = gone({ status: 'active', endedOn: addDays(market.asOf, -10) });
      expect(await causeOf(lapsed, again(lapsed, { mileage: first.mileage! + 80 }))).toBe('relisted');
    });

    test('is another car where the facts differ, and a new offer after a sale or half a year', async () => {
      const first = gone({});
      const other = again(first, { mileage: first.mileage! + 30_000, color: 'green', modelYear: first.modelYear! - 2 });
      expect(await causeOf(first, other)).not.toBe('relisted');
      const sold = gone({
        status: 'sold',
        endedOn: addDays(market.asOf, -20),
        price: { ...first.price!, kind: 'sold' },
      });
      expect(await causeOf(sold, again(first))).not.toBe('relisted');
      const old = gone({ knownOn: addDays(market.asOf, -200), listedOn: addDays(market.asOf, -200) });
      expect(await causeOf(old, again(old))).not.toBe('relisted');
    });
  });

  test('reads many pages in order and finds what one page finds', async () => {
    const whole = await scanNewListings(market);
    const paged = await analysedMarket();
    const progress: number[] = [];
    const result = await scanNewListings(paged, {
      pageSize: 97,
      onProgress: ({ scanned }) => progress.push(scanned),
    });
    expect(result.scanned).toBe(whole.scanned);
    expect(progress).toEqual([...progress].sort((left, right) => left - right));
    expect(progress.length).toBe(Math.ceil(whole.scanned / 97));
    expect(new Set(result.anomalies.map(({ id }) => id))).toEqual(new Set(whole.anomalies.map(({ id }) => id)));
    expect(result.refused).toEqual(whole.refused);
  });

  test('finds what the daily run found among the offers, without a second entry', async () => {
    const { stores, report } = market;
    const before = (await stores.anomalies.list({})).total;
    expect(before).toBe(report.markets[0]!.anomalyCount);
    const { anomalies } = await scanNewListings(market);
    const active = new Set(market.listings.filter(({ status }) => status === 'active').map(({ id }) => id));
    const ofOffers = anomalies.filter(({ listingId }) => active.has(listingId));
    expect(ofOffers.map(({ id }) => id).sort()).toEqual(
      (await stores.anomalies.list({})).anomalies
        .filter(({ listingId }) => active.has(listingId))
        .map(({ id }) => id)
        .sort(),
    );
    expect(ofOffers.length).toBe(before);
  });

  test('old sales, unsold cars and rows of other markets are counted and not scored', async () => {
    const { stores, now } = market;
    const offer = cheapOffer(1);
    await scanNewListings({ stores, now });
    await stores.listings.upsert([
      { ...offer, id: cheapOffer(2).id, price: { ...offer.price!, currency: 'EUR' } },
      { ...offer, id: cheapOffer(3).id, price: null },
      { ...offer, id: cheapOffer(4).id, knownOn: '2025-07-15' },
      { ...offer, id: cheapOffer(5).id, status: 'withdrawn' },
    ]);
    const result = await scanNewListings({ stores, now });
    expect(result).toMatchObject({ scanned: 4, scored: 0, anomalies: [] });
    expect(result.refused).toEqual({
      'its market has no fitted model yet': 1,
      'no price': 1,
      'not known yet': 1,
      'neither an offer that runs nor a sale': 1,
    });
  });

  test('without a fitted model nothing is scored and nothing fails', async () => {
    const stores = createMemoryStores();
    expect(await scanNewListings({ stores, now: market.now })).toMatchObject({ cursor: null, scanned: 0 });
    await stores.listings.upsert([cheapOffer(1)]);
    const result = await scanNewListings({ stores, now: market.now });
    expect(result).toMatchObject({ scanned: 1, scored: 0, refused: { 'its market has no fitted model yet': 1 } });
  });

  test('a scan that dies repeats its page and finds nothing twice', async () => {
    const { stores, now } = market;
    await scanNewListings({ stores, now });
    await stores.listings.upsert([cheapOffer(1)]);
    const before = (await stores.anomalies.list({})).total;
    for (let writes = 0; writes < 3; writes += 1) {
      const dying = stopAfterWrites(stores, { writes, reaches: 'before' });
      await expect(scanNewListings({ stores: dying.stores, now })).rejects.toThrow(StoppedError);
    }
    const result = await scanNewListings({ stores, now });
    expect(result).toMatchObject({ scanned: 1, newCount: 0 });
    expect((await stores.anomalies.list({})).total).toBe(before + 1);
    const notices = stores.notifier.notifications().filter(({ topic }) => topic !== 'daily_run');
    expect(new Set(notices.map(({ id }) => id)).size).toBe(notices.length);
  });
});
