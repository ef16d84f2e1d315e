import { beforeAll, describe, expect, test } from 'vitest';
import type { CarOutlook } from './car-outlook.ts';
import { analysedMarket } from './testing/analysed-market.ts';
import { CarValuer } from './value-car.ts';
import type { CarAhead, CarValuation } from './value-car-request.ts';

let market: Awaited<ReturnType<typeof analysedMarket>>;
beforeAll(async () => {
  market = await analysedMarket();
});

const horizons = ['1m', '3m', '6m', '1y'] as const;

async function ahead(
  asked: Partial<CarAhead> = {},
): Promise<{ readonly answer: CarValuation; readonly outlook: CarOutlook }> {
  const answer = await new CarValuer(market).valueCar({
    model: '911',
    trim: 'Carrera S',
    modelYear: 2017,
    mileage: 21_000,
    ahead: { horizons, ...asked },
  });
  if (answer.status !== 'ok') throw new Error(answer.reason);
  if (answer.outlook?.status !== 'ok') throw new Error('no outlook');
  return { answer, outlook: answer.outlook };
}

describe('the outlook of a car', () => {
  test('is its value of today and three parts, exactly, with an interval that is never narrower than that of today', async () => {
    const { answer, outlook } = await ahead();
    expect(outlook.steps.map(({ horizon }) => horizon)).toEqual(horizons);
    const width = ({ lower, upper }: { readonly lower: number; readonly upper: number }) => Math.log(upper / lower);
    for (const { amount, parts, intervals, mileage } of outlook.steps) {
      expect(answer.valuation.amount + parts.age + parts.mileage + parts.market).toBe(amount);
      expect(parts.age).toBeLessThanOrEqual(0);
      expect(parts.mileage).toBeLessThanOrEqual(0);
      expect(mileage).toBeGreaterThan(21_000);
      for (const [place, interval] of intervals.entries()) {
        expect(interval.lower).toBeLessThan(amount);
        expect(interval.upper).toBeGreaterThan(amount);
        expect(width(interval)).toBeGreaterThan(width(answer.valuation.intervals[place]!) - 1e-3);
      }
    }
    expect((await ahead()).outlook).toEqual(outlook);
  });

  test('is the forecast itself in the base case, and answers to miles, interest and supply in their direction', async () => {
    const base = (await ahead()).outlook;
    expect((await ahead({ ratePoints: 0, supplyChange: 0 })).outlook).toEqual(base);
    const year = (outlook: CarOutlook) => outlook.steps.at(-1)!;
    const parked = year((await ahead({ distancePerYear: 0 })).outlook);
    expect(parked.parts.mileage).toBe(0);
    expect(year((await ahead({ distancePerYear: 20_000 })).outlook).amount).toBeLessThan(year(base).amount);
    const dear = (await ahead({ ratePoints: 2 })).outlook;
    // Two points at -0.01 a point, fully there at the end of the horizon.
    expect(year(dear).amount / year(base).amount).toBeCloseTo(Math.exp(-0.02), 4);
    expect(dear.scenario).toEqual({ name: 'asked', ratePoints: 2, supplyChange: 0 });
    expect(year((await ahead({ supplyChange: 0.5 })).outlook).amount).toBeLessThan(year(base).amount);
  });

  test('is not there where nobody asked, and refused where no index was forecast', async () => {
    const valuer = new CarValuer(market);
    const car = { model: '911', trim: 'Carrera S', modelYear: 2017, mileage: 21_000 };
    expect(await valuer.valueCar(car)).toMatchObject({ outlook: null });
    const unfitted = new CarValuer(
      {
        ...market,
        stores: {
          ...market.stores,
          runs: market.stores.runs,
          fittedModels: { ...market.stores.fittedModels, latest: async () => null },
        },
      },
      { fitsWhenMissing: true },
    );
    expect(await unfitted.valueCar({ ...car, ahead: { horizons: ['3m'] } })).toMatchObject({
      outlook: { status: 'not-enough-data', found: 0 },
    });
  });
});
