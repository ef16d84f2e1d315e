import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOfInstant, type IsoDate } from '../../market/calendar.ts';
import type { Sale } from '../../market/listing.ts';
import type { MarketIndex } from '../../market/market-index.ts';
import { vehicleNamed } from '../../market/vehicle.ts';
import { createRandom, type Random } from '../../statistics/random.ts';
import { findMarketEvents } from './market-events.ts';

const FIRST = '2022-01-06';
const WEEKS = 120;
const LAST = addDays(FIRST, 7 * WEEKS - 1);

function sale(id: string, options: { readonly model: string; readonly endedOn: IsoDate }): Sale {
  return {
    id,
    source: 'test',
    sourceKey: id,
    title: id,
    vehicle: vehicleNamed({ make: 'Porsche', model: options.model, generation: '', trim: '' }),
    modelYear: 2015,
    mileage: null,
    mileageUnit: 'mi',
    color: null,
    condition: null,
    region: null,
    sellerType: null,
    vin: null,
    optionCodes: [],
    details: [],
    status: 'sold',
    price: { kind: 'sold', amount: 50_000, currency: 'USD' },
    listedOn: null,
    endedOn: options.endedOn,
    knownOn: options.endedOn,
    synthetic: true,
    attributes: {},
  };
}

/** Sales of three model lines, so many a week each as `rateOf` says. */
function marketOf(rateOf: (model: string, week: number) => number, seed = 1): readonly Sale[] {
  const random = createRandom(seed);
  const sales: Sale[] = [];
  for (let week = 0; week < WEEKS; week++) {
    for (const model of ['911', 'Cayenne', 'Boxster']) {
      const count = poisson(rateOf(model, week), random);
      for (let n = 0; n < count; n++) {
        const endedOn = addDays(FIRST, 7 * week + Math.floor(7 * random.uniform()));
        sales.push(sale(`${model} ${week} ${n}`, { model, endedOn }));
      }
    }
  }
  return sales;
}

function poisson(mean: number, random: Random): number {
  const limit = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > limit; count++) product *= random.uniform();
  return count;
}

function indexOf(growths: readonly number[]): MarketIndex {
  let level = 100;
  return {
    market: { priceKind: 'sold', currency: 'USD' },
    segment: 'porsche/911',
    points: [0, ...growths].map((growth, at) => {
      level *= Math.exp(growth);
      const month = dayOfInstant(Date.UTC(2018, at, 1)).slice(0, 7);
      return { month, level, lower90: level, upper90: level, saleCount: 9, rawMedian: null, realTimeLevel: level };
    }),
  };
}

const noEvents = { sales: [], indices: [] };

describe('findMarketEvents', () => {
  it('tells sales that double as one event of the widest segment that shows it', () => {
    const sales = marketOf((_, week) => (week >= 80 ? 24 : 12));
    const events = findMarketEvents({ ...noEvents, sales, asOf: LAST }).filter(({ series }) => series === 'volume');
    expect(events).toMatchObject([{ segment: 'porsche', direction: 'up', startedOn: addDays(FIRST, 7 * 80) }]);
    expect(events[0]!.levelBefore).toBeGreaterThan(30);
    expect(events[0]!.levelSince).toBeGreaterThan(60);
  });

  it('tells a line that takes the sales of another as one event of the mix', () => {
    const sales = marketOf((model, week) => (model === '911' || week < 80 ? 15 : model === 'Cayenne' ? 27 : 3));
    const events = findMarketEvents({ ...noEvents, sales, asOf: LAST });
    const mix = events.filter(({ series }) => series === 'mix');
    expect(mix).toHaveLength(1);
    expect(['porsche/cayenne', 'porsche/boxster']).toContain(mix[0]!.segment);
    expect(mix[0]!.detectedOn > addDays(FIRST, 7 * 80)).toBe(true);
    expect(events.filter(({ segment }) => segment === 'porsche')).toHaveLength(0);
  });

  it('tells an index that jumps once, by what was known at the time', () => {
    const random = createRandom(3);
    const growths = Array.from({ length: 60 }, (_, at) => 0.01 * random.normal() + (at === 40 ? 0.15 : 0));
    const events = findMarketEvents({ ...noEvents, indices: [indexOf(growths)], asOf: '2024-12-31' });
    expect(events).toMatchObject([
      { series: 'index', segment: 'porsche/911', direction: 'up', startedOn: '2021-06-01' },
    ]);
    expect(events[0]!.levelSince).toBeGreaterThan(110);
  });

  it('is quiet on markets that do not move: less than one event a market and year', () => {
    let events = 0;
    for (let seed = 1; seed <= 20; seed++) {
      events += findMarketEvents({ ...noEvents, sales: marketOf(() => 12, seed), asOf: LAST }).length;
    }
    expect(events / 20 / (WEEKS / 52)).toBeLessThan(1);
  });

  it('never looks ahead: a replay up to an earlier day tells what the whole history told by then', () => {
    const sales = marketOf((model, week) => (week < 60 || model !== '911' ? 14 : week < 100 ? 28 : 5), 5);
    const random = createRandom(9);
    const index = indexOf(Array.from({ length: 80 }, (_, at) => 0.01 * random.normal() - (at > 50 ? 0.03 : 0)));
    const all = findMarketEvents({ sales, indices: [index], asOf: '2024-12-31' });
    expect(all.length).toBeGreaterThan(2);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 * 160 }), (days) => {
        const asOf = addDays(FIRST, days);
        const known = sales.filter(({ endedOn }) => endedOn <= asOf);
        const points = index.points.filter(({ month }) => month <= asOf.slice(0, 7));
        const replayed = findMarketEvents({ sales: known, indices: [{ ...index, points }], asOf });
        expect(replayed).toEqual(all.filter(({ detectedOn }) => detectedOn <= asOf));
      }),
      { numRuns: 25 },
    );
  });
});
