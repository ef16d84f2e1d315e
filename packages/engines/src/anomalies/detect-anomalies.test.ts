import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Listing } from '../market/listing.ts';
import { dataFaults } from './data-fault.ts';
import { detectAnomalies } from './detect-anomalies.ts';
import type { PricedListing } from './priced-listing.ts';

const AS_OF = '2024-06-30';

function listing(overrides: Partial<Listing> = {}): Listing {
  return {
    id: '11111111-1111-8111-8111-111111111111',
    source: 'test',
    sourceKey: '1',
    title: '2007 Porsche 911 Carrera S',
    vehicle: {
      make: 'Porsche',
      model: '911',
      generation: '997.1',
      trim: 'Carrera S',
      body: null,
      transmission: null,
      gearbox: null,
      gears: null,
      drive: null,
      marks: [],
      unknownWords: [],
    },
    modelYear: 2007,
    mileage: 60_000,
    mileageUnit: 'mi',
    color: null,
    condition: null,
    region: null,
    sellerType: null,
    vin: null,
    optionCodes: [],
    details: [],
    status: 'active',
    price: { kind: 'ask', amount: 50_000, currency: 'USD' },
    listedOn: '2024-06-01',
    endedOn: null,
    knownOn: '2024-06-01',
    synthetic: false,
    attributes: {},
    ...overrides,
  };
}

function priced(amount: number, overrides: Partial<Listing> = {}, logSpread = 0.05): PricedListing {
  return {
    listing: listing({ price: { kind: 'ask', amount, currency: 'USD' }, ...overrides }),
    expected: {
      market: { priceKind: 'sold', currency: 'USD' },
      amount: 50_000,
      intervals: [
        { confidenceLevel: 0.5, lower: 47_500, upper: 52_500 },
        { confidenceLevel: 0.9, lower: 44_000, upper: 57_000 },
      ],
      logSpread,
      segment: 'porsche/911/997.1/carrera-s',
      baseLogPrice: 10,
      contributions: [{ name: 'segment', logEffect: Math.log(50_000) - 10 }],
    },
  };
}

describe('detectAnomalies', () => {
  it('names the side and grows with the distance in local spreads', () => {
    const found = detectAnomalies(
      [priced(39_000, { id: 'a' }), priced(66_000, { id: 'b' }), priced(25_000, { id: 'c' })],
      { asOf: AS_OF },
    );
    expect(found.map(({ listingId, type, severity }) => [listingId, type, severity])).toEqual([
      ['c', 'undervalued', 'critical'],
      ['b', 'overvalued', 'medium'],
      ['a', 'undervalued', 'low'],
    ]);
  });

  it('finds nothing within the interval, and nothing ordinary where cars scatter widely', () => {
    expect(detectAnomalies([priced(50_000), priced(44_000), priced(57_000)], { asOf: AS_OF })).toEqual([]);
    expect(detectAnomalies([priced(30_000, {}, 0.3)], { asOf: AS_OF })).toEqual([]);
  });

  it('takes a tenfold price for a slip of the pen and a steep bargain for a bargain', () => {
    const [extra] = detectAnomalies([priced(498_000)], { asOf: AS_OF });
    const [missing] = detectAnomalies([priced(5_100)], { asOf: AS_OF });
    const [bargain] = detectAnomalies([priced(16_000)], { asOf: AS_OF });
    expect([extra!.type, missing!.type, bargain!.type]).toEqual(['data_quality', 'data_quality', 'undervalued']);
    expect(extra!.contributingFactors[0]!.name).toBe('extra digit');
    expect(missing!.contributingFactors[0]!.name).toBe('missing digit');
  });

  it('explains in one sentence with its own figures', () => {
    const [found] = detectAnomalies([priced(39_000)], { asOf: AS_OF });
    expect(found!.explanation).toBe(
      'Offered at $39,000, 22% below the $50,000 expected of such a car (90% range $44,000 to $57,000), 5.0 times the usual difference.',
    );
  });

  it('has factors that sum to the deviation, for any price', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        (amount, spread) => {
          for (const found of detectAnomalies([priced(amount, {}, spread)], { asOf: AS_OF })) {
            const sum = found.contributingFactors.reduce((total, { logEffect }) => total + logEffect, 0);
            expect(sum).toBeCloseTo(Math.log(amount / 50_000), 9);
            expect(found.score).toBeGreaterThanOrEqual(4);
          }
        },
      ),
    );
  });

  it('keeps the id of a finding from day to day', () => {
    const [today] = detectAnomalies([priced(30_000)], { asOf: AS_OF });
    const [tomorrow] = detectAnomalies([priced(31_000)], { asOf: '2024-07-01' });
    expect(tomorrow!.id).toBe(today!.id);
    expect(today!.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('judges no listing without a price or in another currency', () => {
    const foreign = priced(10_000, { price: { kind: 'ask', amount: 10_000, currency: 'EUR' } });
    expect(detectAnomalies([foreign, priced(0, { price: null })], { asOf: AS_OF })).toEqual([]);
  });
});

describe('dataFaults', () => {
  it('finds nothing in a plain listing', () => {
    expect(dataFaults(listing(), AS_OF)).toEqual([]);
  });

  it.each([
    [{ price: { kind: 'ask', amount: 0, currency: 'USD' } }, 'price_not_positive'],
    [{ price: { kind: 'ask', amount: Number.NaN, currency: 'USD' } }, 'price_not_a_number'],
    [{ price: { kind: 'ask', amount: 1, currency: 'USD' } }, 'price_placeholder'],
    [{ price: { kind: 'ask', amount: 99_999, currency: 'USD' } }, 'price_placeholder'],
    [{ price: { kind: 'ask', amount: 123_456, currency: 'USD' } }, 'price_placeholder'],
    [{ mileage: -1 }, 'mileage_negative'],
    [{ mileage: 999_999 }, 'mileage_code'],
    [{ mileage: 800_000 }, 'mileage_too_high'],
    [{ modelYear: 2024, mileage: 150_000 }, 'mileage_too_high'],
    [{ mileage: 1 }, 'mileage_too_low_for_age'],
    [{ modelYear: 2062 }, 'model_year_in_the_future'],
    [{ modelYear: 19 }, 'model_year_before_cars'],
    [{ endedOn: '2024-05-01' }, 'ended_before_listed'],
    [{ endedOn: '2024-02-31' }, 'date_invalid'],
    [{ vin: 'WP0ZZZ99Z7S7O0001' }, 'vin_malformed'],
  ] as const)('%j is a %s', (overrides, code) => {
    expect(dataFaults(listing(overrides as Partial<Listing>), AS_OF).map((fault) => fault.code)).toContain(code);
  });

  it('accepts short chassis numbers of old cars and the next model year', () => {
    expect(dataFaults(listing({ modelYear: 1973, vin: '9113600123' }), AS_OF)).toEqual([]);
    expect(dataFaults(listing({ modelYear: 2025, mileage: 12 }), AS_OF)).toEqual([]);
  });
});
