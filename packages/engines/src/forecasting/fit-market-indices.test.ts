import { describe, expect, it } from 'vitest';
import { addMonths } from '../market/calendar.ts';
import type { IndexObservation } from '../market/index-observation.ts';
import { createRandom } from '../statistics/random.ts';
import { fitMarketIndices } from './fit-market-indices.ts';
import { forecastIndex } from './forecast-index.ts';

const MARKET = { priceKind: 'sold', currency: 'USD' } as const;
const MONTHS = 36;
const AS_OF = '2023-12-31';

/** A market in which the mix moves towards dear cars while prices of like cars follow a planted path. */
function plantedObservations(seed: number, options: { readonly perMonth?: number } = {}) {
  const random = createRandom(seed);
  const truth: number[] = [];
  let level = 0;
  const observations: IndexObservation[] = [];
  for (let t = 0; t < MONTHS; t++) {
    if (t > 0) level += 0.004 + 0.008 * random.normal();
    truth.push(level);
    for (let i = 0; i < (options.perMonth ?? 60); i++) {
      const isDear = random.uniform() < 0.2 + (0.6 * t) / MONTHS;
      const logLevel = level + 0.1 * random.studentT(4);
      observations.push({
        segments: ['porsche', 'porsche/911', `porsche/911/${isDear ? '992.1' : '996.1'}`],
        month: addMonths('2021-01', t),
        price: Math.round(Math.exp(logLevel + (isDear ? 12 : 10))),
        logLevel,
      });
    }
  }
  return { observations, truth };
}

describe('fitMarketIndices', () => {
  it('follows the planted path while the raw median follows the mix', () => {
    const { observations, truth } = plantedObservations(1);
    const index = fitMarketIndices(observations, { market: MARKET, asOf: AS_OF }).find(
      ({ segment }) => segment === 'porsche',
    )!;
    expect(index.points).toHaveLength(MONTHS);
    expect(index.points[0]!.level).toBe(100);
    const squares = index.points.map(({ level }, t) => (Math.log(level / 100) - (truth[t]! - truth[0]!)) ** 2);
    expect(Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / MONTHS)).toBeLessThan(0.02);
    expect(index.points.at(-1)!.rawMedian! / index.points[0]!.rawMedian!).toBeGreaterThan(3);
  });

  it('keeps the unpooled level of each month with a sale beside the pooled one', () => {
    const { observations } = plantedObservations(1);
    const [index] = fitMarketIndices(observations, { market: MARKET, asOf: AS_OF, segments: ['porsche'] });
    const distances = index!.points.map(({ level, unpooledLevel }) => Math.log(unpooledLevel! / level));
    expect(Math.abs(distances.reduce((sum, distance) => sum + distance, 0) / MONTHS)).toBeLessThan(0.005);
    expect(Math.max(...distances.map(Math.abs))).toBeGreaterThan(0.005);
    const gap = observations.filter(({ month }) => month !== '2022-03');
    const [gappy] = fitMarketIndices(gap, { market: MARKET, asOf: AS_OF, segments: ['porsche'] });
    expect(gappy!.points.find(({ month }) => month === '2022-03')).not.toHaveProperty('unpooledLevel');
  });

  it('covers the path with its 90 % bands', () => {
    let covered = 0;
    let count = 0;
    for (let seed = 1; seed <= 80; seed++) {
      const { observations, truth } = plantedObservations(seed, { perMonth: 20 });
      const [index] = fitMarketIndices(observations, { market: MARKET, asOf: AS_OF, segments: ['porsche'] });
      index!.points.slice(1).forEach(({ lower90, upper90 }, t) => {
        const level = 100 * Math.exp(truth[t + 1]! - truth[0]!);
        if (level >= lower90 && level <= upper90) covered++;
        count++;
      });
    }
    // Months of one path stand and fall together, so that eighty paths leave some room.
    expect(covered / count).toBeGreaterThan(0.84);
    expect(covered / count).toBeLessThan(0.95);
  });

  it('has every month, leans on the parent where nothing sold, and reads no later month', () => {
    const { observations } = plantedObservations(2);
    const gappy = observations.filter(
      ({ segments, month }) => !segments[2]!.endsWith('996.1') || month < '2022-01' || month > '2022-06',
    );
    const indices = fitMarketIndices(gappy, { market: MARKET, asOf: '2023-06-10' });
    const thin = indices.find(({ segment }) => segment.endsWith('996.1'))!;
    expect(thin.points.map(({ month }) => month)).toEqual(
      Array.from({ length: 30 }, (_, t) => addMonths('2021-01', t)),
    );
    const gap = thin.points.find(({ month }) => month === '2022-03')!;
    const parent = indices
      .find(({ segment }) => segment === 'porsche/911')!
      .points.find(({ month }) => month === '2022-03')!;
    expect(gap).toMatchObject({ saleCount: 0, rawMedian: null });
    expect(Math.abs(Math.log(gap.level / parent.level))).toBeLessThan(0.06);
    expect(gap.upper90 - gap.lower90).toBeGreaterThan(parent.upper90 - parent.lower90);
    const past = gappy.filter(({ month }) => month <= '2023-06');
    expect(fitMarketIndices(past, { market: MARKET, asOf: '2023-06-10' })).toEqual(indices);
  });

  it('gives no index to a thin segment and none without observations', () => {
    const { observations } = plantedObservations(3);
    const rare = { ...observations[0]!, segments: ['porsche', 'porsche/959'] };
    const segments = fitMarketIndices([...observations, rare], { market: MARKET, asOf: AS_OF }).map(
      ({ segment }) => segment,
    );
    expect(segments).toEqual(['porsche', 'porsche/911', 'porsche/911/992.1', 'porsche/911/996.1']);
    expect(fitMarketIndices([], { market: MARKET, asOf: AS_OF })).toEqual([]);
  });
});

