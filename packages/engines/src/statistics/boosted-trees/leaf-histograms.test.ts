import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { binRows, chooseBins } from './bin-features.ts';
import { chooseGradientPacking } from './gradient-packing.ts';
import { histogramScratch, leafHistograms } from './leaf-histograms.ts';
import type { TreeFeature } from './tree-features.ts';

function made(rowCount: number, featureCount: number, seed: number) {
  const random = createRandom(seed);
  const features: TreeFeature[] = Array.from({ length: featureCount }, (_, index) => ({
    name: `x${index}`,
    kind: 'numeric',
    values: Float64Array.from({ length: rowCount }, () =>
      random.uniform() < 0.1 ? Number.NaN : random.integer(3 + 90 * index),
    ),
  }));
  const bins = features.map(chooseBins);
  return { random, bins, binned: binRows(features, bins, rowCount) };
}

describe('leafHistograms', () => {
  it('sums what a plain count sums, packed or in pairs, also after subtraction, for any number of features', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer(),
        (featureCount, rowCount, seed) => {
          const { random, binned } = made(rowCount, featureCount, seed);
          const gradients = Float64Array.from({ length: rowCount }, () => random.normal());
          const rows = Uint32Array.from({ length: rowCount }, (_, row) => row);
          const middle = random.integer(rowCount + 1);
          const packing = chooseGradientPacking(gradients, rows);
          // Each row is rounded by at most half a step; a plain sum of floats has its own error of the same order.
          const tolerance = 1e-12 * rowCount + (packing === null ? 0 : (0.5 * rowCount) / packing.scale);
          for (const weights of [null, Float64Array.from({ length: rowCount }, () => random.integer(4))]) {
            const histograms = leafHistograms(binned, { rows, gradients, weights, scratch: histogramScratch(binned) });
            const whole = histograms.build({ rows, from: 0, to: rowCount });
            const child = histograms.build({ rows, from: 0, to: middle });
            const sibling = histograms.pairs(histograms.sibling(whole, child));
            binned.columns.forEach((column, feature) => {
              const wanted = new Float64Array(2 * 255);
              for (let row = middle; row < rowCount; row++) {
                wanted[2 * column[row]!]! += gradients[row]!;
                wanted[2 * column[row]! + 1]! += weights === null ? 1 : weights[row]!;
              }
              const start = 2 * binned.starts[feature]!;
              for (let place = 0; place < 2 * binned.starts[feature + 1]! - start; place++) {
                const got = sibling[start + place]!;
                expect(Math.abs(got - wanted[place]!)).toBeLessThanOrEqual(tolerance);
                if (weights === null && place % 2 === 1) expect(got).toBe(wanted[place]);
              }
            });
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('chooseGradientPacking', () => {
  const all = (length: number) => Uint32Array.from({ length }, (_, row) => row);

  it('leaves gradients unpacked whose largest would round the others away', () => {
    const calm = Float64Array.from({ length: 200_000 }, (_, row) => Math.sin(row));
    expect(chooseGradientPacking(calm, all(200_000))).not.toBeNull();
    const wild = calm.slice();
    wild[0] = 1e9;
    expect(chooseGradientPacking(wild, all(200_000))).toBeNull();
    const few = calm.slice(0, 1_000);
    few[0] = 1e15;
    expect(chooseGradientPacking(few, all(1_000))).toBeNull();
    expect(chooseGradientPacking(new Float64Array(10), all(10))).toBeNull();
  });

  it('keeps the largest possible sums below 2^53, so that they are exact', () => {
    for (const rowCount of [1, 2, 3, 1_000, 100_000]) {
      for (const size of [1e-8, 0.9, 1, 1.1, 1e8]) {
        const packing = chooseGradientPacking(new Float64Array(rowCount).fill(size), all(rowCount))!;
        const ofOne = packing.unit + Math.floor(size * packing.scale + 0.5);
        expect(rowCount * ofOne).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
        expect(rowCount * Math.floor(size * packing.scale + 0.5)).toBeLessThan(packing.unit / 2);
      }
    }
  });
});
