import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

const draw = (count: number, next: () => number): number[] => Array.from({ length: count }, next);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const moment = (values: readonly number[], power: number): number => mean(values.map((value) => value ** power));

describe('createRandom', () => {
  it('gives the same stream for the same seed and another for another', () => {
    const first = createRandom(7);
    const second = createRandom(7);
    const other = createRandom(8);
    const stream = draw(50, first.uniform);
    expect(draw(50, second.uniform)).toEqual(stream);
    expect(draw(50, other.uniform)).not.toEqual(stream);
  });

  it('has the moments of its distributions', () => {
    const random = createRandom(1);
    const uniform = draw(40_000, random.uniform);
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...uniform)).toBeLessThan(1);
    expect(mean(uniform)).toBeCloseTo(0.5, 2);
    const normal = draw(40_000, random.normal);
    expect(Math.abs(mean(normal))).toBeLessThan(0.02);
    expect(moment(normal, 2)).toBeCloseTo(1, 1);
    expect(moment(normal, 4)).toBeCloseTo(3, 0);
    // The 97.5 % point of t with 4 degrees of freedom is 2.776.
    const outside = draw(40_000, () => random.studentT(4)).filter((value) => Math.abs(value) > 2.776).length;
    expect(outside / 40_000).toBeGreaterThan(0.045);
    expect(outside / 40_000).toBeLessThan(0.055);
  });

  it('chooses by weight', () => {
    const random = createRandom(3);
    const counts = { a: 0, b: 0, c: 0 };
    for (let i = 0; i < 10_000; i++) counts[random.choice(['a', 'b', 'c'] as const, [1, 0, 3])]++;
    expect(counts.b).toBe(0);
    expect(counts.c / counts.a).toBeGreaterThan(2.7);
    expect(counts.c / counts.a).toBeLessThan(3.3);
  });

  it('keeps every item when it shuffles', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const shuffled = createRandom(seed).shuffle(items);
        expect([...shuffled].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
      }),
    );
  });
});
