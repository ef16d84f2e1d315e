import { beforeAll, describe, expect, test } from 'vitest';
import { createMemoryStores } from '../market/memory/create-memory-stores.ts';
import { isSale } from '../market/listing.ts';
import { CarValuer } from './value-car.ts';
import type { CarValuation, ValueCarRequest } from './value-car-request.ts';
import { analysedMarket } from './testing/analysed-market.ts';

let market: Awaited<ReturnType<typeof analysedMarket>>;
let valuer: CarValuer;
beforeAll(async () => {
  market = await analysedMarket();
  valuer = new CarValuer(market);
});

const carrera: ValueCarRequest = { model: '911', trim: 'Carrera S', modelYear: 2017, mileage: 21_000 };

async function valued(request: ValueCarRequest): Promise<CarValuation> {
  const answer = await valuer.valueCar(request);
  if (answer.status !== 'ok') throw new Error(answer.reason);
  return answer;
}

describe('CarValuer', () => {
  test('values a car in words: sums that close, comparables, changes and a falling curve', async () => {
    const answer = await valued(carrera);
    const { valuation, explanation, comparables, changes, mileageCurve, car } = answer;
    expect(car.vehicle).toMatchObject({ make: 'Porsche', model: '911', generation: '991.2', trim: 'Carrera S' });
    expect(answer).toMatchObject({ asOf: market.asOf, synthetic: true, assumed: ['body', 'transmission'] });
    expect(car.color).toBeNull();
    expect(explanation.parts.reduce((sum, { amount }) => sum + amount, explanation.baseAmount)).toBe(valuation.amount);
    if (comparables.status !== 'ok') throw new Error(comparables.reason);
    expect(comparables.comparables).toHaveLength(8);
    for (const { sale, adjustments } of comparables.comparables) {
      expect(adjustments.reduce((sum, { amount }) => sum + amount, sale.price.amount)).toBe(valuation.amount);
    }
    expect(changes.length).toBeGreaterThan(3);
    expect(changes.filter(({ fact }) => fact === 'colour').every(({ from }) => from === null)).toBe(true);
    const amounts = mileageCurve.map(({ amount }) => amount);
    expect(amounts).toEqual(amounts.toSorted((left, right) => right - left));
    expect(await valued(carrera)).toEqual(answer);
  });

  test('takes the generation from the model year, and given facts as they are given', async () => {
    const older = await valued({
      ...carrera,
      modelYear: 2014,
      transmission: 'manual',
      color: ' Red ',
      mileage: undefined,
    });
    expect(older.car).toMatchObject({ color: 'red', mileage: null });
    expect(older.car.vehicle).toMatchObject({ generation: '991.1', transmission: 'manual' });
    expect(older.assumed).toEqual(['body']);
    const few = await valued({ ...carrera, comparableCount: 5 });
    expect(few.comparables).toMatchObject({ status: 'ok', comparables: { length: 5 } });
  });

  test('a sale of the car itself is not among its comparables', async () => {
    const answer = await valued(carrera);
    if (answer.comparables.status !== 'ok') throw new Error(answer.comparables.reason);
    const withVin = answer.comparables.comparables.find(({ sale }) => sale.vin !== null);
    const again = await valued({ ...carrera, vin: withVin!.sale.vin!.toLowerCase() });
    if (again.comparables.status !== 'ok') throw new Error(again.comparables.reason);
    expect(again.comparables.comparables.map(({ sale }) => sale.vin)).not.toContain(withVin!.sale.vin);
  });

  test.each([
    [{ ...carrera, model: 'Starship' }, /No model is called "Starship": choose one of/],
    [{ ...carrera, trim: 'Carera Z' }, /No trim is called "Carera Z": choose one of .*Carrera/],
    [{ ...carrera, modelYear: 1935 }, /No Porsche 911 Carrera S is of model year 1935: choose a model year of/],
    [{ ...carrera, make: 'Lotus', model: 'Elise' }, /was sold: choose one of/],
  ])('refuses %j in one sentence with what would do', async (request, reason) => {
    const answer = await valuer.valueCar(request);
    expect(answer).toMatchObject({ status: 'unknown-vehicle', reason: expect.stringMatching(reason) });
    if (answer.status === 'unknown-vehicle') expect(answer.candidates.length).toBeGreaterThan(0);
  });

  test('refuses without a fit, and fits where it may', async () => {
    const stores = createMemoryStores();
    const { now } = market;
    expect(await new CarValuer({ stores, now }).valueCar(carrera)).toMatchObject({ status: 'not-enough-data' });
    const fitting = new CarValuer({ stores, now }, { fitsWhenMissing: true });
    expect(await fitting.valueCar(carrera)).toMatchObject({ status: 'not-enough-data', found: 0 });
    await stores.listings.upsert(market.listings);
    const fitted = await fitting.valueCar(carrera);
    const stored = await valued(carrera);
    expect(fitted).toEqual(stored);
  });

  test('lists what can be chosen, narrowed step by step', async () => {
    const all = await valuer.listChoices();
    if (all.status !== 'ok') throw new Error(all.reason);
    expect(all.makes[0]).toMatchObject({ name: 'Porsche' });
    expect(all).toMatchObject({ models: [], line: null });
    const ofMake = await valuer.listChoices({ make: 'porsche', model: '911' });
    if (ofMake.status !== 'ok' || ofMake.line === null) throw new Error('no line');
    expect(ofMake.models.map(({ name }) => name)).toContain('911');
    const { generations, trims, transmissions } = ofMake.line;
    const sold = market.listings.filter(isSale).filter(({ vehicle }) => vehicle.model === '911');
    expect(generations.reduce((sum, { saleCount }) => sum + saleCount, 0)).toBe(sold.length);
    const years = generations.map(({ firstModelYear }) => firstModelYear);
    expect(years).toEqual(years.toSorted((left, right) => left! - right!));
    expect(trims.find(({ name }) => name === 'Carrera S')!.generations.length).toBeGreaterThan(1);
    expect(transmissions.map(({ name }) => name).toSorted()).toEqual(['automatic', 'manual']);
    expect(await valuer.listChoices({ make: 'Trabant', model: '601' })).toMatchObject({ models: [], line: null });
  });
});
