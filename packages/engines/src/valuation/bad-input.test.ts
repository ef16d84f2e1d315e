import { describe, expect, it } from 'vitest';
import type { Sale } from '../market/listing.ts';
import { plainSale, plantedSales } from './__fixtures__/planted-sales.ts';
import { fitValuation } from './fit-valuation.ts';
import { withGuidePrice } from './guide/with-guide-price.ts';
import type { FittedValuation } from './valuation.ts';

const AS_OF = '2023-12-31';
const good = plantedSales(300, 4).filter(({ endedOn }) => endedOn <= AS_OF);

/** Files in which something is wrong with every second sale, or with all. */
const SPOILT: Readonly<Record<string, (sale: Sale, index: number) => Sale>> = {
  'odometers of 1 and 999,999': (sale, index) => ({ ...sale, mileage: index % 2 === 0 ? 1 : 999_999 }),
  'prices of one dollar': (sale, index) => (index % 2 === 0 ? sale : { ...sale, price: { ...sale.price, amount: 1 } }),
  'grades on two scales': (sale, index) => ({ ...sale, condition: index % 2 === 0 ? 3.5 : 35 }),
  'a segment with one car': (sale, index) =>
    index === 7 ? { ...sale, vehicle: { ...sale.vehicle, make: 'Tatra', model: '87', generation: null } } : sale,
  'model years to come': (sale, index) => (index % 2 === 0 ? sale : { ...sale, modelYear: 2031 }),
  'numbers that are none': (sale) => ({ ...sale, mileage: Number.NaN, condition: Number.NaN }),
  'nothing but make, price and day': (sale) => ({
    ...sale,
    modelYear: null,
    mileage: null,
    color: null,
    vehicle: {
      ...sale.vehicle,
      model: '',
      generation: null,
      trim: null,
      body: null,
      transmission: null,
    },
  }),
};

const fitOf = (sales: readonly Sale[]): FittedValuation => {
  const fitted = fitValuation(sales, { asOf: AS_OF });
  if ('status' in fitted) throw new TypeError(fitted.reason);
  return fitted;
};

describe('a valuation of sales that somebody spoilt', () => {
  it.each(Object.keys(SPOILT))('answers or refuses in order with %s, and counts what it left out', (name) => {
    const sales = good.map(SPOILT[name]!);
    const fitted = fitOf(sales);
    const excluded = Object.values(fitted.exclusions).reduce((sum, count) => sum + count, 0);
    expect(fitted.saleCount + excluded).toBe(sales.length);
    for (const sale of [...sales.slice(0, 20), ...good.slice(0, 20)]) {
      const value = fitted.value(sale, { valuedOn: sale.endedOn });
      if (value.status !== 'ok') {
        expect(value).toMatchObject({ status: 'not-enough-data', needed: 5 });
        continue;
      }
      const amounts = value.quantiles.map(({ amount }) => amount);
      expect(amounts.every((amount) => Number.isFinite(amount) && amount >= 0)).toBe(true);
      expect([...amounts].sort((a, b) => a - b)).toEqual(amounts);
    }
  });

  it('refuses a make of which it has seen one car, and answers it widely where it must', () => {
    const fitted = fitOf(good.map(SPOILT['a segment with one car']!));
    const lone = { ...good[7]!, vehicle: { ...good[7]!.vehicle, make: 'Tatra', model: '87', generation: null } };
    expect(fitted.value(lone)).toMatchObject({ status: 'not-enough-data', found: 1, needed: 5 });
    const wide = fitted.value(lone, { evenIfThin: true });
    const known = fitted.value(good[8]!);
    if (wide.status !== 'ok' || known.status !== 'ok') throw new TypeError('no value');
    expect(wide.logSpread).toBeGreaterThan(1.5 * known.logSpread);
  });

  it('refuses a file of one row and answers nothing from it', () => {
    expect(fitValuation([plainSale({ id: 'one', endedOn: '2023-01-01' })], { asOf: AS_OF })).toMatchObject({
      status: 'not-enough-data',
      found: 1,
      needed: 30,
    });
  });

  it('reads a sale that stands there twice once', () => {
    const twice = fitOf([...good, ...good]);
    expect(twice.exclusions).toEqual({ 'duplicate of another row': good.length });
    expect(twice.value(good[0]!)).toEqual(fitOf(good).value(good[0]!));
  });

  it('corrects a guide that is silent, absurd or not a number for some cars', () => {
    const plain = fitOf(good);
    const guides = [null, 0, -1, Number.NaN, 1];
    const guided = withGuidePrice(plain, {
      sales: good.map((sale, index) => ({
        sale,
        guidePrice: index < guides.length ? guides[index]! : sale.price.amount,
      })),
    });
    if ('status' in guided) throw new TypeError(guided.reason);
    expect(guided.saleCount).toBe(good.length - 4);
    const value = guided.value(good[0]!, { guidePrice: good[0]!.price.amount });
    expect(value).toMatchObject({ status: 'ok' });
  });
});
