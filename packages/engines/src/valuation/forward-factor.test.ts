import { describe, expect, it } from 'vitest';
import { addDays } from '../market/calendar.ts';
import type { Sale } from '../market/listing.ts';
import { createRandom } from '../statistics/random.ts';
import { plantedSales } from './__fixtures__/planted-sales.ts';
import type { ValuationPayload } from './fit-payload.ts';
import { fitValuation } from './fit-valuation.ts';
import { lastWeeksOf } from './forward-factor.ts';

const sales = plantedSales(8_000, 4).toSorted((one, other) => (one.endedOn < other.endedOn ? -1 : 1));
const asOf = sales.at(-1)!.endedOn;

function factorOf(learnt: readonly Sale[]): number {
  const fitted = fitValuation(learnt, { asOf });
  if ('status' in fitted) throw new TypeError(fitted.reason);
  return (fitted.toPayload() as ValuationPayload).forwardFactor;
}

describe('the factor ahead of a fit', () => {
  it('is about 1 where the last weeks are like those before, and grows with what they lie off', () => {
    const random = createRandom(9);
    const from = lastWeeksOf(sales, { asOf })!;
    const troubled = sales.map((sale) => {
      const amount = Math.round(sale.price.amount * Math.exp(sale.endedOn < from ? 0 : 0.2 * random.normal()));
      return { ...sale, price: { ...sale.price, amount } };
    });
    const quiet = factorOf(sales);
    expect(quiet).toBeGreaterThanOrEqual(1);
    expect(quiet).toBeLessThan(1.1);
    expect(factorOf(troubled)).toBeGreaterThan(1.3);
    expect(factorOf(troubled)).toBeLessThanOrEqual(2);
  });

  it('widens what is valued ahead, and not what is valued in the time of the fit', () => {
    const fitted = fitValuation(sales, { asOf });
    if ('status' in fitted) throw new TypeError(fitted.reason);
    const spreadOn = (valuedOn: string): number => {
      const value = fitted.value(sales[0]!, { valuedOn });
      return value.status === 'ok' ? value.logSpread : Number.NaN;
    };
    const { forwardFactor } = fitted.toPayload() as ValuationPayload;
    expect(spreadOn(asOf) / spreadOn(addDays(asOf, -1))).toBeGreaterThanOrEqual(forwardFactor * 0.999);
  });
});

describe('the last weeks', () => {
  it('are a fortnight with 400 sales at least, and none where that is more than a small part of all', () => {
    const daily = (count: number, each: number) =>
      Array.from({ length: count }, (_, row) => ({
        ...sales[0]!,
        endedOn: addDays('2024-01-01', Math.floor(row / each)),
      }));
    expect(lastWeeksOf(daily(10_000, 100), { asOf: '2024-04-09' })).toBe('2024-03-27');
    expect(lastWeeksOf(daily(10_000, 10), { asOf: '2026-09-26' })).toBe('2026-08-18');
    expect(lastWeeksOf(daily(2_000, 10), { asOf: '2024-07-18' })).toBeNull();
    expect(lastWeeksOf(daily(300, 10), { asOf: '2024-01-30' })).toBeNull();
  });
});
