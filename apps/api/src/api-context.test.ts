import { createMemoryStores } from '@pa/engines';
import { generateMarket } from '@pa/engines/synthetic-market';
import { expect, test } from 'vitest';
import { emptyApi, FIXTURE_DAY, FIXTURE_NOW } from './__fixtures__/empty-api.ts';
import { createApiContext } from './api-context.ts';

const { listings } = generateMarket({
  preset: 'demo',
  seed: 5,
  endsOn: FIXTURE_DAY,
  months: 6,
  salesPerMonth: 20,
  activeListings: 5,
});

async function setUp() {
  const stores = createMemoryStores();
  await stores.listings.upsert(listings.slice(0, 60));
  let time = FIXTURE_NOW;
  let reads = 0;
  const marketData: typeof stores.marketData = {
    markets: (query) => stores.marketData.markets(query),
    activeListings: (query) => stores.marketData.activeListings(query),
    endedOffers: (query) => stores.marketData.endedOffers(query),
    sales(query) {
      reads += 1;
      return stores.marketData.sales(query);
    },
  };
  const { dependencies } = emptyApi();
  const context = createApiContext({ ...dependencies, stores: { ...stores, marketData }, now: () => time });
  return { context, stores, reads: () => reads, pass: (milliseconds: number) => (time += milliseconds) };
}

test('rows are counted once while nothing changes, and again after ten minutes', async () => {
  const { context, reads, pass } = await setUp();
  await Promise.all([context.censuses(), context.censuses()]);
  pass(599_999);
  await context.censuses();
  expect(reads()).toBe(1);
  pass(1);
  await context.censuses();
  expect(reads()).toBe(2);
});

test('rows that another process added are seen within seconds, so is the end of a run', async () => {
  const { context, stores, reads, pass } = await setUp();
  const before = (await context.censuses())[0]?.saleCount ?? 0;
  await stores.listings.upsert(listings);
  pass(5000);
  expect((await context.censuses())[0]?.saleCount).toBeGreaterThan(before);
  await stores.runs.completeStep({
    run: 'daily',
    asOf: FIXTURE_DAY,
    step: 'notify',
    inputHash: '0',
    summary: {},
    durationMs: 1,
  });
  pass(5000);
  await context.censuses();
  expect(reads()).toBe(3);
});

test('rows that were written here are seen at once', async () => {
  const { context, stores } = await setUp();
  const before = (await context.censuses())[0]?.saleCount ?? 0;
  await stores.listings.upsert(listings);
  context.forgetCounts();
  expect((await context.censuses())[0]?.saleCount).toBeGreaterThan(before);
});

test('the day to compute for is the one asked for, else the last run, else today', async () => {
  const { context, stores } = await setUp();
  expect(await context.computationDay(undefined)).toBe(FIXTURE_DAY);
  await stores.runs.completeStep({
    run: 'daily',
    asOf: '2026-03-01',
    step: 'notify',
    inputHash: '0',
    summary: {},
    durationMs: 1,
  });
  expect(await context.computationDay(undefined)).toBe('2026-03-01');
  expect(await context.computationDay('2026-02-01')).toBe('2026-02-01');
  await expect(context.computationDay('2026-04-01')).rejects.toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
});