describe('forecastIndex', () => {
  const indexOf = (seed: number) => {
    const { observations } = plantedObservations(seed);
    return fitMarketIndices(observations, { market: MARKET, asOf: AS_OF, segments: ['porsche'] })[0]!;
  };

  it('gives nested intervals that widen with the horizon, and the same each time', () => {
    const forecast = forecastIndex(indexOf(4), { horizonMonths: 12 });
    if (forecast.status !== 'ok') throw new Error(forecast.reason);
    expect(forecast).toEqual(forecastIndex(indexOf(4), { horizonMonths: 12 }));
    expect(forecast.steps.map(({ month }) => month)).toEqual(
      Array.from({ length: 12 }, (_, t) => addMonths('2024-01', t)),
    );
    let before = 0;
    for (const { growth, intervals } of forecast.steps) {
      let inner = { lower: growth, upper: growth };
      for (const interval of intervals) {
        expect(interval.lower).toBeLessThanOrEqual(inner.lower);
        expect(interval.upper).toBeGreaterThanOrEqual(inner.upper);
        inner = interval;
      }
      expect(Math.log(inner.upper / inner.lower)).toBeGreaterThanOrEqual(before - 1e-12);
      before = Math.log(inner.upper / inner.lower);
    }
  });

  it('claims skill on a steady climb, and none on a walk without drift', () => {
    const climb = Array.from({ length: 40 }, (_, t) => 100 * 1.01 ** t);
    const asIndex = (levels: readonly number[], isRealTime = true) => ({
      market: MARKET,
      segment: 'porsche',
      points: levels.map((level, t) => ({
        month: addMonths('2020-01', t),
        level,
        lower90: level,
        upper90: level,
        saleCount: 10,
        rawMedian: null,
        ...(isRealTime ? { realTimeLevel: level } : {}),
      })),
    });
    expect(forecastIndex(asIndex(climb), { horizonMonths: 6 })).toMatchObject({ hasSkill: true });
    expect(forecastIndex(asIndex(climb, false), { horizonMonths: 6 })).toMatchObject({ hasSkill: false });
    let skilled = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const random = createRandom(seed);
      let level = 100;
      const walk = Array.from({ length: 60 }, () => (level *= Math.exp(0.02 * random.normal())));
      const forecast = forecastIndex(asIndex(walk), { horizonMonths: 6 });
      if (forecast.status === 'ok' && forecast.hasSkill) skilled++;
    }
    expect(skilled).toBeLessThan(20);
  });

  it('does not read what came after an origin', () => {
    const index = indexOf(5);
    const shorter = { ...index, points: index.points.slice(0, 24) };
    const changed = {
      ...index,
      points: index.points.map((point, t) => (t < 24 ? point : { ...point, level: 300, realTimeLevel: 300 })),
    };
    expect(forecastIndex({ ...changed, points: changed.points.slice(0, 24) }, { horizonMonths: 3 })).toEqual(
      forecastIndex(shorter, { horizonMonths: 3 }),
    );
  });

  it('refuses a short index', () => {
    const index = indexOf(6);
    expect(forecastIndex({ ...index, points: index.points.slice(0, 11) }, { horizonMonths: 3 })).toMatchObject({
      status: 'not-enough-data',
      found: 11,
      needed: 12,
    });
  });
});
