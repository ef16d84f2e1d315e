import { describe, expect, it } from 'vitest';
import { addMonths } from '../market/calendar.ts';
import type { MarketIndex } from '../market/market-index.ts';
import { createRandom } from '../statistics/random.ts';
import { forecastIndex } from './forecast-index.ts';
import { knownSeason } from './season/known-season.ts';

/** A walk of 0.8 % a month with a season (peak in May), and how its next three months went. */
function planted(seed: number, season: number): { readonly index: MarketIndex; readonly growth: number } {
  const random = createRandom(seed);
  let walk = Math.log(100);
  const levels = Array.from({ length: 63 }, (_, t) => {
    walk += 0.008 * random.normal();
    return walk + season * Math.cos((2 * Math.PI * (Number(addMonths('2019-01', t).slice(5)) - 5)) / 12);
  });
  const points = levels.slice(0, 60).map((level, t) => {
    const known = Math.exp(level);
    const band = { lower90: known * 0.98, upper90: known * 1.02 };
    return {
      month: addMonths('2019-01', t),
      level: known,
      ...band,
      saleCount: 50,
      rawMedian: null,
      realTimeLevel: known,
    };
  });
  return {
    index: { market: { priceKind: 'sold', currency: 'USD' }, segment: 'porsche', points },
    growth: levels[62]! - levels[59]!,
  };
}

describe('forecastIndex', () => {
  it('forecasts the season where there is one, better than the last value and with intervals that hold', () => {
    let own = 0;
    let last = 0;
    let held = 0;
    let skilled = 0;
    const count = 60;
    for (let seed = 1; seed <= count; seed++) {
      const { index, growth } = planted(seed, 0.03);
      const forecast = forecastIndex(index, { horizonMonths: 3 });
      if (forecast.status !== 'ok') throw new RangeError(forecast.reason);
      const step = forecast.steps[2]!;
      own += Math.abs(growth - Math.log(step.growth));
      last += Math.abs(growth);
      const { lower, upper } = step.intervals.find(({ confidenceLevel }) => confidenceLevel === 0.9)!;
      if (growth >= Math.log(lower) && growth <= Math.log(upper)) held++;
      if (forecast.hasSkill) skilled++;
    }
    expect(own / last).toBeLessThan(0.6);
    expect(held / count).toBeGreaterThan(0.84);
    expect(skilled / count).toBeGreaterThan(0.9);
  });

  it('claims hardly a season on walks without one', () => {
    let seasonal = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const forecast = forecastIndex(planted(100 + seed, 0).index, { horizonMonths: 3 });
      if (forecast.status === 'ok' && forecast.method.includes('season')) seasonal++;
    }
    expect(seasonal).toBeLessThanOrEqual(4);
  });

  it('looks for the season of each origin in the months up to it alone', () => {
    const { points } = planted(5, 0.03).index;
    const months = points.map(({ month }) => month);
    const levels = Float64Array.from(points, ({ level }) => Math.log(level));
    const changed = levels.map((level, t) => (t < 40 ? level : level + 0.1 * (t % 5)));
    expect(knownSeason(changed, months)(40)).toEqual(knownSeason(levels, months)(40));
    expect(knownSeason(levels, months)(40).some((effect) => effect !== 0)).toBe(true);
    expect(knownSeason(changed, months)(60)).not.toEqual(knownSeason(levels, months)(60));
    expect(knownSeason(levels, months)(23)).toEqual(new Float64Array(12));
  });
});
