import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isIsoDate } from '../market/calendar.ts';
import type { Listing } from '../market/listing.ts';
import { listingId } from '../market/listing-id.ts';
import { segmentOf } from '../market/segment.ts';
import { generateMarket } from './generate-market.ts';
import type { ListingTruth } from './market-truth.ts';
import type { SyntheticMarket } from './synthetic-market.ts';
import { checkDigit } from './vehicle-identification.ts';

const HARD = [1, 2, 3].map((seed) => generateMarket({ preset: 'hard', seed, endsOn: '2026-06-30' }));
const DEMO = generateMarket({ preset: 'demo', seed: 1, endsOn: '2026-06-30' });
const ALL = [...HARD, DEMO];

function rows(market: SyntheticMarket): readonly { readonly listing: Listing; readonly truth: ListingTruth }[] {
  return market.listings.map((listing) => {
    const truth = market.truth.listings.get(listing.id);
    if (truth === undefined) throw new TypeError(`no truth for ${listing.id}`);
    return { listing, truth };
  });
}

const honest = (market: SyntheticMarket) =>
  rows(market).filter(({ truth }) => truth.anomaly === null && truth.faults.length === 0);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('generateMarket', () => {
  it('gives the same bytes for the same options and others for another seed', () => {
    const again = generateMarket({ preset: 'demo', seed: 1, endsOn: '2026-06-30' });
    expect(JSON.stringify(again.listings)).toBe(JSON.stringify(DEMO.listings));
    expect([...again.truth.listings]).toEqual([...DEMO.truth.listings]);
    const other = generateMarket({ preset: 'demo', seed: 2, endsOn: '2026-06-30', months: 2 });
    expect(JSON.stringify(other.listings)).not.toBe(
      JSON.stringify(generateMarket({ preset: 'demo', seed: 1, endsOn: '2026-06-30', months: 2 }).listings),
    );
  });

  it('keeps the true path of prices when only the number of sales changes', () => {
    const thin = generateMarket({ preset: 'hard', seed: 1, endsOn: '2026-06-30', salesPerMonth: 5, activeListings: 0 });
    expect([...thin.truth.indices]).toEqual([...(HARD[0]?.truth.indices ?? [])]);
    expect(thin.listings.length).toBeGreaterThan(200);
    expect(thin.listings.length).toBeLessThan(400);
  });

  it('writes valid rows that are all labelled synthetic', () => {
    for (const market of ALL) {
      expect(new Set(market.listings.map((listing) => listing.id)).size).toBe(market.listings.length);
      for (const { listing, truth } of rows(market)) {
        expect(listing.synthetic && listing.source === 'synthetic').toBe(true);
        expect(listing.id).toBe(listingId(listing));
        expect(truth.segment).toBe(segmentOf(listing.vehicle));
        expect(listing.price?.amount).toSatisfy((amount: number) => Number.isSafeInteger(amount) && amount > 0);
        const days = [listing.listedOn ?? '', listing.knownOn, ...(listing.endedOn === null ? [] : [listing.endedOn])];
        expect(days.every((day) => isIsoDate(day) && day <= market.endsOn)).toBe(true);
        expect((listing.listedOn ?? '') <= (listing.endedOn ?? market.endsOn)).toBe(true);
        expect(listing.status === 'active').toBe(listing.endedOn === null);
      }
    }
  });

  it('lists the rows in the order in which they became known', () => {
    for (const market of ALL) {
      const known = market.listings.map((listing) => listing.knownOn);
      expect(known).toEqual(known.toSorted());
    }
  });

  it('explains every price as the sum of the true parts', () => {
    for (const market of ALL) {
      const step = market.preset === 'demo' ? 50 : 1;
      for (const { listing, truth } of rows(market)) {
        const parts = Object.values<number>({ ...truth.parts }).reduce((sum, part) => sum + part, 0);
        expect(truth.logValue).toBeCloseTo(parts, 10);
        const amount = Math.exp(truth.logValue + truth.residual + truth.deviation);
        expect(Math.abs((listing.price?.amount ?? 0) - amount)).toBeLessThanOrEqual(step / 2 + amount * 1e-9);
      }
    }
  });

  it('gives modern cars a chassis number with a true check digit', () => {
    const numbered = honest(DEMO).flatMap(({ listing }) => (listing.vin?.length === 17 ? [listing.vin] : []));
    expect(numbered.length).toBeGreaterThan(3000);
    expect(numbered.every((vin) => vin.charAt(8) === checkDigit(vin))).toBe(true);
    expect(checkDigit('1M8GDM9AXKP042788')).toBe('X');
  });

  it('refuses a day that does not exist and counts that are none', () => {
    expect(() => generateMarket({ preset: 'demo', seed: 1, endsOn: '2026-02-30' })).toThrow(/2026-02-30/);
    expect(() => generateMarket({ preset: 'demo', seed: 1, endsOn: '2026-02-28', months: 0 })).toThrow(/months is 0/);
    expect(() => generateMarket({ preset: 'demo', seed: 1.5, endsOn: '2026-02-28' })).toThrow(/seed is 1.5/);
  });
});

