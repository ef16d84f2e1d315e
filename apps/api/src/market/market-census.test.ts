import { createMemoryStores } from '@pa/engines';
import { generateMarket } from '@pa/engines/synthetic-market';
import { expect, test } from 'vitest';
import { takeCensus } from './market-census.ts';

const asOf = '2026-03-31';
const { listings } = generateMarket({
  preset: 'demo',
  seed: 3,
  endsOn: asOf,
  months: 12,
  salesPerMonth: 40,
  activeListings: 50,
});
const market = { priceKind: 'sold', currency: 'USD' } as const;

async function census(day: string) {
  const stores = createMemoryStores();
  await stores.listings.upsert(listings);
  return takeCensus(stores.marketData, { market, asOf: day });
}

test('counts of a level sum over its children and over the whole market', async () => {
  const taken = await census(asOf);
  const sold = listings.filter(
    ({ status, price }) => status === 'sold' && price?.kind === 'sold' && price.currency === 'USD',
  );
  expect(taken.saleCount).toBe(sold.length);
  const makes = [...taken.segments.values()].filter(({ parent }) => parent === null);
  expect(makes.reduce((sum, make) => sum + make.saleCount, 0)).toBe(taken.saleCount);
  expect(makes.reduce((sum, make) => sum + make.activeListingCount, 0)).toBe(taken.activeListingCount);
  expect(taken.activeListingCount).toBeGreaterThan(0);
  for (const segment of taken.segments.values()) {
    const children = [...taken.segments.values()].filter(({ parent }) => parent === segment.segment);
    const below = children.reduce((sum, child) => sum + child.saleCount, 0);
    expect(below).toBeLessThanOrEqual(segment.saleCount);
  }
});

test('a parent stands before its children, and names go no deeper than their level', async () => {
  const order = [...(await census(asOf)).segments.keys()];
  for (const [index, segment] of order.entries()) {
    const parent = segment.slice(0, Math.max(0, segment.lastIndexOf('/')));
    if (parent !== '') expect(order.indexOf(parent)).toBeLessThan(index);
  }
  const model = (await census(asOf)).segments.get('porsche/911');
  expect(model).toMatchObject({ make: 'Porsche', model: '911', generation: null, trim: null, parent: 'porsche' });
});

test('days are those of the first and last sale, and nothing later than asOf is counted', async () => {
  const whole = await census(asOf);
  const days = listings.flatMap(({ status, price, endedOn }) =>
    status === 'sold' && price?.kind === 'sold' && price.currency === 'USD' && endedOn !== null ? [endedOn] : [],
  );
  expect([whole.firstSaleOn, whole.lastSaleOn]).toEqual([days.toSorted()[0], days.toSorted().at(-1)]);
  const earlier = await census('2025-10-15');
  expect(earlier.saleCount).toBe(days.filter((day) => day <= '2025-10-15').length);
  expect(earlier.lastSaleOn! <= '2025-10-15').toBe(true);
  expect(whole.synthetic).toBe(true);
});

test('an empty store gives an empty census', async () => {
  const empty = await takeCensus(createMemoryStores().marketData, { market, asOf });
  expect(empty).toMatchObject({ saleCount: 0, activeListingCount: 0, firstSaleOn: null, lastSaleOn: null });
  expect(empty.segments.size).toBe(0);
});
