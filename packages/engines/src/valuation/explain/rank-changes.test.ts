import { describe, expect, it } from 'vitest';
import { plainSale, plantedSales } from '../__fixtures__/planted-sales.ts';
import { fitValuation } from '../fit-valuation.ts';
import { rankChanges } from './rank-changes.ts';
import { valueByMileage } from './value-by-mileage.ts';

/** The planted market, in which a manual gearbox is worth a tenth more and ceramic brakes a fifth. */
const sales = plantedSales(1500, 8).map((sale, index) => {
  const manual = index % 3 === 0;
  const brakes = index % 5 === 0;
  const amount = Math.round(sale.price.amount * (manual ? 1.1 : 1) * (brakes ? 1.2 : 1));
  const vehicle = { ...sale.vehicle, transmission: manual ? ('manual' as const) : ('automatic' as const) };
  return { ...sale, vehicle, optionCodes: brakes ? ['pccb'] : [], price: { ...sale.price, amount } };
});
const fitted = fitValuation(sales, { asOf: '2023-12-31' });
if ('status' in fitted) throw new Error(fitted.reason);
const valuation = fitted;
const car = plainSale({
  id: 'car',
  vehicle: { ...sales[1]!.vehicle, trim: 'GT3', transmission: 'automatic' },
  modelYear: 2016,
  mileage: 20_000,
});
const alternatives = { transmissions: ['manual', 'automatic'], bodies: [], colours: [], options: ['pccb'] } as const;

describe('rankChanges', () => {
  it('finds what the market pays for, ranked, each by valuing the changed car', () => {
    const changes = rankChanges(car, { valuation, alternatives });
    const now = valuation.value(car);
    if (now.status !== 'ok') throw new Error(now.reason);
    const share = (fact: string, to: string | null) =>
      (changes.find((change) => change.fact === fact && change.to === to)?.difference ?? Number.NaN) / now.amount;
    expect(share('option', 'pccb')).toBeCloseTo(0.2, 1);
    expect(share('transmission', 'manual')).toBeGreaterThan(0.06);
    expect(share('transmission', 'manual')).toBeLessThan(0.14);
    expect(share('mileage', '30000')).toBeLessThan(0);
    expect(share('mileage', '10000')).toBeGreaterThan(0);
    expect(share('age', '2024-12-31')).toBeLessThan(-0.04);
    expect(changes.every(({ amount, difference }) => amount - difference === now.amount)).toBe(true);
    const sizes = changes.map(({ difference }) => Math.abs(difference));
    expect(sizes).toEqual(sizes.toSorted((left, right) => right - left));
  });

  it('takes away an option that the car has, and leaves out what cannot be', () => {
    const equipped = { ...car, optionCodes: ['pccb'], mileage: 4_000 };
    const changes = rankChanges(equipped, { valuation, alternatives });
    expect(changes.find(({ fact }) => fact === 'option')).toMatchObject({ from: 'pccb', to: null });
    expect(changes.filter(({ fact }) => fact === 'mileage').map(({ to }) => to)).toEqual(['14000']);
    const bare = { ...car, modelYear: null, mileage: null };
    const facts = rankChanges(bare, { valuation, alternatives }).map(({ fact }) => fact);
    expect(facts).not.toContain('mileage');
    expect(facts).not.toContain('age');
  });

  it('has nothing to say of a car without a value', () => {
    const foreign = { ...car, vehicle: { ...car.vehicle, make: 'Trabant' } };
    expect(rankChanges(foreign, { valuation, alternatives })).toEqual([]);
    expect(valueByMileage(foreign, { valuation, upTo: 50_000 })).toEqual([]);
  });
});

describe('valueByMileage', () => {
  it('never rises with the miles and passes through the car', () => {
    const points = valueByMileage(car, { valuation, upTo: 80_000, count: 5 });
    expect(points.map(({ mileage }) => mileage)).toEqual([100, 20_000, 40_000, 60_000, 80_000]);
    const amounts = points.map(({ amount }) => amount);
    expect(amounts).toEqual(amounts.toSorted((left, right) => right - left));
    const value = valuation.value(car);
    expect(points[1]!.amount).toBe(value.status === 'ok' ? value.amount : null);
  });
});
