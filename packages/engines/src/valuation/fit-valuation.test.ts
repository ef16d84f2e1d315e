import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MixedMarketError } from '../errors.ts';
import type { Sale } from '../market/listing.ts';
import { createRandom } from '../statistics/random.ts';
import { plainSale, PLANTED, PLANTED_TRIMS, plantedSales } from './__fixtures__/planted-sales.ts';
import { fitValuation } from './fit-valuation.ts';
import { valuationFromPayload } from './fitted-valuation.ts';
import type { FittedValuation, Valuation } from './valuation.ts';

const AS_OF = '2023-12-31';

function fit(sales: readonly Sale[], asOf = AS_OF): FittedValuation {
  const valuation = fitValuation(sales, { asOf });
  if ('status' in valuation) throw new Error(valuation.reason);
  return valuation;
}

function valued(answer: ReturnType<FittedValuation['value']>): Valuation {
  if (answer.status !== 'ok') throw new Error(answer.reason);
  return answer;
}

const sales = plantedSales(3000, 1);
const valuation = fit(sales);
/** Enough for promises that have nothing to do with accuracy. */
const few = plantedSales(600, 2);
const fittedOnFew = fit(few);
const car = plainSale({
  id: 'car',
  vehicle: {
    make: 'Porsche',
    model: '911',
    generation: '991.1',
    trim: 'GT3',
    body: 'coupe',
    transmission: 'automatic',
    gearbox: null,
    gears: null,
    drive: null,
    marks: [],
    unknownWords: [],
  },
  modelYear: 2016,
  mileage: 20_000,
});

describe('fitValuation on planted truth', () => {
  it('finds the level of every trim at the end of the market', () => {
    for (const [trim, level] of Object.entries(PLANTED_TRIMS)) {
      const value = valued(valuation.value({ ...car, vehicle: { ...car.vehicle, trim } }));
      const truth =
        level + PLANTED.depreciation * 8 + PLANTED.marketGrowth * 4 + PLANTED.logMiles * Math.log(20_500 / 30_000);
      expect(Math.abs(Math.log(value.amount) - truth)).toBeLessThan(0.03);
    }
  });

  it('takes depreciation from age and not from time', () => {
    const now = valued(valuation.value(car)).amount;
    const later = valued(valuation.value(car, { valuedOn: '2025-12-31' })).amount;
    expect(Math.log(later / now) / 2).toBeCloseTo(PLANTED.depreciation, 1);
    expect(Math.abs(Math.log(later / now) / 2 - PLANTED.depreciation)).toBeLessThan(0.015);
  });

  it('covers fresh sales as often as it says', () => {
    const fresh = plantedSales(4000, 99).filter(({ endedOn }) => endedOn > '2023-01-01');
    const covered = [0, 0, 0];
    for (const sale of fresh) {
      valued(valuation.value(sale, { valuedOn: sale.endedOn })).intervals.forEach(({ lower, upper }, level) => {
        if (sale.price.amount >= lower && sale.price.amount <= upper) covered[level]!++;
      });
    }
    [0.5, 0.8, 0.9].forEach((level, index) => {
      // Four binomial standard errors, and one point for the bands themselves.
      const slack = 0.01 + 4 * Math.sqrt((level * (1 - level)) / fresh.length);
      expect(Math.abs(covered[index]! / fresh.length - level)).toBeLessThan(slack);
    });
  });

  it('knows how far cars of the kind scatter', () => {
    // Median of |t4| is 0.741.
    expect(valued(valuation.value(car)).logSpread).toBeGreaterThan(0.85 * 0.741 * PLANTED.spread);
    expect(valued(valuation.value(car)).logSpread).toBeLessThan(1.2 * 0.741 * PLANTED.spread);
  });

  it('explains a value in parts that sum to it', () => {
    const value = valued(valuation.value(car));
    const sum = value.contributions.reduce((total, { logEffect }) => total + logEffect, value.baseLogPrice);
    expect(Math.round(Math.exp(sum))).toBe(value.amount);
    expect(value.segment).toBe('porsche/911/991.1/gt3');
  });
});

