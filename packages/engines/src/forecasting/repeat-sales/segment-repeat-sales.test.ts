import { describe, expect, it } from 'vitest';
import { sampleListing, sampleSale } from '../../contract-suites/sample-listing.ts';
import { addDays, addMonths, monthIndex, monthOf } from '../../market/calendar.ts';
import { createRandom } from '../../statistics/random.ts';
import { segmentRepeatSales } from './segment-repeat-sales.ts';

const vehicle = { ...sampleListing(1).vehicle, make: 'Porsche', model: '911', generation: null, trim: null };
const MONTHS = 24;
const trueLevel = (month: string): number => 0.004 * (monthIndex(month) - monthIndex('2022-01'));

describe('segmentRepeatSales', () => {
  it('finds the planted path from cars sold twice, whatever single sales say', () => {
    const random = createRandom(5);
    const sales = Array.from({ length: 900 }, (_, car) => {
      const worth = 10 + random.uniform();
      return (car < 600 ? [0, 1] : [0]).map((again) => {
        const endedOn = addDays('2022-01-01', random.integer(MONTHS * 30));
        const luck = car < 600 ? 0 : -0.5;
        const log = worth + trueLevel(monthOf(endedOn)) + luck + 0.05 * random.normal();
        const price = { kind: 'sold', amount: Math.round(Math.exp(log)), currency: 'USD' } as const;
        const vin = `VIN${car}`;
        return { sale: sampleSale(2 * car + again, { endedOn, price, changes: { vehicle, vin } }), worth };
      });
    }).flat();
    const worthOf = new Map(sales.map(({ sale, worth }) => [sale.id, worth]));
    const options = { segments: ['porsche/911'], logValue: ({ id }: { id: string }) => worthOf.get(id) };
    const rows = sales.map(({ sale }) => sale);
    const found = segmentRepeatSales(rows, { ...options, asOf: '2024-12-31' }).get('porsche/911')!;
    expect(found.pairCount).toBeGreaterThan(500);
    expect(found.points[0]).toEqual({ month: '2022-01', level: 100 });
    const misses = found.points.map(({ month, level }) => Math.log(level / 100) - trueLevel(month));
    expect(Math.sqrt(misses.reduce((sum, miss) => sum + miss ** 2, 0) / misses.length)).toBeLessThan(0.015);
    const early = segmentRepeatSales(rows, { ...options, asOf: '2022-12-31' }).get('porsche/911')!;
    expect(early.points.at(-1)!.month <= '2022-12').toBe(true);
    expect(segmentRepeatSales(rows.slice(0, 40), { ...options, asOf: '2024-12-31' }).size).toBe(0);
    expect(addMonths('2022-01', MONTHS - 1) >= found.points.at(-1)!.month).toBe(true);
  });
});
