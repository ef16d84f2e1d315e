import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../market/calendar.ts';
import type { Sale } from '../../market/listing.ts';
import { plainSale, PLANTED, plantedSales } from '../__fixtures__/planted-sales.ts';
import { fitValuation } from '../fit-valuation.ts';
import type { FittedValuation } from '../valuation.ts';
import type { Comparables } from './comparable.ts';
import { type ComparedCar, prepareComparables } from './prepare-comparables.ts';

const AS_OF = '2023-12-31';

function fit(sales: readonly Sale[]): FittedValuation {
  const valuation = fitValuation(sales, { asOf: AS_OF });
  if ('status' in valuation) throw new Error(valuation.reason);
  return valuation;
}

const sales = plantedSales(1500, 5);
const valuation = fit(sales);
const search = prepareComparables(sales, { valuation });
const car: ComparedCar = plainSale({
  id: 'car',
  vehicle: { ...sales[0]!.vehicle, trim: 'GT3' },
  modelYear: 2016,
  mileage: 20_000,
});

function found(
  subject: ComparedCar,
  options: Parameters<typeof search.find>[1] = {},
  where: typeof search = search,
): Comparables {
  const answer = where.find(subject, options);
  if (answer.status !== 'ok') throw new Error(answer.reason);
  return answer;
}

describe('prepareComparables', () => {
  it('adjusts every price to the estimate, to the dollar, for any car on any day', () => {
    fc.assert(
      fc.property(
        fc.record({
          trim: fc.constantFrom('Carrera', 'Carrera S', 'GT3', 'GT3 RS', 'Unheard of', null),
          modelYear: fc.option(fc.integer({ min: 1990, max: 2024 })),
          mileage: fc.option(fc.integer({ min: 0, max: 400_000 })),
          days: fc.integer({ min: -500, max: 400 }),
          count: fc.integer({ min: 5, max: 20 }),
        }),
        ({ trim, modelYear, mileage, days, count }) => {
          const valuedOn = addDays(AS_OF, days);
          const subject = { ...car, modelYear, mileage, vehicle: { ...car.vehicle, trim } };
          const answer = found(subject, { count, valuedOn });
          const value = valuation.value(subject, { valuedOn });
          expect(answer.amount).toBe(value.status === 'ok' ? value.amount : null);
          expect(answer.comparables).toHaveLength(count);
          for (const { sale, adjustments, adjustedAmount } of answer.comparables) {
            const told = adjustments.reduce((sum, { amount }) => sum + amount, sale.price.amount);
            expect(told).toBe(answer.amount);
            expect(adjustments.every(({ amount }) => Number.isInteger(amount))).toBe(true);
            expect(adjustments.at(-1)!.name).toBe('unexplained');
            expect(adjustedAmount + adjustments.at(-1)!.amount).toBe(answer.amount);
            expect(sale.endedOn <= valuedOn).toBe(true);
          }
          expect(answer.comparables.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('tells planted differences as what they are', () => {
    const { amount, comparables } = found(car);
    for (const { sale, adjustments, adjustedAmount } of comparables) {
      const of = (name: string): number => adjustments.find((entry) => entry.name === name)?.amount ?? 0;
      const price = sale.price.amount;
      const scale = (price + adjustedAmount) / 2;
      const mileage = PLANTED.logMiles * Math.log((20_000 + 500) / (sale.mileage! + 500));
      expect(Math.abs(of('mileage') - mileage * scale)).toBeLessThan(0.02 * amount);
      const years = (Date.parse(AS_OF) - Date.parse(sale.endedOn)) / (365.25 * 86_400_000);
      expect(Math.abs(of('time') - PLANTED.marketGrowth * years * scale)).toBeLessThan(0.03 * amount);
      const aged = 2016 - sale.modelYear! - years;
      expect(Math.abs(of('age') + PLANTED.depreciation * aged * scale)).toBeLessThan(0.05 * amount);
    }
  });

  it('prefers sales of the same trim, and a consensus of them agrees with the value', () => {
    const { comparables, amount, consensusAmount, searchedCount } = found(car);
    expect(comparables.filter(({ sale }) => sale.vehicle.trim === 'GT3').length).toBeGreaterThanOrEqual(7);
    expect(Math.abs(Math.log(consensusAmount / amount))).toBeLessThan(0.1);
    expect(searchedCount).toBe(1500);
    const spreads = comparables.map(({ logSpread }) => logSpread);
    expect(spreads).toEqual(spreads.toSorted((left, right) => left - right));
  });

  it('passes over a sale whose price was odd, for one that is as near', () => {
    const [best] = found(car).comparables;
    const odd = { ...best!.sale, price: { ...best!.sale.price, amount: best!.sale.price.amount * 2 } };
    const withOdd = sales.map((sale) => (sale.id === odd.id ? odd : sale));
    const others = found(car, {}, prepareComparables(withOdd, { valuation })).comparables;
    expect(others.map(({ sale }) => sale.id)).not.toContain(odd.id);
  });

  it('never compares a car with itself, by id or by chassis number, nor twice with one chassis', () => {
    const [first, second] = found(car).comparables.map(({ sale }) => sale);
    const bySameId = found({ ...car, id: first!.id }).comparables;
    expect(bySameId.map(({ sale }) => sale.id)).not.toContain(first!.id);
    const marked = sales.map((sale) =>
      sale.id === first!.id || sale.id === second!.id ? { ...sale, vin: 'WP0AC2A91GS192001' } : sale,
    );
    const withVins = prepareComparables(marked, { valuation });
    const ids = found(car, {}, withVins).comparables.map(({ sale }) => sale.id);
    expect(ids).toContain(first!.id);
    expect(ids).not.toContain(second!.id);
    const own = found({ ...car, vin: 'wp0ac2a91-gs192001' }, {}, withVins).comparables.map(({ sale }) => sale.id);
    expect(own).not.toContain(first!.id);
    expect(own).not.toContain(second!.id);
  });

  it('reads nothing later than the day, and is the same whatever the order of the sales', () => {
    const early = found(car, { valuedOn: '2021-03-01' });
    expect(early.comparables.every(({ sale }) => sale.endedOn <= '2021-03-01')).toBe(true);
    expect(found(car, {}, prepareComparables(sales.toReversed(), { valuation }))).toEqual(found(car));
  });

  it('refuses where fewer than five sales of the line are known, and where the car has no value', () => {
    const thin = { ...car, vehicle: { ...car.vehicle, model: '959' } };
    expect(search.find(thin)).toMatchObject({ status: 'not-enough-data', found: 0, needed: 5 });
    expect(search.find(car, { valuedOn: '2020-01-01' })).toMatchObject({ status: 'not-enough-data', needed: 5 });
    const foreign = { ...car, vehicle: { ...car.vehicle, make: 'Trabant' } };
    expect(search.find(foreign)).toMatchObject({ status: 'not-enough-data', reason: expect.stringMatching(/Trabant/) });
  });
});
