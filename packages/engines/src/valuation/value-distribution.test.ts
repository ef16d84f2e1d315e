import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conformalBands } from '../statistics/conformal-band.ts';
import { plantedSales } from './__fixtures__/planted-sales.ts';
import { fitValuation } from './fit-valuation.ts';
import type { FittedValuation } from './valuation.ts';
import { distributionOf } from './value-distribution.ts';

const LEVELS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

describe('distributionOf', () => {
  it('never lets quantiles cross, whatever the scores were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { maxLength: 200 }),
        fc.double({ min: 5, max: 15, noNaN: true }),
        fc.double({ min: 1e-3, max: 0.1, noNaN: true }),
        (scores, logPrice, logSpread) => {
          const { quantiles, intervals } = distributionOf(conformalBands(scores, LEVELS), { logPrice, logSpread });
          expect(quantiles.map(({ probability }) => probability)).toEqual(
            Array.from({ length: 19 }, (_, index) => (5 * (index + 1)) / 100),
          );
          for (let index = 1; index < quantiles.length; index++) {
            expect(quantiles[index]!.amount).toBeGreaterThanOrEqual(quantiles[index - 1]!.amount);
          }
          expect(intervals.map(({ confidenceLevel }) => confidenceLevel)).toEqual([0.5, 0.8, 0.9]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the distribution of a fitted valuation', () => {
  const sales = plantedSales(3_000, 5);
  const valuation = fitValuation(sales, { asOf: '2023-12-31' }) as FittedValuation;

  it('holds every quantile on sales that the fit had not seen', () => {
    const fresh = plantedSales(2_000, 6).map((sale) => ({ ...sale, id: `fresh ${sale.id}` }));
    const below = new Float64Array(19);
    for (const sale of fresh) {
      const value = valuation.value(sale, { valuedOn: sale.endedOn });
      if (value.status !== 'ok') throw new TypeError(value.reason);
      expect(value.quantiles[9]!.amount).toBe(value.amount);
      expect([value.quantiles[0]!.amount, value.quantiles[18]!.amount]).toEqual([
        value.intervals[2]!.lower,
        value.intervals[2]!.upper,
      ]);
      value.quantiles.forEach(({ amount }, index) => {
        if (sale.price.amount <= amount) below[index] = below[index]! + 1;
      });
    }
    below.forEach((count, index) => {
      expect(Math.abs(count / fresh.length - (index + 1) / 20)).toBeLessThan(0.045);
    });
  });

  it('widens as the market moves on without a sale', () => {
    const car = sales[0]!;
    const widthOn = (valuedOn: string): number => {
      const value = valuation.value(car, { valuedOn });
      if (value.status !== 'ok') throw new TypeError(value.reason);
      return value.logSpread;
    };
    expect(widthOn('2026-06-30')).toBeGreaterThan(widthOn('2023-12-31'));
  });

  it('names the data it was fitted on', () => {
    const again = fitValuation([...sales].reverse(), { asOf: '2023-12-31' }) as FittedValuation;
    const other = fitValuation(sales.slice(1), { asOf: '2023-12-31' }) as FittedValuation;
    expect(valuation.dataHash).toMatch(/^[0-9a-f]{16}$/);
    expect(again.dataHash).toBe(valuation.dataHash);
    expect(other.dataHash).not.toBe(valuation.dataHash);
  });
});
