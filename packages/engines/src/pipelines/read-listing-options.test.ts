import { expect, it } from 'vitest';
import { sampleListing } from '../contract-suites/sample-listing.ts';
import { createMemoryStores } from '../market/memory/create-memory-stores.ts';
import {
  findListingOptions,
  readingOptions,
  storeListingOptions,
  storeOptionCatalogue,
} from './read-listing-options.ts';

const vehicle = { ...sampleListing(1).vehicle, generation: '991.1', trim: 'GT3' };
const car = (n: number, changes: Parameters<typeof sampleListing>[1] = {}) =>
  sampleListing(n, {
    title: '2015 Porsche 911 GT3',
    vehicle,
    modelYear: 2015,
    details: ['PCCB, no front lift'],
    optionCodes: [],
    ...changes,
  });

it('finds what words name with the words, what the source states under its code, and nothing that is denied', () => {
  const found = findListingOptions(car(1, { optionCodes: ['front axle lift', 'pccb', 'glass beads'] }));
  const { id: listingId } = car(1);
  expect(found).toEqual([
    { listingId, optionCode: 'pccb', foundBy: 'text', evidence: 'PCCB' },
    { listingId, optionCode: 'front-axle-lift', foundBy: 'source', evidence: 'front axle lift' },
    { listingId, optionCode: 'pccb', foundBy: 'source', evidence: 'pccb' },
  ]);
  expect(findListingOptions(car(1, { vehicle: { ...vehicle, make: 'Ferrari' } }))).toEqual([]);
});

it('keeps what is found as rows are written, and again where they change', async () => {
  const stores = createMemoryStores();
  const listings = readingOptions(stores);
  // More than are read at a time.
  const rows = Array.from({ length: 600 }, (_, n) => car(n + 1));
  await listings.upsert(rows);
  expect(await stores.options.foundIn(rows.map(({ id }) => id))).toHaveLength(600);
  await listings.upsert([car(600, { details: ['Bose'] })]);
  expect(await stores.options.foundIn([car(600).id])).toMatchObject([{ optionCode: 'bose', evidence: 'Bose' }]);
  expect(await storeListingOptions(stores.options, rows.slice(0, 2))).toBe(2);
});

it('keeps the names of the catalogue', async () => {
  const { options } = createMemoryStores();
  await storeOptionCatalogue(options);
  const kept = await options.optionsOf('Porsche');
  expect(kept.length).toBeGreaterThan(150);
  expect(kept.find(({ code }) => code === 'pccb')).toMatchObject({ category: 'brakes', make: 'Porsche' });
});
