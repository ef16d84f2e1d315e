import { expect, it } from 'vitest';
import { widenByOrigin } from './widen-by-origin.ts';

const origin = { month: '2025-12', level: 100, lower90: 96, upper90: 103, saleCount: 20, rawMedian: null };

it('adds what is not known of the origin, side by side and level by level', () => {
  const growth = 1.02;
  const intervals = [0.5, 0.9].map((confidenceLevel) => ({
    confidenceLevel,
    lower: growth * 0.97,
    upper: growth * 1.04,
  }));
  const [half, most] = widenByOrigin(intervals, { growth, origin });
  expect(Math.log(growth / most!.lower)).toBeCloseTo(Math.hypot(Math.log(1 / 0.97), Math.log(100 / 96)), 12);
  expect(Math.log(most!.upper / growth)).toBeCloseTo(Math.hypot(Math.log(1.04), Math.log(1.03)), 12);
  // Half of a normal distribution lies within 0.41 of what 90 % lie within.
  expect(Math.log(growth / half!.lower)).toBeCloseTo(Math.hypot(Math.log(1 / 0.97), 0.41006 * Math.log(100 / 96)), 5);
});

it('leaves a growth whose origin is known as it is', () => {
  const sure = { ...origin, lower90: 100, upper90: 100 };
  const [interval] = widenByOrigin([{ confidenceLevel: 0.8, lower: 0.9, upper: 1.2 }], { growth: 1, origin: sure });
  expect(interval!.lower).toBeCloseTo(0.9, 12);
  expect(interval!.upper).toBeCloseTo(1.2, 12);
});
