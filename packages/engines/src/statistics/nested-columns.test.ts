import { describe, expect, it } from 'vitest';
import { choleskyFactor, choleskySolve } from './cholesky.ts';
import { updateEffectVariance } from './effect-variance.ts';
import { nestedPrecisions, solveNested } from './nested-columns.ts';
import { createRandom } from './random.ts';

/** An intercept, 5 parents, 20 children and 60 grandchildren; some rows end half-way down. */
function treeOfRows(rowCount: number, seed: number) {
  const random = createRandom(seed);
  const columnCount = 86;
  const parents = Int32Array.from({ length: columnCount }, (_, j) =>
    j === 0 ? -1 : j < 6 ? 0 : j < 26 ? 1 + ((j - 6) % 5) : 6 + ((j - 26) % 20),
  );
  const rows = Array.from({ length: rowCount }, () => {
    let column = 26 + random.integer(60);
    while (column > 5 && random.uniform() < 0.1) column = parents[column]!;
    const path: number[] = [];
    for (; column >= 0; column = parents[column]!) path.push(column);
    return { path, weight: 5 * random.uniform() };
  });
  const penalties = Float64Array.from({ length: columnCount }, (_, j) => (j === 0 ? 0 : j < 6 ? 2 : j < 26 ? 10 : 30));
  const normal = new Float64Array(columnCount * columnCount);
  const squares = new Float64Array(columnCount);
  for (const { path, weight } of rows) {
    for (const i of path) {
      squares[i]! += weight;
      for (const j of path) normal[i * columnCount + j]! += weight;
    }
  }
  for (let j = 0; j < columnCount; j++) normal[j * columnCount + j]! += penalties[j]!;
  const nested = { parents, isNested: new Uint8Array(columnCount).fill(1) };
  return { columnCount, squares, penalties, nested, factor: choleskyFactor(normal, columnCount) };
}

describe('nested columns', () => {
  const tree = treeOfRows(900, 4);

  it('are solved as by a dense factorisation', () => {
    const random = createRandom(5);
    const right = Float64Array.from({ length: tree.columnCount }, () => random.normal());
    const solved = new Float64Array(tree.columnCount);
    solveNested(tree.squares, tree)(right, solved);
    const dense = Float64Array.from(right);
    choleskySolve(tree.factor, dense);
    for (let j = 0; j < tree.columnCount; j++) expect(solved[j]).toBeCloseTo(dense[j]!, 9);
  });

  it('are known as precisely as the diagonal of the inverse says', () => {
    const precisions = nestedPrecisions(tree.squares, tree);
    for (let j = 0; j < tree.columnCount; j++) {
      const unit = new Float64Array(tree.columnCount);
      unit[j] = 1;
      choleskySolve(tree.factor, unit);
      expect(precisions[j]! + tree.penalties[j]!).toBeCloseTo(1 / unit[j]!, 6);
    }
  });

  it('tell the variances of parents and children apart', () => {
    const random = createRandom(6);
    const [parentCount, childCount, perChild] = [300, 2, 60];
    const truth = { parent: 0.3, child: 0.2, noise: 0.5 };
    const children = parentCount * childCount;
    const parents = Int32Array.from({ length: parentCount + children }, (_, j) =>
      j < parentCount ? -1 : Math.floor((j - parentCount) / childCount),
    );
    const nested = { parents, isNested: new Uint8Array(parents.length).fill(1) };
    const ofParent = Float64Array.from({ length: parentCount }, () => truth.parent * random.normal());
    const sums = Float64Array.from({ length: children }, (_, child) => {
      let sum = 0;
      const level = ofParent[Math.floor(child / childCount)]! + truth.child * random.normal();
      for (let k = 0; k < perChild; k++) sum += level + truth.noise * random.normal();
      return sum;
    });
    const weight = 1 / truth.noise ** 2;
    const squares = Float64Array.from(parents, (_, j) => weight * perChild * (j < parentCount ? childCount : 1));
    const estimate = (precisionsOf: (penalties: Float64Array) => Float64Array): readonly [number, number] => {
      let variances: readonly [number, number] = [0.1, 0.1];
      for (let step = 0; step < 60; step++) {
        const penalties = Float64Array.from(parents, (_, j) => 1 / variances[j < parentCount ? 0 : 1]!);
        const right = new Float64Array(parents.length);
        sums.forEach((sum, child) => {
          right[parentCount + child] = weight * sum;
          right[parents[parentCount + child]!]! += weight * sum;
        });
        const effects = new Float64Array(parents.length);
        solveNested(squares, { penalties, nested })(right, effects);
        const precisions = precisionsOf(penalties);
        const update = (from: number, to: number, variance: number): number =>
          updateEffectVariance(effects.subarray(from, to), { dataPrecision: precisions.subarray(from, to), variance });
        variances = [update(0, parentCount, variances[0]), update(parentCount, parents.length, variances[1])];
      }
      return variances;
    };
    const [parent, child] = estimate((penalties) => nestedPrecisions(squares, { penalties, nested }));
    expect(Math.abs(Math.sqrt(child) - truth.child)).toBeLessThan(0.03);
    // Counting rows takes parents for known however much their children differ, and so finds them more alike.
    const [taken] = estimate(() => squares);
    expect(Math.abs(Math.sqrt(parent) - truth.parent)).toBeLessThan(0.03);
    expect(Math.sqrt(taken)).not.toBeCloseTo(Math.sqrt(parent), 4);
  });
});