describe('fitValuation as a contract', () => {
  it('gives the same bytes whatever the order of the sales, and after a way through JSON', () => {
    const bytes = JSON.stringify(fittedOnFew.toPayload());
    const shuffled = createRandom(3).shuffle(few);
    expect(JSON.stringify(fit(shuffled).toPayload())).toBe(bytes);
    const revived = valuationFromPayload(JSON.parse(bytes));
    expect(JSON.stringify(revived.toPayload())).toBe(bytes);
    expect(revived.value(car)).toEqual(fittedOnFew.value(car));
    expect(revived.valueLeftOut(few[7]!)).toEqual(fittedOnFew.valueLeftOut(few[7]!));
  });

  it('never reads what was not known on the day', () => {
    const past = few.filter(({ endedOn }) => endedOn <= '2022-12-31');
    const future = few
      .filter(({ endedOn }) => endedOn > '2022-12-31')
      .map((sale) => ({ ...sale, price: { ...sale.price, amount: 1 }, modelYear: 2400 }));
    const late = few.slice(0, 50).map((sale) => ({ ...sale, id: `late-${sale.id}`, knownOn: '2023-02-01' }));
    const bytes = JSON.stringify(fit(past, '2022-12-31').toPayload());
    expect(JSON.stringify(fit([...future, ...late, ...past], '2022-12-31').toPayload())).toBe(bytes);
  });

  it('does not let a sale vouch for itself', () => {
    const odd = few.map((sale, index) =>
      index === 5 ? { ...sale, price: { ...sale.price, amount: 9 * sale.price.amount } } : sale,
    );
    const changed = valued(fit(odd).valueLeftOut(odd[5]!)).amount;
    const before = valued(fittedOnFew.valueLeftOut(few[5]!)).amount;
    expect(Math.abs(Math.log(changed / before))).toBeLessThan(0.01);
  });

  it('falls with age and with miles, for any car', () => {
    fc.assert(
      fc.property(
        fc.record({
          modelYear: fc.integer({ min: 1965, max: 2023 }),
          mileage: fc.integer({ min: 10, max: 300_000 }),
          more: fc.integer({ min: 1, max: 100_000 }),
          trim: fc.constantFrom(...Object.keys(PLANTED_TRIMS), 'Unheard of'),
        }),
        ({ modelYear, mileage, more, trim }) => {
          const facts = { ...car, modelYear, mileage, vehicle: { ...car.vehicle, trim } };
          const value = valued(valuation.value(facts)).amount;
          expect(valued(valuation.value({ ...facts, mileage: mileage + more })).amount).toBeLessThanOrEqual(value);
          expect(valued(valuation.value(facts, { valuedOn: '2024-12-31' })).amount).toBeLessThanOrEqual(value);
        },
      ),
    );
  });

  it('nests its intervals around the amount', () => {
    for (const sale of sales.slice(0, 200)) {
      let inner = { lower: Number.POSITIVE_INFINITY, upper: 0 };
      const value = valued(valuation.valueLeftOut(sale));
      inner = { lower: value.amount, upper: value.amount };
      for (const interval of value.intervals) {
        expect(interval.lower).toBeLessThanOrEqual(inner.lower);
        expect(interval.upper).toBeGreaterThanOrEqual(inner.upper);
        inner = interval;
      }
    }
  });

  it('borrows for a trim that was never sold, with a wider interval', () => {
    const known = valued(valuation.value(car));
    const unknown = valued(valuation.value({ ...car, vehicle: { ...car.vehicle, trim: 'Unheard of' } }));
    expect(unknown.segment).toBe('porsche/911/991.1');
    expect(unknown.logSpread).toBeGreaterThan(3 * known.logSpread);
  });
});

