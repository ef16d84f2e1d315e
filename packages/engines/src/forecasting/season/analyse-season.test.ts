import { describe, expect, it } from 'vitest';
import { addMonths } from '../../market/calendar.ts';
import type { MarketIndex } from '../../market/market-index.ts';
import { createRandom } from '../../statistics/random.ts';
import { analyseSeason } from './analyse-season.ts';

/** A walk with a season of prices (peak in May) and one of the mix alone. */
function planted(seed: number, options: { months?: number; season?: number; mix?: number }): MarketIndex {
  const random = createRandom(seed);
  let level = Math.log(100);
  const points = Array.from({ length: options.months ?? 60 }, (_, t) => {
    level += 0.002 + 0.008 * random.normal();
    const month = addMonths('2019-01', t);
    const wave = Math.cos((2 * Math.PI * (Number(month.slice(5)) - 5)) / 12);
    const known = Math.exp(level + (options.season ?? 0) * wave);
    return {
      month,
      level: known,
      lower90: known * 0.98,
      upper90: known * 1.02,
      saleCount: 100,
      rawMedian: Math.round(1000 * known * Math.exp((options.mix ?? 0) * wave + 0.01 * random.normal())),
    };
  });
  return { market: { priceKind: 'sold', currency: 'USD' }, segment: 'porsche', points };
}

describe('analyseSeason', () => {
  it('finds a planted season of two percent, and says when to buy and to sell', () => {
    let found = 0;
    let rightMonths = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const season = analyseSeason(planted(seed, { season: 0.02 }));
      if (season.status !== 'ok' || !season.exists) continue;
      found++;
      expect(season.effects.reduce((sum, { cheapestOdds }) => sum + cheapestOdds, 0)).toBeCloseTo(1, 9);
      const isNear = (month: number, wanted: number): boolean => Math.abs(month - wanted) <= 2;
      if (isNear(season.bestToSell!.month, 5) && isNear(season.bestToBuy!.month, 11)) rightMonths++;
    }
    expect(found).toBeGreaterThanOrEqual(95);
    expect(rightMonths / found).toBeGreaterThan(0.8);
  });

  it('claims none where only the mix has a season, and puts that down to the mix', () => {
    let claimed = 0;
    let mixRange = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const season = analyseSeason(planted(seed, { mix: 0.1 }));
      if (season.status !== 'ok') throw new RangeError('refused');
      if (season.exists) claimed++;
      else expect(season).toMatchObject({ effects: [], bestToBuy: null, bestToSell: null, priceRange: 0 });
      mixRange += season.mixRange! / 200;
    }
    expect(claimed).toBeLessThanOrEqual(10);
    expect(mixRange).toBeGreaterThan(0.15);
    expect(mixRange).toBeLessThan(0.3);
  });

  it('refuses below 24 months and is the same each time', () => {
    expect(analyseSeason(planted(1, { months: 23, season: 0.1 }))).toMatchObject({
      status: 'not-enough-data',
      found: 23,
      needed: 24,
    });
    expect(analyseSeason(planted(3, { season: 0.03 }))).toEqual(analyseSeason(planted(3, { season: 0.03 })));
  });
});
