import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { evaluateForecasts, type JudgedSeries } from './evaluate-forecasts.ts';
import { coverage, intervalScore, pinballLoss } from './interval-scores.ts';
import { meanAbsoluteError, seasonalScale, symmetricPercentageError } from './point-errors.ts';

const FILE = resolve(import.meta.dirname, '../../../../../../shared/data/m3_monthly.json.gz');

interface CompetitionSeries {
  readonly train: readonly number[];
  readonly test: readonly number[];
  readonly published: Readonly<Record<string, readonly number[]>>;
}

describe('point errors', () => {
  it('computes the measures by hand', () => {
    expect(symmetricPercentageError([110, 90], { actual: [100, 100] })).toBeCloseTo(
      (200 * (10 / 210 + 10 / 190)) / 2,
      12,
    );
    expect(symmetricPercentageError([0], { actual: [0] })).toBe(0);
    expect(symmetricPercentageError([5], { actual: [-5] })).toBe(200);
    expect(symmetricPercentageError([], { actual: [1] })).toBeNaN();
    expect(meanAbsoluteError([1, 5], { actual: [2, 2] })).toBe(2);
    expect(seasonalScale([1, 2, 4, 8], { season: 2 })).toBe(4.5);
    expect(seasonalScale([1, 2, 4], { season: 12 })).toBe(1.5);
    expect(seasonalScale([3, 3, 3], { season: 1 })).toBeNaN();
  });
});

describe('interval scores', () => {
  const intervals = { lower: [0, 0, 0], upper: [10, 10, 10] };

  it('counts the ends as inside and charges a miss by its distance', () => {
    expect(coverage(intervals, { actual: [0, 10, 11] })).toBeCloseTo(2 / 3, 12);
    expect(intervalScore(intervals, { actual: [5, 12, -1], level: 0.8 })).toBeCloseTo(10 + (10 * 2 + 10 * 1) / 3, 12);
    expect(pinballLoss([10, 10], { actual: [12, 5], probability: 0.9 })).toBeCloseTo((0.9 * 2 + 0.1 * 5) / 2, 12);
  });
});

describe('evaluateForecasts', () => {
  const series: JudgedSeries = { train: [1, 3, 2, 5], actual: [4, 6], reference: [5, 5] };

  it('charges a refusal twice the error of the reference', () => {
    const refused = evaluateForecasts([series], { season: 1 });
    expect(refused).toMatchObject({ seriesCount: 1, answeredCount: 0, owa: 2 });
    const asReference = evaluateForecasts([{ ...series, answer: { point: series.reference } }], { season: 1 });
    expect(asReference).toMatchObject({ answeredCount: 1, owa: 1 });
    expect(refused.smape).toBeCloseTo(2 * asReference.smape, 12);
  });

  it('reports intervals of the answered series alone', () => {
    const answer = { point: [5, 5], intervals: new Map([[0.8, { lower: [4, 4], upper: [6, 5.5] }]]) };
    const { intervals } = evaluateForecasts([series, { ...series, answer }], { season: 1, levels: [0.8] });
    expect(intervals).toEqual([{ level: 0.8, coverage: 0.5, msis: expect.closeTo((1.75 + (10 * 0.5) / 2) / 2, 12) }]);
  });

  it.skipIf(!existsSync(FILE))('reproduces the published figures of three methods (needs ../shared/data)', () => {
    const all = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as readonly CompetitionSeries[];
    const evaluate = (method: string) =>
      evaluateForecasts(
        all.map(({ train, test, published }) => ({
          train,
          actual: test,
          reference: published['NAIVE2']!,
          answer: { point: published[method]! },
        })),
        { season: 12 },
      );
    const naive = evaluate('NAIVE2');
    const rounded = (value: number): number => Number(value.toFixed(3));
    for (const [method, smape, mase, owa] of [
      ['THETA', 13.6, 0.842, 0.833],
      ['ForecastPro', 13.75, 0.842, 0.838],
      ['COMB S-H-D', 14.083, 0.878, 0.866],
    ] as const) {
      const accuracy = evaluate(method);
      expect([rounded(accuracy.smape), rounded(accuracy.mase)], method).toEqual([smape, mase]);
      // The published OWA is the ratio of figures rounded before: unrounded, ForecastPro stands at 0.8375.
      const ofRounded = (smape / rounded(naive.smape) + mase / rounded(naive.mase)) / 2;
      expect(rounded(ofRounded), method).toBe(owa);
      expect(Math.abs(accuracy.owa - owa), method).toBeLessThan(0.001);
    }
  });
});
