import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conformalBands } from './conformal-band.ts';
import { createRandom } from './random.ts';

describe('conformalBands', () => {
  it('takes the corrected order statistics', () => {
    const scores = Array.from({ length: 99 }, (_, index) => index - 49);
    expect(conformalBands(scores, [0.9])).toEqual([{ confidenceLevel: 0.9, lower: -45, upper: 45 }]);
  });

  it('covers new cases of a lopsided distribution in both tails', () => {
    const random = createRandom(4);
    const draw = (): number => Math.exp(random.normal()) - 1.2;
    const [band] = conformalBands(Array.from({ length: 2000 }, draw), [0.8]);
    const fresh = Array.from({ length: 20_000 }, draw);
    expect(fresh.filter((value) => value < band!.lower).length / 20_000).toBeCloseTo(0.1, 1);
    expect(fresh.filter((value) => value > band!.upper).length / 20_000).toBeCloseTo(0.1, 1);
  });

  it('nests the levels around 0 for any scores', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -100, max: 100 })), (scores) => {
        const bands = conformalBands(scores, [0.9, 0.5, 0.8]);
        expect(bands.map(({ confidenceLevel }) => confidenceLevel)).toEqual([0.5, 0.8, 0.9]);
        bands.forEach((band, index) => {
          const inner = bands[index - 1] ?? { lower: 0, upper: 0 };
          expect(band.lower).toBeLessThanOrEqual(inner.lower);
          expect(band.upper).toBeGreaterThanOrEqual(inner.upper);
        });
      }),
    );
  });
});
