import { describe, expect, it } from 'vitest';
import { addMonths } from '../market/calendar.ts';
import type { MarketIndex } from '../market/market-index.ts';
import { median } from '../statistics/quantile.ts';
import { createRandom } from '../statistics/random.ts';
import { findMarketBreaks } from './market-breaks.ts';

const SHIFT_AT = 36;

function indexWith(seed: number, shift: number, months = 60): MarketIndex {
  const random = createRandom(seed);
  const points = Array.from({ length: months }, (_, t) => {
    const level = 100 * Math.exp((t < SHIFT_AT ? 0 : shift) + 0.012 * random.normal());
    const month = addMonths('2019-01', t);
    return { month, level, lower90: level, upper90: level, saleCount: 50, rawMedian: null };
  });
  return { market: { priceKind: 'sold', currency: 'USD' }, segment: 'porsche/911', points };
}

describe('findMarketBreaks', () => {
  it('finds a shift of five percent within three months at the median', () => {
    const delays: number[] = [];
    for (let seed = 1; seed <= 60; seed++) {
      let delay = 99;
      // As it would have been seen month by month: only the months so far are there.
      for (let months = SHIFT_AT + 1; months <= SHIFT_AT + 12 && delay === 99; months++) {
        const breaks = findMarketBreaks(indexWith(seed, 0.05, months));
        if (breaks.some(({ kind, month }) => kind === 'level' && month >= '2021-11')) delay = months - SHIFT_AT;
      }
      delays.push(delay);
    }
    expect(median(delays)).toBeLessThanOrEqual(3);
  });

  it('seldom breaks what does not break', () => {
    let broken = 0;
    for (let seed = 1; seed <= 100; seed++) if (findMarketBreaks(indexWith(seed, 0)).length > 0) broken++;
    expect(broken).toBeLessThan(15);
  });
});
