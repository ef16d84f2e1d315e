import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Listing } from '../market/listing.ts';
import { createRandom } from '../statistics/random.ts';
import { dataFaults } from './data-fault.ts';
import { detectAnomalies } from './detect-anomalies.ts';
import { anomalyJudgeFromPayload, judgedCar } from './judge/anomaly-judge.ts';
import { fitAnomalyJudge } from './judge/fit-anomaly-judge.ts';
import { severityOf } from './severity/severity-of.ts';
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

/** A listing that is expected to cost $50,000; cars of model year 1995 scatter widely, those of 2007 do not. */
function priced(amount: number, overrides: Partial<Listing> = {}): PricedListing {
  const isOld = overrides.modelYear === 1995;
  return {
    listing: listing({ price: { kind: 'ask', amount, currency: 'USD' }, ...overrides }),
    expected: {
      market: { priceKind: 'sold', currency: 'USD' },
      valuedOn: AS_OF,
      amount: 50_000,
      intervals: [
        { confidenceLevel: 0.5, lower: 47_500, upper: 52_500 },
        { confidenceLevel: 0.9, lower: 44_000, upper: 57_000 },
      ],
      logSpread: isOld ? 0.25 : 0.05,
      segment: 'porsche/911/997.1/carrera-s',
      baseLogPrice: 10,
      contributions: [{ name: 'segment', logEffect: Math.log(50_000) - 10 }],
      saleCount: 300,
    },
  };
}

/** Sales that scatter by 5 % or by 25 % around what was expected, with the tails that prices have. */
function plantedSales(count: number): readonly PricedListing[] {
  const random = createRandom(3);
  return Array.from({ length: count }, (_, row) => {
    const isOld = row % 2 === 0;
    const noise = random.normal() / Math.sqrt((random.normal() ** 2 + random.normal() ** 2) / 2);
    const amount = Math.round((50_000 * Math.exp((isOld ? 0.25 : 0.05) * noise)) / 50) * 50;
    return priced(Math.max(50, amount), { id: String(row), modelYear: isOld ? 1995 : 2007 });
  });
}

describe('detectAnomalies', () => {
  const judge = fitAnomalyJudge(plantedSales(3_000));
  const detect = (candidates: readonly PricedListing[], asOf = AS_OF) => detectAnomalies(candidates, { asOf, judge });

  it('names the side, and the further off a price is the surer it is', () => {
    const found = detect([priced(35_000, { id: 'a' }), priced(85_000, { id: 'b' }), priced(25_000, { id: 'c' })]);
    expect(new Map(found.map(({ listingId, type, cause }) => [listingId, `${type} ${cause}`]))).toEqual(
      new Map([
        ['c', 'undervalued bargain'],
        ['b', 'overvalued overpriced'],
        ['a', 'undervalued bargain'],
      ]),
    );
    const probability = (id: string) => found.find(({ listingId }) => listingId === id)!.confirmationProbability;
    expect(probability('c')).toBeGreaterThan(probability('a'));
    for (const { severity, confirmationProbability } of found)
      expect(severity).toBe(severityOf(confirmationProbability));
  });

  it('finds nothing ordinary, nor what is ordinary where cars scatter widely', () => {
    expect(detect([priced(50_000), priced(47_000), priced(53_000)])).toEqual([]);
    expect(detect([priced(33_000)])).toHaveLength(1);
    expect(detect([priced(33_000, { modelYear: 1995 })])).toEqual([]);
  });

  it('takes a tenfold price for a slip of the pen and a steep bargain for a bargain', () => {
    const [extra] = detect([priced(498_000)]);
    const [missing] = detect([priced(5_100)]);
    const [bargain] = detect([priced(29_000)]);
    expect([extra!.type, missing!.type, bargain!.type]).toEqual(['data_quality', 'data_quality', 'undervalued']);
    expect(extra!.contributingFactors[0]).toMatchObject({ name: 'typo', description: 'A digit too many.' });
    expect(missing!.contributingFactors[0]).toMatchObject({ name: 'typo', description: 'A digit too few.' });
  });

  it('explains in one sentence with its own figures', () => {
    const [found] = detect([priced(29_000)]);
    const { score, localSpread } = judge.mispricing.score({
      ...judgedCar(priced(29_000).listing, priced(29_000).expected),
      logPrice: Math.log(29_000),
    });
    expect(found!.score).toBe(score);
    const times = (Math.log(50_000 / 29_000) / localSpread).toFixed(1);
    expect(found!.explanation).toBe(
      `Offered at $29,000, 42% below the $50,000 expected of such a car (90% range $44,000 to $57,000), ${times} times the usual difference: cheaper than cars like it, with nothing that explains it.`,
    );
  });

  it('has factors that sum to the deviation, for any price', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), fc.boolean(), (amount, isOld) => {
        for (const found of detect([priced(amount, { modelYear: isOld ? 1995 : 2007 })])) {
          const sum = found.contributingFactors.reduce((total, { logEffect }) => total + logEffect, 0);
          expect(sum).toBeCloseTo(Math.log(amount / 50_000), 9);
          expect(found.confirmationProbability).toBeGreaterThanOrEqual(0.1);
        }
      }),
    );
  });

  it('reports a repeat whatever its price, and only a sure one', () => {
    const repeat = { kind: 'duplicate', listingId: 'b', repeats: 'a', logOdds: 9 } as const;
    const candidates = [priced(50_000, { id: 'a' }), priced(50_000, { id: 'b' })];
    const options = { asOf: AS_OF, judge };
    const [found, ...others] = detectAnomalies(candidates, { ...options, repeats: new Map([['b', repeat]]) });
    expect(found).toMatchObject({ listingId: 'b', cause: 'duplicate', type: 'data_quality', severity: 'critical' });
    expect(others).toEqual([]);
    const unsure = { ...repeat, logOdds: 3 };
    expect(detectAnomalies(candidates, { ...options, repeats: new Map([['b', unsure]]) })).toEqual([]);
  });

  it('is the same judge after a way through JSON', () => {
    const stored = anomalyJudgeFromPayload(JSON.parse(JSON.stringify(judge.toPayload())));
    const candidates = [29_000, 50_000, 70_000, 5_100].map((amount, row) => priced(amount, { id: String(row) }));
    expect(detectAnomalies(candidates, { asOf: AS_OF, judge: stored })).toEqual(detect(candidates));
    expect(() => anomalyJudgeFromPayload({ version: 'another' })).toThrow(/fit it again/);
  });

  it('keeps the id of a finding from day to day', () => {
    const [today] = detect([priced(30_000)]);
    const [tomorrow] = detect([priced(31_000)], '2024-07-01');
    expect(tomorrow!.id).toBe(today!.id);
    expect(today!.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('judges no listing without a price or in another currency', () => {
    const foreign = priced(10_000, { price: { kind: 'ask', amount: 10_000, currency: 'EUR' } });
    expect(detect([foreign, priced(0, { price: null })])).toEqual([]);
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
