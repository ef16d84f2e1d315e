import { describe, expect, it } from 'vitest';
import type { Sale } from '../market/listing.ts';
import { createRandom } from '../statistics/random.ts';
import { searchMonotoneViolations } from './__fixtures__/monotone-violations.ts';
import { PLANTED_TRIMS, plantedSales } from './__fixtures__/planted-sales.ts';
import { fitValuation } from './fit-valuation.ts';
import { AUCTION_DAY } from './hedonic-model.ts';
import type { FittedValuation } from './valuation.ts';

/** Dealers who grade as they like, in two regions whose days differ: every curve has reasons to bend. */
function gradedSales(count: number, seed: number): readonly Sale[] {
  const random = createRandom(seed);
  const trims = Object.keys(PLANTED_TRIMS);
  return plantedSales(count, seed).map((sale) => {
    const condition = 1 + Math.round(40 * random.uniform()) / 10;
    const sellerType = `dealer ${random.integer(4)}`;
    const region = random.choice(['ca', 'tx']);
    const worth = sellerType === 'dealer 0' ? 0 : 0.12;
    // Dear trims lose more by miles, cheap ones more by age, so that the curves of models and trims part ways.
    const place = trims.indexOf(sale.vehicle.trim ?? '') / trims.length;
    const bend = -0.1 * place * Math.log(((sale.mileage ?? 0) + 500) / 30_000);
    const dayLuck = 0.1 * Math.sin(Number(sale.endedOn.slice(8)) * (region === 'ca' ? 1 : 2));
    const amount = Math.round(sale.price.amount * Math.exp(worth * (condition - 3) + bend + dayLuck));
    return { ...sale, condition, sellerType, region, price: { ...sale.price, amount } };
  });
}

const sales = gradedSales(1_500, 11);
const valuation = fitValuation(sales, {
  asOf: sales.reduce((last, { endedOn }) => (endedOn > last ? endedOn : last), ''),
});

describe('a value', () => {
  it('never rises with age or miles, whatever the grade, the dealer and the place', () => {
    const { violations, perturbations } = searchMonotoneViolations(valuation as FittedValuation, {
      sales,
      count: 4_000,
      seed: 5,
    });
    expect(perturbations).toBe(4_000);
    expect(violations).toEqual([]);
  });

  it('is told what the lots of a day added only on days before the fit', () => {
    const fitted = valuation as FittedValuation;
    const last = sales.filter(({ endedOn }) => endedOn === fitted.asOf);
    expect(last.length).toBeGreaterThan(0);
    const contribution = (car: Sale, valuedOn: string): number => {
      const value = fitted.value(car, { valuedOn });
      if (value.status !== 'ok') throw new TypeError(value.reason);
      return value.contributions.find(({ name }) => name === AUCTION_DAY)?.logEffect ?? 0;
    };
    const car = sales[0]!;
    expect(contribution(car, fitted.asOf)).toBe(contribution(car, '2025-06-30'));
    const past = new Set(sales.slice(200, 260).map(({ endedOn }) => contribution(car, endedOn)));
    expect(past.size).toBeGreaterThan(1);
  });
});
