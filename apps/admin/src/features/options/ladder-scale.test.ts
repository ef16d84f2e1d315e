import { expect, it } from 'vitest';
import { ladderScale } from './ladder-scale.ts';

const value = (lower: number, amount: number, upper: number) => ({
  value: { amount, logValue: 0, standardError: 0, interval: { confidenceLevel: 0.9, lower, upper } },
});

it('puts every interval and zero on one line', () => {
  const { place, zero } = ladderScale([value(-1_000, 500, 2_000), value(1_000, 2_000, 3_000)]);
  expect([place(-1_000), zero, place(1_000), place(3_000)]).toEqual([0, 25, 50, 100]);
  expect(ladderScale([value(500, 700, 1_000)]).zero).toBe(0);
  expect(ladderScale([value(-800, -500, -200)]).zero).toBeGreaterThan(99);
});
