import { describe, expect, it } from 'vitest';
import { addMonths } from '../../market/calendar.ts';
import type { MarketIndex } from '../../market/market-index.ts';
import { minimumVarianceWeights } from './minimum-variance.ts';
import { portfolioView } from './portfolio-view.ts';
import { shrinkageCovariance } from './shrinkage-covariance.ts';

/** Returns of five assets over 30 months, rounded as the reference had them. */
const ROWS = Array.from({ length: 30 }, (_, t) =>
  Array.from({ length: 5 }, (_, i) =>
    Number(
      (
        Math.sin(1.7 * t + i) * 0.02 * (i + 1) +
        0.01 * Math.cos(t * 0.9 + 2 * i) +
        0.004 * Math.sin(t * t * 0.37 + i * i)
      ).toFixed(6),
    ),
  ),
);

/** From scikit-learn 1.2 (`ledoit_wolf`) and from an enumeration of every active set with numpy. */
const REFERENCE = {
  shrinkage: 0.05436045482975853,
  firstRow: [
    0.00037999894349125484, 0.0001901239806026337, -0.00029393760242961864, -0.000734939446943755,
    -0.0006390256114771891,
  ],
  longOnly: [0.4112349658223143, 0.2672488892063923, 0.1251171745044392, 0, 0.19639897046685423],
  bounded: [0.3, 0.25, 0.2182347833165768, 0, 0.23176521668342315],
};

describe('the portfolio of least variance', () => {
  const { matrix, size, shrinkage } = shrinkageCovariance(ROWS);

  it('shrinks the covariance as the reference does', () => {
    expect(shrinkage).toBeCloseTo(REFERENCE.shrinkage, 10);
    for (const [j, value] of REFERENCE.firstRow.entries()) expect(matrix[j]).toBeCloseTo(value, 12);
  });

  it.each([
    ['without bounds', undefined, REFERENCE.longOnly],
    ['with bounds', [0.3, 0.25, 0.4, 0.3, 0.5], REFERENCE.bounded],
  ])('has the weights of the reference to 1e-8 %s', (_, bounds, wanted) => {
    const weights = minimumVarianceWeights(matrix, { size, ...(bounds === undefined ? {} : { bounds }) });
    for (const [i, weight] of wanted.entries()) expect(Math.abs(weights[i]! - weight)).toBeLessThan(1e-8);
  });

  it('refuses bounds that leave no room', () => {
    expect(() => minimumVarianceWeights(matrix, { size, bounds: [0.1, 0.1, 0.1, 0.1, 0.1] })).toThrow(/leave room/);
  });

  it('gives a segment with few sales little, and beats equal weights', () => {
    const indexOf = (segment: string, column: number, saleCount: number): MarketIndex => {
      let level = 100;
      return {
        market: { priceKind: 'sold', currency: 'USD' },
        segment,
        points: ROWS.map((row, step) => {
          level *= Math.exp(row[column]!);
          const band = { lower90: level, upper90: level };
          return { month: addMonths('2020-01', step), level, ...band, saleCount, rawMedian: null };
        }),
      };
    };
    const view = portfolioView([indexOf('a', 0, 1), indexOf('b', 1, 30), indexOf('c', 2, 30)]);
    if (view.status !== 'ok') throw new TypeError(view.reason);
    const [thin] = view.positions;
    expect(thin?.weight).toBeLessThanOrEqual(3 / 61 + 1e-9);
    expect(view.positions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10);
    const open = portfolioView([indexOf('a', 0, 30), indexOf('b', 1, 30), indexOf('c', 2, 30)]);
    expect(open.status === 'ok' && open.monthlyDeviation < open.equalWeightDeviation).toBe(true);
    expect(portfolioView([indexOf('a', 0, 1)])).toMatchObject({ status: 'not-enough-data' });
  });
});
