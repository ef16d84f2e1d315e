import { describe, expect, it } from 'vitest';
import { DEMO_PRESET } from './demo-preset.ts';
import { HARD_PRESET } from './hard-preset.ts';
import { drawIndexPaths, type IndexTruth } from './index-path.ts';

const SEEDS = Array.from({ length: 120 }, (_, seed) => seed);

const HARD_PATHS = SEEDS.map((seed) => drawIndexPaths(HARD_PRESET, { seed, firstMonth: '2020-01', months: 60 }));

function growth(paths: IndexTruth, segment: string): readonly number[] {
  const path = paths.get(segment) ?? [];
  return path.slice(1).map((point, index) => point.logLevel - (path[index]?.logLevel ?? 0));
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const sum = (f: (index: number) => number): number => a.reduce((total, _, index) => total + f(index), 0);
  const covariance = sum((index) => ((a[index] ?? 0) - meanA) * ((b[index] ?? 0) - meanB));
  const varianceA = sum((index) => ((a[index] ?? 0) - meanA) ** 2);
  return covariance / Math.sqrt(varianceA * sum((index) => ((b[index] ?? 0) - meanB) ** 2));
}

/** Mean over the seeds of the correlation of `follower` with `leader` `lag` months before. */
function meanCorrelation(pair: { readonly leader: string; readonly follower: string; readonly lag: number }): number {
  const correlations = HARD_PATHS.map((paths) => {
    const leader = growth(paths, pair.leader);
    const follower = growth(paths, pair.follower);
    return correlation(leader.slice(0, leader.length - pair.lag), follower.slice(pair.lag));
  });
  return correlations.reduce((sum, value) => sum + value, 0) / correlations.length;
}

describe('index paths of the hard preset', () => {
  it('let the Cayman follow the 911 two months later with correlation 0.5', () => {
    expect(meanCorrelation({ leader: 'porsche/911', follower: 'porsche/cayman', lag: 2 })).toBeCloseTo(0.5, 1);
    expect(Math.abs(meanCorrelation({ leader: 'porsche/911', follower: 'porsche/cayman', lag: 0 }))).toBeLessThan(0.05);
    expect(Math.abs(meanCorrelation({ leader: 'porsche/cayman', follower: 'porsche/911', lag: 2 }))).toBeLessThan(0.05);
  });

  it('let every other pair walk independently', () => {
    for (const lag of [0, 1, 2]) {
      const others = meanCorrelation({ leader: 'porsche/911', follower: 'porsche/macan', lag });
      expect(Math.abs(others)).toBeLessThan(0.05);
    }
  });

  it('drift by a tenth of a per cent a month', () => {
    const all = HARD_PATHS.flatMap((paths) => growth(paths, 'porsche/macan'));
    const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
    expect(Math.abs(mean - HARD_PRESET.monthlyDrift)).toBeLessThan(0.0006);
  });
});

describe('index paths', () => {
  it('start at 0 and give every segment and its parents each month once', () => {
    const paths = drawIndexPaths(DEMO_PRESET, { seed: 4, firstMonth: '2023-11', months: 5 });
    for (const path of paths.values()) {
      expect(path.map((point) => point.month)).toEqual(['2023-11', '2023-12', '2024-01', '2024-02', '2024-03']);
      expect(path[0]?.logLevel).toBe(0);
    }
    expect([...paths.keys()]).toEqual(expect.arrayContaining(['porsche', 'porsche/911', 'porsche/911/993/turbo']));
  });
});
