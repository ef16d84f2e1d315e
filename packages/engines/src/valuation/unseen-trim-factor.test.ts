import { describe, expect, it } from 'vitest';
import { addDays } from '../market/calendar.ts';
import type { Sale } from '../market/listing.ts';
import { createRandom } from '../statistics/random.ts';
import { plainSale } from './__fixtures__/planted-sales.ts';
import { encodeSales } from './encoded-sales.ts';
import type { ValuationPayload } from './fit-payload.ts';
import { fitValuation } from './fit-valuation.ts';
import { valuationFromPayload } from './fitted-valuation.ts';
import { learnTypicalMileage } from './typical-mileage.ts';
import { withoutDrawnTrims } from './unseen-trim-factor.ts';

/** 10 generations of 8 trims each, all of their own names, that lie `trimSpread` apart on the log scale. */
function marketOfTrims({ trimSpread, seed }: { readonly trimSpread: number; readonly seed: number }): readonly Sale[] {
  const random = createRandom(seed);
  return Array.from({ length: 80 }, (_, trim) => ({ trim, level: 10.8 + trimSpread * random.normal() })).flatMap(
    ({ trim, level }) =>
      Array.from({ length: 12 }, (_, index) =>
        plainSale({
          id: `sale-${trim}-${index}`,
          vehicle: {
            ...plainSale({ id: '' }).vehicle,
            generation: `G${trim % 10}`,
            trim: `Version ${trim}`,
            marks: [],
          },
          endedOn: addDays('2023-01-01', random.integer(700)),
          price: { kind: 'sold', currency: 'USD', amount: Math.round(Math.exp(level + 0.05 * random.normal())) },
        }),
      ),
  );
}

function fit(sales: readonly Sale[]) {
  const fitted = fitValuation(sales, { asOf: '2024-12-31' });
  if ('status' in fitted) throw new TypeError(fitted.reason);
  return fitted;
}

const trimOf = ({ vehicle }: Sale): number => Number(vehicle.trim?.split(' ')[1]);

describe('cars of a trim that was never sold', () => {
  it('are held by their 90 % intervals, however far trims lie apart', () => {
    for (const trimSpread of [0.1, 0.4]) {
      let held = 0;
      let count = 0;
      for (const seed of [1, 2, 3]) {
        const sales = marketOfTrims({ trimSpread, seed });
        const fitted = fit(sales.filter((sale) => trimOf(sale) % 8 !== 0));
        for (const sale of sales.filter((candidate) => trimOf(candidate) % 8 === 0)) {
          const value = fitted.value(sale, { valuedOn: '2024-06-30' });
          if (value.status !== 'ok') throw new TypeError(value.reason);
          const { lower, upper } = value.intervals.find(({ confidenceLevel }) => confidenceLevel === 0.9)!;
          count++;
          if (sale.price.amount >= lower && sale.price.amount <= upper) held++;
        }
      }
      expect(held / count).toBeGreaterThan(0.8);
    }
  });

  it('have wider intervals by the stored factor, and sold trims do not', () => {
    const sales = marketOfTrims({ trimSpread: 0.4, seed: 4 });
    const payload = fit(sales).toPayload() as ValuationPayload;
    expect(payload.unseenTrimFactor).toBeGreaterThanOrEqual(1);
    expect(payload.unseenTrimFactor).toBeLessThanOrEqual(3);
    const [plain, wide] = [1, 2].map((unseenTrimFactor) => valuationFromPayload({ ...payload, unseenTrimFactor }));
    const sold = sales[0]!;
    const unseen = { ...sold, vehicle: { ...sold.vehicle, trim: 'Version 999' } };
    const noTrim = { ...sold, vehicle: { ...sold.vehicle, trim: null } };
    const ratioOf = (car: Sale): number => {
      const [one, other] = [plain!.value(car), wide!.value(car)];
      if (one.status !== 'ok' || other.status !== 'ok') throw new TypeError('refused');
      return other.logSpread / one.logSpread;
    };
    expect([unseen, sold, noTrim].map(ratioOf)).toEqual([2, 1, 1]);
  });
});

describe('the trims that are held back', () => {
  const sales = marketOfTrims({ trimSpread: 0.1, seed: 5 });
  const encoded = encodeSales(sales, { typicalMileage: learnTypicalMileage([]) });

  it('are about a fifth, each with all its sales, and never those that were not drawn', () => {
    const included = withoutDrawnTrims(encoded);
    const byTrim = Map.groupBy(sales.keys(), (row) => sales[row]!.vehicle.trim);
    const held = [...byTrim.values()].filter((rows) => rows.every((row) => included[row] === 0));
    expect(held.length).toBeGreaterThan(6);
    expect(held.length).toBeLessThan(30);
    expect(held.reduce((sum, rows) => sum + rows.length, 0)).toBe(included.filter((value) => value === 0).length);
    const drawn = Uint8Array.from(sales, (_, row) => row % 2);
    withoutDrawnTrims(encoded, drawn).forEach((value, row) => {
      expect(value).toBe(drawn[row] === 1 ? included[row] : 0);
    });
  });
});
