import { expect, it } from 'vitest';
import { normalQuantile } from './normal-quantile.ts';
import { studentQuantile } from './student-quantile.ts';
import { newcombeDifference, wilsonInterval } from './proportions.ts';

// Values of R 4: qnorm, qt.
it.each([
  [0.5, 0],
  [0.975, 1.959963984540054],
  [0.9, 1.2815515655446004],
  [0.01, -2.3263478740408408],
  [0.0001, -3.719016485455709],
])('the normal quantile at %d', (probability, expected) => {
  expect(normalQuantile(probability)).toBeCloseTo(expected, 7);
});

it.each([
  [0.95, 3, 2.353363],
  [0.9, 4, 1.533206],
  [0.95, 10, 1.812461],
  [0.975, 30, 2.042272],
])("Student's quantile at %d with %i degrees of freedom", (probability, degreesOfFreedom, expected) => {
  expect(Math.abs(studentQuantile(probability, { degreesOfFreedom }) / expected - 1)).toBeLessThan(0.01);
});

// R. G. Newcombe (1998), "Interval estimation for the difference between independent proportions", table II, method 10.
it('the intervals of proportions and of their difference', () => {
  const { lower, upper } = wilsonInterval({ successes: 81, trials: 263 }, { confidenceLevel: 0.95 });
  expect([lower, upper].map((bound) => Number(bound.toFixed(4)))).toEqual([0.2553, 0.3662]);
  const difference = newcombeDifference(
    { successes: 56, trials: 70 },
    { successes: 48, trials: 80 },
    { confidenceLevel: 0.95 },
  );
  expect([difference.lower, difference.upper].map((bound) => Number(bound.toFixed(4)))).toEqual([0.0524, 0.3339]);
});
