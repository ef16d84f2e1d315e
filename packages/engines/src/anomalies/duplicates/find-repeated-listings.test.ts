import { describe, expect, it } from 'vitest';
import type { Listing } from '../../market/listing.ts';
import { createRandom } from '../../statistics/random.ts';
import { generateMarket } from '../../synthetic-market/index.ts';
import { findRepeatedListings } from './find-repeated-listings.ts';

/** The same car as somebody else would write it down: facts missing, rounded, a little further driven and cheaper. */
function perturbed(listing: Listing, seed: number): Listing {
  const random = createRandom(seed);
  const { mileage, price, vehicle } = listing;
  const maybe = <Value>(value: Value): Value | null => (random.uniform() < 0.12 ? null : value);
  return {
    ...listing,
    id: `again ${listing.id}`,
    vin: null,
    knownOn: listing.knownOn,
    color: maybe(listing.color),
    region: maybe(listing.region),
    mileage: mileage === null ? null : Math.round((mileage + 80 * random.uniform()) / 10) * 10,
    price: price === null ? null : { ...price, amount: Math.round(price.amount * (1 - 0.06 * random.uniform())) },
    optionCodes: listing.optionCodes.filter(() => random.uniform() > 0.1),
    vehicle: { ...vehicle, trim: maybe(vehicle.trim), transmission: maybe(vehicle.transmission) },
  };
}

describe('findRepeatedListings', () => {
  it('pairs perturbed records without a chassis number with an F1 of at least 0.95', { timeout: 60_000 }, () => {
    let right = 0;
    let said = 0;
    let planted = 0;
    for (const seed of [1, 2]) {
      const market = generateMarket({ preset: 'hard', seed, endsOn: '2024-06-30', months: 2, activeListings: 1_500 });
      const offers = market.listings
        .filter((listing) => listing.status === 'active' && market.truth.listings.get(listing.id)!.anomaly === null)
        .filter(({ mileage }) => mileage !== null && mileage > 100)
        .map((listing) => ({ ...listing, vin: null }));
      const copies = offers
        .filter((_, row) => row % 4 === 0)
        .map((listing, row) => perturbed(listing, 1_000 * seed + row));
      const repeats = findRepeatedListings([...offers, ...copies]);
      planted += copies.length;
      said += repeats.length;
      right += repeats.filter(
        ({ listingId, repeats: of }) => listingId === `again ${of}` || of === `again ${listingId}`,
      ).length;
    }
    const precision = right / said;
    const recall = right / planted;
    expect(
      (2 * precision * recall) / (precision + recall),
      `precision ${precision}, recall ${recall}`,
    ).toBeGreaterThanOrEqual(0.95);
  });

  it('finds among some what it finds of them among all', () => {
    const { listings } = generateMarket({ preset: 'hard', seed: 31, endsOn: '2024-06-30', activeListings: 800 });
    const offers = listings.filter(({ status }) => status !== 'sold');
    const all = findRepeatedListings(offers);
    expect(all.length).toBeGreaterThan(5);
    for (const part of [0, 1, 2]) {
      const among = new Set(offers.filter((_, place) => place % 3 === part).map(({ id }) => id));
      const expected = all.filter(({ listingId }) => among.has(listingId));
      expect(findRepeatedListings(offers, { among })).toEqual(expected);
    }
  });
});
