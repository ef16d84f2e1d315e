import { describe, expect, it } from 'vitest';
import { sampleListing, sampleSale } from '../../contract-suites/sample-listing.ts';
import { addDays, monthOf } from '../../market/calendar.ts';
import { createRandom } from '../../statistics/random.ts';
import { segmentLiquidity } from './segment-liquidity.ts';

const AS_OF = '2024-06-30';
const vehicle = { ...sampleListing(1).vehicle, make: 'Porsche', model: '911', generation: null, trim: null };

describe('segmentLiquidity', () => {
  it('tells the median of planted waiting times, of which running and withdrawn offers hide a part', () => {
    const random = createRandom(3);
    const offers = Array.from({ length: 2000 }, (_, n) => {
      const listedOn = addDays('2023-01-01', random.integer(540));
      const untilSale = Math.ceil(-60 * Math.log(random.uniform()));
      const untilWithdrawn = Math.ceil(-150 * Math.log(random.uniform()));
      const endedOn = addDays(listedOn, Math.min(untilSale, untilWithdrawn));
      const offer = { ...sampleListing(n), vehicle, listedOn };
      if (endedOn > AS_OF) return { ...offer, status: 'active' as const, endedOn: null };
      return { ...offer, endedOn, status: untilSale <= untilWithdrawn ? ('sold' as const) : ('withdrawn' as const) };
    });
    const { 'porsche/911': own } = Object.fromEntries(
      segmentLiquidity(offers, { asOf: AS_OF, segments: ['porsche', 'porsche/911'] }),
    );
    // Exponential with mean 60 days: half are sold after 60 ln 2 = 42 days.
    expect(own!.medianDaysToSell).toBeGreaterThan(38);
    expect(own!.medianDaysToSell).toBeLessThan(46);
    const ninety = own!.unsoldAfter.find(({ days }) => days === 90)!;
    expect(ninety.lower90).toBeLessThan(Math.exp(-1.5));
    expect(ninety.upper90).toBeGreaterThan(Math.exp(-1.5));
    expect(own!.months.at(-1)!.stock).toBe(offers.filter(({ status }) => status === 'active').length);
    for (const { opening, listed, sold, withdrawn, stock } of own!.months) {
      expect(stock).toBe(opening + listed - sold - withdrawn);
    }
    expect(own!.offerCount).toBe(offers.length);
  });

  it('tells sell-through without first days, no time to sell, and reads nothing after the day', () => {
    const days = ['2024-05-03', '2024-05-09', '2024-05-20', '2024-07-02'];
    const sales = days.map((endedOn, n) => sampleSale(n, { endedOn, changes: { vehicle, listedOn: null } }));
    const unsold = sampleListing(9, { vehicle, status: 'unsold', listedOn: null, endedOn: '2024-05-11' });
    const [own] = [...segmentLiquidity([...sales, unsold], { asOf: AS_OF, segments: ['porsche/911'] }).values()];
    expect(own).toMatchObject({ offerCount: 4, datedCount: 0, medianDaysToSell: null, unsoldAfter: [] });
    expect(own!.months.find(({ month }) => month === monthOf('2024-05-01'))).toMatchObject({
      sold: 3,
      withdrawn: 1,
      sellThrough: 0.75,
    });
  });
});