describe('the demo preset', () => {
  it('is a believable market: about 65 segments, 7,000 sales, 400 offers, right price levels', () => {
    const sold = DEMO.listings.filter((listing) => listing.status === 'sold');
    expect(sold.length).toBeGreaterThan(6_500);
    expect(sold.length).toBeLessThan(8_000);
    expect(DEMO.listings.filter((listing) => listing.status === 'active')).toHaveLength(400);
    const segments = new Set(sold.map((listing) => segmentOf(listing.vehicle)));
    expect(segments.size).toBeGreaterThanOrEqual(55);
    const median = (segment: string): number => {
      const prices = sold.flatMap((listing) =>
        segmentOf(listing.vehicle) === segment ? [listing.price?.amount ?? 0] : [],
      );
      return prices.toSorted((a, b) => a - b)[Math.floor(prices.length / 2)] ?? 0;
    };
    expect(median('porsche/911/992.1/gt3')).toBeGreaterThan(200_000);
    expect(median('porsche/911/992.1/gt3')).toBeLessThan(270_000);
    expect(median('porsche/boxster/986/s')).toBeLessThan(20_000);
  });

  it('has every kind of anomaly on offer', () => {
    const causes = new Set(rows(DEMO).flatMap(({ truth }) => truth.anomaly?.cause ?? []));
    expect(causes.size).toBe(10);
  });
});

describe('the hard preset', () => {
  it('is frozen: its bytes do not change', () => {
    // These fields came later and say nothing that the title did not.
    const later = new Set(['gearbox', 'gears', 'drive', 'marks']);
    const listings = JSON.stringify(HARD[0]?.listings, (key, value) => (later.has(key) ? undefined : value));
    expect(hash('sha256', listings, 'hex')).toBe('e81d11b40056fe29f0db336720165adf3a53ca5495d2e3099b5970a0d837de3d');
  });

  it('spreads residuals by 0.20 with the tails of a t with 4 degrees of freedom', () => {
    const residuals = HARD.flatMap((market) => honest(market).map(({ truth }) => truth.residual));
    const deviation = Math.sqrt(mean(residuals.map((residual) => residual ** 2)));
    expect(Math.abs(mean(residuals))).toBeLessThan(0.005);
    expect(deviation).toBeGreaterThan(0.19);
    expect(deviation).toBeLessThan(0.215);
    // 2.776 scales hold 95 % of a t4 and 99.4 % of a normal.
    const scale = 0.2 / Math.SQRT2;
    const outside = mean(residuals.map((residual) => (Math.abs(residual) > 2.776 * scale ? 1 : 0)));
    expect(Math.abs(outside - 0.05)).toBeLessThan(0.005);
  });

  it('raises prices by 2 % in May and lowers them in November, and the year cancels out', () => {
    for (const market of HARD) expect(mean(market.truth.seasonalFactors)).toBeCloseTo(0, 12);
    const pairs = HARD.flatMap(honest).map(({ listing, truth }) => {
      const wave = Math.cos((2 * Math.PI * (Number((listing.endedOn ?? listing.knownOn).slice(5, 7)) - 5)) / 12);
      return { wave, unexplained: Math.log(listing.price?.amount ?? 1) - truth.logValue + truth.parts.season };
    });
    const amplitude =
      mean(pairs.map((pair) => pair.wave * pair.unexplained)) / mean(pairs.map((pair) => pair.wave ** 2));
    expect(Math.abs(amplitude - 0.02)).toBeLessThan(0.006);
  });

  it('gives better cars more options, and has segments of two sales and of five hundred', () => {
    const optionValue = (condition: number): number =>
      mean(
        HARD.flatMap(honest).flatMap(({ truth }) => (truth.trueCondition === condition ? [truth.parts.options] : [])),
      );
    expect(optionValue(5)).toBeGreaterThan(optionValue(3) + 0.06);
    const counts = new Map<string, number>();
    for (const { truth } of HARD.flatMap((market) => rows(market))) {
      counts.set(truth.segment, (counts.get(truth.segment) ?? 0) + 1);
    }
    expect(Math.min(...counts.values()) / HARD.length).toBeLessThan(10);
    expect(Math.max(...counts.values()) / HARD.length).toBeGreaterThan(500);
  });

  it('plants 3 % odd sales and 10 % odd offers with deviations uniform in 0.15 to 0.6', () => {
    const planted = HARD.flatMap(rows).filter(({ truth }) => truth.anomaly !== null);
    const sales = HARD.flatMap((market) => market.listings.filter((listing) => listing.status === 'sold')).length;
    const oddSales = planted.filter(({ listing }) => listing.status === 'sold').length;
    expect(Math.abs(oddSales / sales - 0.03)).toBeLessThan(0.003);
    expect(planted.length - oddSales).toBe(60 * HARD.length);
    const moved = planted.flatMap(({ truth }) =>
      ['bargain', 'overpriced', 'stale_listing', 'rare_car'].includes(truth.anomaly?.cause ?? '')
        ? [Math.abs(truth.deviation)]
        : [],
    );
    expect(Math.min(...moved)).toBeGreaterThanOrEqual(0.15);
    expect(Math.max(...moved)).toBeLessThanOrEqual(0.6);
    expect(Math.abs(mean(moved) - 0.375)).toBeLessThan(0.02);
    const scams = planted.flatMap(({ truth }) => (truth.anomaly?.cause === 'scam' ? [truth.deviation] : []));
    expect(Math.max(...scams)).toBeLessThan(-0.6);
  });

  it('repeats cars that were on offer before, and damages rows in every way', () => {
    const faults = new Set(HARD.flatMap(rows).flatMap(({ truth }) => truth.faults));
    expect(faults.size).toBe(9);
    for (const market of HARD) {
      for (const { truth } of rows(market)) {
        if (truth.anomaly?.cause !== 'duplicate' && truth.anomaly?.cause !== 'relisted') continue;
        const original = market.listings.find((listing) => listing.id === truth.anomaly?.repeats);
        expect(original?.status).toBe(truth.anomaly.cause === 'duplicate' ? 'active' : 'withdrawn');
        expect(segmentOf(original?.vehicle ?? { make: '', model: '', generation: null, trim: null })).toBe(
          truth.segment,
        );
      }
    }
  });
});
