import { describe, expect, it } from 'vitest';
import { parseListingTitle } from '../market/taxonomy/parse-listing-title.ts';
import { parseVehicle } from '../market/taxonomy/parse-vehicle.ts';
import { generateMarket } from './generate-market.ts';

describe('titles of generated listings', () => {
  it('read back as the vehicle they were written for', () => {
    const { listings, truth } = generateMarket({ preset: 'demo', seed: 3, endsOn: '2026-06-30' });
    const wrong = new Set<string>();
    for (const listing of listings) {
      const isHonest = truth.listings.get(listing.id)?.faults.length === 0;
      if (!isHonest || truth.listings.get(listing.id)?.anomaly?.cause === 'duplicate') continue;
      const title = parseListingTitle(listing.title);
      const parsed = parseVehicle({ make: title.make ?? '', text: title.text, modelYear: title.modelYear });
      // A title is silent about the gearbox of cars that had only one; rows have a column for it.
      const expected = { ...listing.vehicle, transmission: parsed.transmission ?? listing.vehicle.transmission };
      if (JSON.stringify({ ...parsed, transmission: expected.transmission }) !== JSON.stringify(expected)) {
        wrong.add(`${listing.title}: ${JSON.stringify(parsed)}`);
      }
    }
    expect([...wrong]).toEqual([]);
  });
});