describe('fitValuation on bad input', () => {
  it('refuses without enough sales and for an unknown make', () => {
    expect(fitValuation([], { asOf: AS_OF })).toMatchObject({ status: 'not-enough-data', found: 0, needed: 30 });
    expect(fitValuation([plainSale({ id: 'one' })], { asOf: '2024-06-30' })).toMatchObject({ found: 1, needed: 30 });
    expect(valuation.value({ ...car, vehicle: { ...car.vehicle, make: 'Trabant' } })).toMatchObject({
      status: 'not-enough-data',
      found: 0,
    });
  });

  it('refuses two markets in one fit', () => {
    const foreign = plainSale({
      id: 'x',
      endedOn: '2022-01-01',
      price: { kind: 'sold', amount: 40_000, currency: 'EUR' },
    });
    const dealer = plainSale({
      id: 'y',
      endedOn: '2022-01-01',
      price: { kind: 'wholesale', amount: 40_000, currency: 'USD' },
    });
    expect(() => fitValuation([...few, foreign], { asOf: AS_OF })).toThrow(MixedMarketError);
    expect(() => fitValuation([...few, dealer], { asOf: AS_OF })).toThrow(MixedMarketError);
    expect(() => fitValuation(few, { asOf: AS_OF, market: { priceKind: 'wholesale', currency: 'USD' } })).toThrow(
      MixedMarketError,
    );
  });

  it('counts the rows it cannot use, and is not moved by them', () => {
    const at = { endedOn: '2022-05-05' };
    const price = (amount: number) => ({ kind: 'sold' as const, amount, currency: 'USD' });
    const bad = [
      plainSale({ id: 'b1', ...at, price: price(1) }),
      plainSale({ id: 'b2', ...at, price: price(Number.NaN) }),
      plainSale({ id: 'b3', ...at, price: price(-5) }),
      plainSale({ id: 'b4', ...at, modelYear: 2080 }),
      plainSale({ id: 'b5', ...at, modelYear: Number.NaN }),
      plainSale({ id: 'b6', endedOn: '2022-02-31' }),
      few[3]!,
    ];
    const fitted = fit([...few, ...bad]);
    expect(fitted.exclusions).toEqual({
      'price below 100': 2,
      'price is not a number': 1,
      'model year in the future': 1,
      'model year is not a number': 1,
      'day of sale is not a date': 1,
      'duplicate of another row': 1,
    });
    expect(fitted.value(car)).toEqual(fittedOnFew.value(car));
  });

  it('treats the odometer codes 1 and 999999 as unknown', () => {
    const unknown = valued(valuation.value({ ...car, mileage: null })).amount;
    for (const mileage of [1, 999_999, -3, Number.NaN]) {
      expect(valued(valuation.value({ ...car, mileage })).amount).toBe(unknown);
    }
  });

  it('values a car of unknown mileage like one driven as others of its age, new or old', () => {
    for (const modelYear of [2011, 2019]) {
      const unknown = valued(valuation.value({ ...car, modelYear, mileage: null })).amount;
      // 5,000 miles a year are planted; no sale of the fit lacks its mileage, so that nothing else sets the two apart.
      const typical = valued(
        valuation.value({ ...car, modelYear, mileage: 3_000 + (2024 - modelYear) * 5_000 }),
      ).amount;
      expect(Math.abs(Math.log(unknown / typical))).toBeLessThan(0.03);
    }
  });

  it('takes a model year that is yet to come for unknown', () => {
    const future = valued(valuation.value({ ...car, modelYear: 2031 })).amount;
    expect(future).toBe(valued(valuation.value({ ...car, modelYear: null })).amount);
  });

  it('values kilometres like the miles they are', () => {
    const miles = valued(valuation.value({ ...car, mileage: 30_000 })).amount;
    const kilometres = valued(valuation.value({ ...car, mileage: 48_280, mileageUnit: 'km' })).amount;
    expect(Math.abs(kilometres - miles)).toBeLessThanOrEqual(2);
  });

  it('fits where every optional fact is missing', () => {
    const bare = few.map((sale) => ({
      ...sale,
      modelYear: null,
      mileage: null,
      color: null,
      vehicle: { ...sale.vehicle, body: null, transmission: null },
    }));
    const value = valued(fit(bare).value({ ...car, modelYear: null, mileage: null }));
    expect(value.amount).toBeGreaterThan(0);
  });

  it('fits forty equal sales of one car', () => {
    const equal = Array.from({ length: 40 }, (_, index) => plainSale({ id: `e${index}` }));
    const value = valued(fit(equal, '2024-06-30').value(equal[0]!));
    expect(value.amount).toBeGreaterThan(49_000);
    expect(value.amount).toBeLessThan(51_000);
  });

  it('refuses a payload it cannot read', () => {
    const payload = JSON.parse(JSON.stringify(valuation.toPayload()));
    expect(() => valuationFromPayload({ ...payload, version: 'valuation-0' })).toThrow(/fit it again/);
    expect(() => valuationFromPayload({ ...payload, folds: [{ coefficients: [1], paths: {} }] })).toThrow(/incomplete/);
    expect(() => valuationFromPayload(null)).toThrow(/fit it again/);
  });
});
