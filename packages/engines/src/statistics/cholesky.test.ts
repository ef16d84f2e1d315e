import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choleskyFactor, choleskySolve, choleskySolveMany } from './cholesky.ts';
import { createRandom } from './random.ts';

/** A symmetric positive definite matrix: a random one times its transpose, with something on the diagonal. */
function matrixOf(size: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const root = Float64Array.from({ length: size * size }, () => random.normal());
  return Float64Array.from({ length: size * size }, (_, place) => {
    const [i, j] = [Math.floor(place / size), place % size];
    let sum = i === j ? 0.5 : 0;
    for (let k = 0; k < size; k++) sum += root[i * size + k]! * root[j * size + k]!;
    return sum;
  });
}

describe('choleskySolve', () => {
  it('solves what it was given, one side or many', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(1000),
        (size, count, seed) => {
          const matrix = matrixOf(size, seed);
          const factor = choleskyFactor(matrix, size);
          const random = createRandom(seed + 1);
          const truth = Float64Array.from({ length: size * count }, () => random.normal());
          const sides = new Float64Array(size * count);
          for (let i = 0; i < size; i++) {
            for (let j = 0; j < size; j++) {
              for (let side = 0; side < count; side++) {
                sides[i * count + side] = sides[i * count + side]! + matrix[i * size + j]! * truth[j * count + side]!;
              }
            }
          }
          const first = Float64Array.from({ length: size }, (_, i) => sides[i * count]!);
          choleskySolve(factor, first);
          choleskySolveMany(factor, sides, { size, count });
          for (let i = 0; i < size; i++) {
            expect(first[i]!).toBeCloseTo(truth[i * count]!, 5);
            for (let side = 0; side < count; side++)
              expect(sides[i * count + side]!).toBeCloseTo(truth[i * count + side]!, 5);
          }
        },
      ),
    );
  });
});
