import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MarketIndex } from '../market/market-index.ts';
import { marketMovement } from './market-movement.ts';

const indexOf = (levels: readonly number[], halfWidth: number): MarketIndex => ({
  market: { priceKind: 'sold', currency: 'USD' },
  segment: 'porsche/911',
  points: levels.map((level, n) => ({
    month: `2024-${String(n + 1).padStart(2, '0')}`,
    level,
    lower90: level * Math.exp(-halfWidth),
    upper90: level * Math.exp(halfWidth),
    saleCount: n + 1,
    rawMedian: null,
  })),
});

describe('marketMovement', () => {
  test('compares the last month with the one so many months before', () => {
    const movement = marketMovement(indexOf([100, 90, 95, 99], 0.001), { monthCount: 2 });
    expect(movement).toMatchObject({ month: '2024-04', monthCount: 2, saleCount: 7, direction: 'rising' });
    expect(movement?.change).toBeCloseTo(0.1, 12);
  });

  test('has no answer before the first month', () => {
    expect(marketMovement(indexOf([100, 101], 0.01), { monthCount: 2 })).toBeNull();
    expect(marketMovement(indexOf([], 0.01), { monthCount: 1 })).toBeNull();
  });

  test('two independent errors add as squares', () => {
    const movement = marketMovement(indexOf([100, 100], 0.03), { monthCount: 1 });
    expect(movement?.upper90).toBeCloseTo(Math.expm1(0.03 * Math.SQRT2), 12);
    expect(movement?.direction).toBe('flat');
  });

  test('the interval holds the change, and a direction is claimed only when it excludes zero', () => {
    const level = fc.double({ min: 10, max: 1000, noNaN: true });
    const width = fc.double({ min: 1e-6, max: 1, noNaN: true });
    fc.assert(
      fc.property(level, level, width, (first, last, halfWidth) => {
        const movement = marketMovement(indexOf([first, last], halfWidth), { monthCount: 1 })!;
        expect(movement.lower90).toBeLessThanOrEqual(movement.change);
        expect(movement.upper90).toBeGreaterThanOrEqual(movement.change);
        const excludesZero = movement.lower90 > 0 || movement.upper90 < 0;
        expect(movement.direction !== 'flat').toBe(excludesZero);
      }),
    );
  });
});
