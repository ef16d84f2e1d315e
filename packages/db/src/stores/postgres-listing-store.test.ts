import { type Listing, type MarketScope } from '@pa/engines';
import { sampleListing, sampleSale } from '@pa/engines/contract-suites';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  openTestPGlite,
  openTestPostgres,
  postgresAnswers,
  type TestDatabase,
} from '../testing/open-test-databases.ts';
import { createStores } from './create-stores.ts';
import { withTransaction } from './with-transaction.ts';

const hasPostgres = await postgresAnswers();
const MARKET: MarketScope = { priceKind: 'sold', currency: 'USD' };

function storeHoldsOn(open: () => Promise<TestDatabase>): void {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(() => opened.reset());
  const stores = () => createStores(opened.database);

  test('a price that changes leaves a row with both prices, and nothing else does', async () => {
    const ask = (amount: number): Partial<Listing> => ({ price: { kind: 'ask', amount, currency: 'USD' } });
    const { listings } = stores();
    await listings.upsert([sampleListing(1, ask(100)), sampleListing(2, ask(100))]);
    await listings.upsert([sampleListing(1, { ...ask(100), title: 'another title' }), sampleListing(2, ask(100))]);
    await listings.upsert([sampleListing(1, { ...ask(90), knownOn: '2024-03-05' }), sampleListing(2, { price: null })]);
    await listings.upsert([sampleListing(2, ask(80))]);
    const { rows } = await sql`
      select listing_id, known_on, old_kind, old_amount, new_kind, new_amount, new_currency
      from price_history order by id`.execute(opened.database.kysely);
    const [first, second] = [sampleListing(1).id, sampleListing(2).id];
    expect(rows.slice(0, 2)).toEqual(
      expect.arrayContaining([
        {
          listing_id: first,
          known_on: '2024-03-05',
          old_kind: 'ask',
          old_amount: 100,
          new_kind: 'ask',
          new_amount: 90,
          new_currency: 'USD',
        },
        {
          listing_id: second,
          known_on: '2024-02-29',
          old_kind: 'ask',
          old_amount: 100,
          new_kind: null,
          new_amount: null,
          new_currency: null,
        },
      ]),
    );
    expect(rows.slice(2)).toMatchObject([{ listing_id: second, old_kind: null, new_kind: 'ask', new_amount: 80 }]);
  });

  test('a batch larger than a statement and a stream longer than a page stay whole and in order', async () => {
    const { listings, marketData } = stores();
    const rows = Array.from({ length: 5_100 }, (_, n) =>
      sampleSale(n, { endedOn: `2024-03-${String(28 - (n % 28)).padStart(2, '0')}`, changes: { details: [] } }),
    );
    expect(await listings.upsert(rows)).toEqual({ inserted: 5_100, updated: 0, unchanged: 0 });
    const seen: string[] = [];
    for await (const sale of marketData.sales({ market: MARKET, asOf: '2024-12-31' })) {
      seen.push(`${sale.endedOn} ${sale.id}`);
    }
    expect(seen).toHaveLength(5_100);
    expect(seen).toEqual([...seen].sort());
    let scanned = 0;
    let cursor: string | undefined;
    for (;;) {
      const page = await listings.changedSince({ limit: 1_000, ...(cursor === undefined ? {} : { cursor }) });
      scanned += page.listings.length;
      if (page.listings.length === 0) break;
      cursor = page.next;
    }
    expect(scanned).toBe(5_100);
  });

  test('a value that the table refuses refuses the whole batch', async () => {
    const { listings } = stores();
    const wrong = sampleListing(2, { knownOn: '2024-02-30' });
    await expect(listings.upsert([sampleListing(1), wrong])).rejects.toThrow(/date/);
    expect(await listings.count()).toBe(0);
  });

  test('text that Postgres cannot hold does not fail a batch', async () => {
    const { listings } = stores();
    await listings.upsert([sampleListing(1, { title: 'a\0b', attributes: { note: '\ud800' } })]);
    const stored = await listings.byId(sampleListing(1).id);
    expect(stored).toMatchObject({ title: 'a\ufffdb', attributes: { note: '\ufffd' } });
    const again = sampleListing(1, { title: 'a\0b', attributes: { note: '\ud800' } });
    expect(await listings.upsert([again])).toEqual({ inserted: 0, updated: 0, unchanged: 1 });
  });

  test('a cursor of somebody else is an error that says so, and an id that is none is missing', async () => {
    await expect(stores().listings.changedSince({ cursor: 'abc', limit: 1 })).rejects.toMatchObject({
      code: 'INVALID_CURSOR',
    });
    expect(await stores().listings.byId("'; drop table listings; --")).toBeNull();
    expect(await stores().anomalies.byId('1')).toBeNull();
    expect(await stores().predictions.byId('1')).toBeNull();
    expect(await stores().insights.byId('')).toBeNull();
  });

  test('a transaction keeps everything or nothing', async () => {
    const failing = withTransaction(opened.database, async ({ listings, runs }) => {
      await listings.upsert([sampleListing(1)]);
      await listings.upsert([sampleListing(2)]);
      await runs.completeStep({
        run: 'import',
        asOf: '2024-02-29',
        step: 'a',
        inputHash: '',
        summary: {},
        durationMs: 1,
      });
      expect(await listings.count()).toBe(2);
      throw new RangeError('the file ends here');
    });
    await expect(failing).rejects.toThrow('the file ends here');
    expect(await stores().listings.count()).toBe(0);
    await withTransaction(opened.database, ({ listings }) => listings.upsert([sampleListing(1)]));
    expect(await stores().listings.count()).toBe(1);
  });

  test('expired answers are removed from the cache and others stay', async () => {
    const { cache } = stores();
    const entry = {
      value: '1',
      storedAt: 0,
      freshUntil: 5,
      tags: [],
      ttlClass: 'a',
      servedModel: 'm',
      costNanoUsd: 1n,
    };
    await cache.set('old', { ...entry, expiresAt: 10 });
    await cache.set('new', { ...entry, expiresAt: 20 });
    expect(await cache.deleteExpired({ now: 10 })).toBe(1);
    expect(await cache.get('new', { now: 10 })).toEqual({ ...entry, expiresAt: 20 });
  });
}

describe('listing rows on PGlite', () => storeHoldsOn(openTestPGlite));

describe.skipIf(!hasPostgres)(`listing rows on Postgres${hasPostgres ? '' : ' (no server answers)'}`, () =>
  storeHoldsOn(openTestPostgres),
);
