import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../statistics/random.ts';
import { createStreamDetector } from './stream-detector.ts';

function scoresOf(values: readonly number[]): readonly number[] {
  const detector = createStreamDetector();
  return values.map((value, row) => detector.next({ timestamp: row * 300_000, value }));
}

function daily(length: number, seed: number): number[] {
  const random = createRandom(seed);
  return Array.from({ length }, (_, row) => 50 + 20 * Math.sin((2 * Math.PI * row) / 144) + 2 * random.normal());
}

describe('createStreamDetector', () => {
  it('finds a planted spike of some length, and is calm before it', () => {
    const values = daily(1_500, 3);
    for (let row = 1_200; row < 1_230; row++) values[row] = values[row]! + 120;
    const scores = scoresOf(values);
    const best = scores.indexOf(Math.max(...scores.slice(400)), 400);
    expect(best).toBeGreaterThanOrEqual(1_200);
    expect(best).toBeLessThan(1_260);
    expect(scores.slice(600, 1_200).filter((score) => score >= 0.5)).toHaveLength(0);
  });

  it('never looks ahead: the scores of a prefix are the first scores of the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(Number.NaN)), {
          minLength: 1,
          maxLength: 400,
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const length = Math.floor(share * values.length);
          expect(scoresOf(values.slice(0, length))).toEqual(scoresOf(values).slice(0, length));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('answers in [0, 1] whatever comes: constants, missing values, huge steps', () => {
    const streams = [
      Array.from({ length: 900 }, () => 7),
      Array.from({ length: 900 }, (_, row) => (row % 3 === 0 ? Number.NaN : row)),
      Array.from({ length: 900 }, (_, row) => (row < 450 ? 1e-12 : 1e12)),
      Array.from({ length: 900 }, () => Number.POSITIVE_INFINITY),
    ];
    for (const scores of streams.map(scoresOf)) {
      for (const score of scores) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
    }
  });
});
