import { createMemoryStores } from '@pa/engines';
import { beforeAll, describe, expect, test } from 'vitest';
import { analysedApi } from './__fixtures__/analysed-api.ts';
import { emptyApi, FIXTURE_DAY, jsonPost } from './__fixtures__/empty-api.ts';
import { API_BASE_PATH } from './create-api.ts';
import type { ValuationBody } from './schemas/valuation.ts';

const stores = createMemoryStores();
let analysed: Awaited<ReturnType<typeof analysedApi>>;
beforeAll(async () => {
  analysed = await analysedApi(stores);
});

async function ask(path: string, init?: RequestInit) {
  const response = await analysed.api.request(API_BASE_PATH + path, init);
  return { status: response.status, body: JSON.parse(await response.text()), headers: response.headers };
}

const carrera = { model: '911', trim: 'Carrera S', modelYear: 2017, mileage: 21_000 };
const value = (body: unknown) => ask('/valuations', jsonPost(body));

describe('POST /valuations', () => {
  test('answers with sums that close, the same every time, and notes the use', async () => {
    const first = await value(carrera);
    expect(first.status).toBe(200);
    const body = first.body as ValuationBody;
    expect(body).toMatchObject({
      asOf: FIXTURE_DAY,
      synthetic: true,
      car: { vehicle: { make: 'Porsche', model: '911', generation: '991.2', trim: 'Carrera S' }, color: null },
      comparablesRefusal: null,
    });
    expect(body.intervals.map(({ confidenceLevel }) => confidenceLevel)).toEqual([0.5, 0.8, 0.9]);
    const { baseAmount, parts } = body.explanation;
    expect(parts.reduce((sum, { amount }) => sum + amount, baseAmount)).toBe(body.amount);
    expect(body.comparables!.comparables).toHaveLength(8);
    for (const { price, adjustments, soldOn } of body.comparables!.comparables) {
      expect(adjustments.reduce((sum, { amount }) => sum + amount, price)).toBe(body.amount);
      expect(soldOn <= FIXTURE_DAY).toBe(true);
    }
    expect(body.changes.every(({ amount, difference }) => amount - difference === body.amount)).toBe(true);
    expect(body.mileageCurve.length).toBeGreaterThan(10);
    expect(first.headers.get('x-synthetic-data')).toBe('true');
    expect(first.headers.get('x-ai-generated')).toBe('false');
    expect((await value(carrera)).body).toEqual(body);
    const ever = { from: 0, to: Number.MAX_SAFE_INTEGER };
    expect(await stores.events.countByName(ever)).toMatchObject({ valuation_requested: 2 });
  });

  test('carries the value ahead where it is asked to, in parts that sum', async () => {
    const now = (await value(carrera)).body as ValuationBody;
    expect([now.outlook, now.outlookRefusal]).toEqual([null, null]);
    const asked = { ...carrera, ahead: { horizons: ['3m', '1y'], distancePerYear: 5_000, ratePoints: 1 } };
    const { outlook, amount } = (await value(asked)).body as ValuationBody;
    expect(outlook!.steps.map(({ horizon }) => horizon)).toEqual(['3m', '1y']);
    for (const { parts, amount: later } of outlook!.steps)
      expect(amount + parts.age + parts.mileage + parts.market).toBe(later);
    expect(outlook).toMatchObject({ distancePerYear: 5_000, scenario: { name: 'asked', ratePoints: 1 } });
    expect((await value({ ...carrera, ahead: { horizons: [] } })).status).toBe(400);
    expect((await value({ ...carrera, ahead: { horizons: ['2y'] } })).status).toBe(400);
  });

  test('every given fact reaches the value', async () => {
    const plain = await value(carrera);
    for (const change of [
      { mileage: 90_000 },
      { mileage: 21_000, mileageUnit: 'km' },
      { transmission: 'manual' },
      { modelYear: 2019 },
      { trim: 'GTS' },
      { optionCodes: ['pccb'] },
    ]) {
      const changed = await value({ ...carrera, ...change });
      expect([change, changed.status]).toEqual([change, 200]);
      expect([change, changed.body.amount === plain.body.amount]).toEqual([change, false]);
    }
    const five = await value({ ...carrera, comparableCount: 5 });
    expect(five.body.comparables.comparables).toHaveLength(5);
  });

  test('refuses what is not valid with every fault, and what cannot be answered with what would do', async () => {
    const faulty = await value({ model: '', modelYear: 'old', mileage: -1, colour: 'red' });
    expect(faulty.status).toBe(400);
    expect(faulty.body.error.code).toBe('VALIDATION_FAILED');
    expect(faulty.body.error.fields.length).toBeGreaterThanOrEqual(4);
    const typing = await value({ ...carrera, trim: 'Carera S' });
    expect(typing).toMatchObject({
      status: 422,
      body: { error: { code: 'UNKNOWN_VEHICLE', candidates: expect.arrayContaining(['Carrera S']) } },
    });
    const early = await value({ ...carrera, asOf: '2020-01-01' });
    expect(early).toMatchObject({ status: 422, body: { error: { code: 'NOT_ENOUGH_DATA' } } });
    const future = await value({ ...carrera, asOf: '2100-01-01' });
    expect(future.status).toBe(400);
  });

  test('an empty store is refused and not an error', async () => {
    const { api, reported } = emptyApi();
    const response = await api.request(`${API_BASE_PATH}/valuations`, jsonPost(carrera));
    expect(response.status).toBe(422);
    expect(await (await api.request(`${API_BASE_PATH}/taxonomy?make=Porsche`)).json()).toEqual({
      market: null,
      makes: [],
      models: [],
      line: null,
    });
    expect(reported).toEqual([]);
  });
});

describe('GET /taxonomy', () => {
  test('narrows from makes to what the cars of a line come with, and may be kept for a minute', async () => {
    const makes = await ask('/taxonomy');
    expect(makes.body).toMatchObject({ makes: [{ name: 'Porsche' }], models: [], line: null });
    expect(makes.headers.get('cache-control')).toContain('max-age=60');
    const models = await ask('/taxonomy?make=porsche');
    expect(models.body.models.map(({ name }: { name: string }) => name)).toContain('911');
    const { line } = (await ask('/taxonomy?make=porsche&model=911')).body;
    expect(line.generations.find(({ name }: { name: string }) => name === '991.2')).toMatchObject({
      firstModelYear: 2017,
      lastModelYear: 2019,
    });
    expect(line.trims.find(({ name }: { name: string }) => name === 'Carrera S').generations).toContain('991.2');
    expect(line.options.length).toBeGreaterThan(3);
    expect((await ask('/taxonomy?make=porsche&model=959')).body.line).toBeNull();
    expect((await ask('/taxonomy?brand=porsche')).status).toBe(400);
  });

  test('every trim that it lists in a generation can be valued', async () => {
    const { line } = (await ask('/taxonomy?make=porsche&model=911')).body;
    for (const { name, generations } of line.trims.slice(0, 12)) {
      const generation = line.generations.find((entry: { name: string }) => entry.name === generations[0]);
      const modelYear = generation.lastModelYear ?? generation.firstModelYear;
      const { status, body } = await value({ model: '911', trim: name, generation: generation.name, modelYear });
      expect([name, modelYear, status, body.error?.message]).toEqual([name, modelYear, 200, undefined]);
    }
  });
});
