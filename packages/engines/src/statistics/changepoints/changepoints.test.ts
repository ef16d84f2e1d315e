import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { findLevelShifts } from './level-shifts.ts';
import { findChangepoints } from './pelt.ts';
import { meanShiftCost, type SegmentCost } from './segment-cost.ts';

/** The cheapest of all partitions, each of them tried. */
function bruteForce(segments: SegmentCost, penalty: number, minimumLength: number): number {
  const cheapest = (from: number): number => {
    let best = segments.cost(from, segments.length);
    for (let to = from + minimumLength; to + minimumLength <= segments.length; to++) {
      best = Math.min(best, segments.cost(from, to) + penalty + cheapest(to));
    }
    return best;
  };
  return cheapest(0);
}

describe('findChangepoints', () => {
  it('is as good as trying every partition', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 13 }),
        fc.double({ min: 0.5, max: 40, noNaN: true }),
        fc.integer({ min: 1, max: 4 }),
        (series, penalty, minimumLength) => {
          const segments = meanShiftCost(series, { variance: 2 });
          const found = findChangepoints(segments, { penalty, minimumLength });
          expect(found.cost).toBeCloseTo(bruteForce(segments, penalty, minimumLength), 6);
          const bounds = [0, ...found.changepoints, series.length];
          let cost = penalty * found.changepoints.length;
          for (let at = 0; at + 1 < bounds.length; at++) cost += segments.cost(bounds[at]!, bounds[at + 1]!);
          expect(cost).toBeCloseTo(found.cost, 6);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('findLevelShifts', () => {
  const noisy = (seed: number, options: { shift: number; persistence?: number }): Float64Array => {
    const random = createRandom(seed);
    let carried = 0;
    return Float64Array.from({ length: 60 }, (_, t) => {
      carried = (options.persistence ?? 0) * carried + random.normal();
      return (t < 30 ? 0 : options.shift) + carried;
    });
  };

  it('finds a shift of three deviations where it is, and seldom one that is not there', () => {
    let found = 0;
    let invented = 0;
    let inventedUnderPersistence = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const shifts = findLevelShifts(noisy(seed, { shift: 3 }));
      if (shifts.some(({ index, after, before }) => Math.abs(index - 30) <= 1 && after > before)) found++;
      if (findLevelShifts(noisy(seed, { shift: 0 })).length > 0) invented++;
      if (findLevelShifts(noisy(seed, { shift: 0, persistence: 0.6 })).length > 0) inventedUnderPersistence++;
    }
    expect(found / 200).toBeGreaterThan(0.9);
    expect(invented / 200).toBeLessThan(0.1);
    expect(inventedUnderPersistence / 200).toBeLessThan(0.25);
  });

  it('says nothing of short or constant series', () => {
    expect(findLevelShifts([1, 1, 9, 9])).toEqual([]);
    expect(findLevelShifts(new Float64Array(30))).toEqual([]);
  });
});
