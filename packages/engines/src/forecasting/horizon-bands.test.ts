import { describe, expect, it } from 'vitest';
import { fitNaive } from '../statistics/naive-forecast.ts';
import { createRandom } from '../statistics/random.ts';
import { horizonBands } from './horizon-bands.ts';
import { backtestRollingOrigins } from './rolling-origins.ts';

describe('horizonBands', () => {
  it('covers the future of random walks at every horizon', () => {
    const random = createRandom(21);
    const covered = [0, 0, 0];
    const walks = 400;
    for (let walk = 0; walk < walks; walk++) {
      let level = 0;
      const path = Float64Array.from({ length: 72 }, () => (level += 0.02 * random.normal()));
      const known = path.slice(0, 60);
      const origins = backtestRollingOrigins(
        { known, truth: known },
        { fit: fitNaive, horizon: 12, firstOrigin: 5, maximumOrigins: 60 },
      );
      const [band] = horizonBands(origins, { horizon: 12, levels: [0.8] });
      [0, 5, 11].forEach((step, index) => {
        if (Math.abs(path[60 + step]! - known[59]!) <= band![step]!) covered[index]!++;
      });
    }
    for (const count of covered) {
      expect(count / walks).toBeGreaterThan(0.72);
      expect(count / walks).toBeLessThan(0.88);
    }
  });

  it('sees no later value at any origin', () => {
    const known = Float64Array.from([1, 2, 3, 4, 5, 6, 7]);
    const seen: number[] = [];
    backtestRollingOrigins(
      { known, truth: known },
      {
        fit: (series) => {
          seen.push(series.at(-1)!);
          return fitNaive(series);
        },
        horizon: 2,
        firstOrigin: 2,
        maximumOrigins: 10,
      },
    );
    expect(seen).toEqual([3, 4, 5, 6]);
  });
});
