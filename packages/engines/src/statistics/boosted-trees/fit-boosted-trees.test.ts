import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { boostedTreesFromPayload } from './boosted-trees.ts';
import { fitBoostedTrees } from './fit-boosted-trees.ts';
import type { TreeFeature } from './tree-features.ts';

const numeric = (name: string, values: ArrayLike<number>, monotone: -1 | 0 | 1 = 0): TreeFeature => ({
  name,
  kind: 'numeric',
  values,
  monotone,
});

/** Three numbers, one category; a surface with a bend, an interaction and a category, and noise. */
function planted(rowCount: number, seed: number) {
  const random = createRandom(seed);
  const effects = createRandom(3);
  const ofCode = Array.from({ length: 30 }, () => effects.normal());
  const x = Array.from({ length: 3 }, () => Float64Array.from({ length: rowCount }, () => random.normal()));
  const code = Float64Array.from({ length: rowCount }, () => random.integer(30));
  const truth = Float64Array.from(
    { length: rowCount },
    (_, row) => 0.5 * Math.abs(x[0]![row]!) - x[1]![row]! * (x[2]![row]! > 0 ? 1 : 0) + ofCode[code[row]!]!,
  );
  const target = truth.map((value) => value + 0.1 * random.normal());
  const features: TreeFeature[] = [
    ...x.map((values, index) => numeric(`x${index}`, values)),
    { name: 'code', kind: 'categorical', values: code },
  ];
  return { features, target, truth, columns: [...x, code] };
}

const rootMeanSquare = (left: Float64Array, right: Float64Array): number =>
  Math.sqrt(left.reduce((sum, value, row) => sum + (value - right[row]!) ** 2, 0) / left.length);

describe('fitBoostedTrees', () => {
  it.each(['squared', 'l1', { huber: 0.2 }] as const)('recovers a planted surface with loss %j', (loss) => {
    const { features, target } = planted(6_000, 1);
    const fresh = planted(2_000, 2);
    const { trees } = fitBoostedTrees({ features, target }, { loss, treeCount: 300 });
    expect(rootMeanSquare(trees.predict(fresh.columns), fresh.truth)).toBeLessThan(0.2);
  });

  it('makes the first split where brute force makes it', () => {
    const random = createRandom(8);
    const values = Array.from({ length: 3 }, () => Float64Array.from({ length: 60 }, () => random.normal()));
    const target = Float64Array.from({ length: 60 }, () => random.normal());
    const squares = (rows: readonly number[]): number => {
      const mean = rows.reduce((sum, row) => sum + target[row]!, 0) / rows.length;
      return rows.reduce((sum, row) => sum + (target[row]! - mean) ** 2, 0);
    };
    const all = Array.from(target.keys());
    let best = { cost: Number.POSITIVE_INFINITY, left: '' };
    for (const column of values) {
      for (const bound of column) {
        const left = all.filter((row) => column[row]! <= bound);
        const right = all.filter((row) => column[row]! > bound);
        if (left.length < 5 || right.length < 5) continue;
        const cost = squares(left) + squares(right);
        if (cost < best.cost - 1e-12) best = { cost, left: left.join() };
      }
    }
    const { trees } = fitBoostedTrees(
      { features: values.map((column, index) => numeric(`x${index}`, column)), target },
      { treeCount: 1, maximumLeaves: 2, learningRate: 1, minimumLeafRows: 5 },
    );
    const predicted = trees.predict(values);
    const groups = new Map<number, number[]>();
    for (const row of all) groups.set(predicted[row]!, [...(groups.get(predicted[row]!) ?? []), row]);
    expect(groups.size).toBe(2);
    expect([...groups.values()].map((rows) => rows.join())).toContain(best.left);
    for (const [value, rows] of groups) {
      expect(value).toBeCloseTo(rows.reduce((sum, row) => sum + target[row]!, 0) / rows.length, 9);
    }
  });

  it('covers the share that a quantile asks for, on rows it has not seen', () => {
    const { features, target } = planted(8_000, 4);
    const fresh = planted(4_000, 5);
    for (const probability of [0.1, 0.5, 0.9]) {
      const { trees } = fitBoostedTrees(
        { features, target },
        { loss: { quantile: probability }, treeCount: 100, minimumLeafRows: 60, maximumLeaves: 15 },
      );
      const predicted = trees.predict(fresh.columns);
      const below = fresh.target.filter((value, row) => value <= predicted[row]!).length / fresh.target.length;
      expect(Math.abs(below - probability)).toBeLessThan(0.06);
    }
  });

  it('keeps monotone features monotone in 100,000 perturbations, for every loss', () => {
    const random = createRandom(6);
    const rowCount = 3_000;
    const up = Float64Array.from({ length: rowCount }, () => random.normal());
    const down = Float64Array.from({ length: rowCount }, () => random.normal());
    const free = Float64Array.from({ length: rowCount }, () => random.normal());
    const target = up.map(
      (value, row) => Math.sin(2 * value) - Math.cos(3 * down[row]!) + value * free[row]! + 0.3 * random.normal(),
    );
    let violations = 0;
    for (const loss of ['squared', 'l1', { huber: 0.1 }, { quantile: 0.8 }] as const) {
      const { trees } = fitBoostedTrees(
        { features: [numeric('up', up, 1), numeric('down', down, -1), numeric('free', free)], target },
        { loss, treeCount: 60, minimumLeafRows: 5 },
      );
      for (let trial = 0; trial < 25_000; trial++) {
        const car = [random.normal(), random.normal(), random.normal()];
        const before = trees.predictRow(car);
        const feature = random.integer(2);
        car[feature] = car[feature]! + Math.abs(random.normal());
        const change = trees.predictRow(car) - before;
        if ((feature === 0 ? change : -change) < -1e-12) violations++;
      }
    }
    expect(violations).toBe(0);
  });

  it('learns where missing values belong', () => {
    const random = createRandom(7);
    const values = Float64Array.from({ length: 2_000 }, () => (random.uniform() < 0.3 ? Number.NaN : random.normal()));
    const target = values.map((value) => (Number.isNaN(value) ? 3 : value));
    const { trees } = fitBoostedTrees({ features: [numeric('x', values)], target }, { treeCount: 100 });
    expect(trees.predictRow([Number.NaN])).toBeCloseTo(3, 1);
    expect(trees.predictRow([0])).toBeCloseTo(0, 0);
  });

  it('does better with categories than with their codes as numbers', () => {
    const { features, target } = planted(3_000, 9);
    const fresh = planted(2_000, 10);
    const asNumbers = features.map(({ name, values }) => numeric(name, values));
    const options = { treeCount: 60, maximumLeaves: 8 };
    const categorical = fitBoostedTrees({ features, target }, options).trees.predict(fresh.columns);
    const ordinal = fitBoostedTrees({ features: asNumbers, target }, options).trees.predict(fresh.columns);
    expect(rootMeanSquare(categorical, fresh.truth)).toBeLessThan(0.9 * rootMeanSquare(ordinal, fresh.truth));
  });

  it('learns the other rows where one target is wild', () => {
    const { features, target, columns } = planted(3_000, 20);
    const wild = target.slice();
    wild[7] = 1e12;
    // The wild row keeps a leaf and its neighbours to itself; most others must not notice.
    const plain = fitBoostedTrees({ features, target }, { loss: 'l1', treeCount: 60 }).trees.predict(columns);
    const robust = fitBoostedTrees({ features, target: wild }, { loss: 'l1', treeCount: 60 }).trees.predict(columns);
    const close = plain.filter((value, row) => Math.abs(value - robust[row]!) < 0.3).length;
    expect(close / plain.length).toBeGreaterThan(0.95);
  });

  it('gives rare codes, beyond those it can tell apart, the direction that it learnt for missing ones', () => {
    const random = createRandom(18);
    const rare = (row: number): boolean => row % 10 === 0;
    const code = Float64Array.from({ length: 8_000 }, (_, row) => (rare(row) ? 300 + row : random.integer(254)));
    const target = code.map((value) => (value >= 300 ? 5 : 0) + 0.1 * random.normal());
    const { trees } = fitBoostedTrees({ features: [{ name: 'code', kind: 'categorical', values: code }], target });
    const stored = boostedTreesFromPayload(JSON.parse(JSON.stringify(trees.toPayload())));
    for (const fitted of [trees, stored]) {
      // 300 and 310 were seen once each, 999,999 never.
      for (const given of [300, 310, 999_999, -1, Number.NaN]) expect(fitted.predictRow([given])).toBeCloseTo(5, 1);
      expect(fitted.predictRow([17])).toBeCloseTo(0, 0);
    }
  });

  it('predicts the same bits row by row and all at once', () => {
    const { features, target, columns } = planted(2_500, 19);
    // Missing values that belong to the low side of one feature and to the high side of another.
    columns[0]!.forEach((value, row) => {
      if (value < -1) columns[0]![row] = Number.NaN;
    });
    columns[1]!.forEach((value, row) => {
      if (value > 1) columns[1]![row] = Number.NaN;
    });
    const { trees } = fitBoostedTrees({ features, target }, { treeCount: 30 });
    expect(new Set(trees.toPayload().missingLeft).size).toBe(2);
    const together = trees.predict(columns);
    target.forEach((_, row) => expect(trees.predictRow(columns.map((column) => column[row]!))).toBe(together[row]));
    expect(() => trees.predict(columns.slice(1))).toThrow('3 columns were given');
    expect(() => trees.predict([...columns.slice(0, 3), [1]])).toThrow('Column code has 1 values');
  });

  it('treats an unseen category as missing and does not fail on it', () => {
    const { features, target } = planted(500, 11);
    const { trees } = fitBoostedTrees({ features, target }, { treeCount: 20 });
    expect(trees.predictRow([0, 0, 0, 999])).toBe(trees.predictRow([0, 0, 0, 998]));
  });

  it('counts a weight of two as the row twice', () => {
    const { features, target } = planted(400, 12);
    const twice = features.map((feature) => ({
      ...feature,
      values: Array.from(feature.values).concat(Array.from(feature.values)),
    }));
    const options = { treeCount: 10, minimumLeafRows: 10, maximumLeaves: 6 };
    const weighted = fitBoostedTrees({ features, target, weights: target.map(() => 2) }, options).trees;
    const doubled = fitBoostedTrees({ features: twice, target: [...target, ...target] }, options).trees;
    for (const row of [
      [0, 0, 0, 1],
      [1, -1, 0.5, 7],
      [-2, 0.1, -1, 20],
    ]) {
      expect(weighted.predictRow(row)).toBeCloseTo(doubled.predictRow(row), 9);
    }
  });

  it('takes true Newton steps on yes and no: the errors of a leaf over its curvature', () => {
    const values = Float64Array.from({ length: 200 }, (_, row) => (row < 100 ? 0 : 1));
    const target = Float64Array.from(values, (value, row) => ((value === 0 ? row % 10 === 0 : row % 10 !== 0) ? 1 : 0));
    const features = [{ name: 'side', kind: 'numeric' as const, values }];
    const options = { loss: 'logistic', maximumLeaves: 2, minimumLeafRows: 1, learningRate: 1 } as const;
    // At odds of one half the curvature is a quarter: (0.1 - 0.5) / 0.25.
    const first = fitBoostedTrees({ features, target }, { ...options, treeCount: 1 }).trees;
    expect(first.predictRow([0])).toBeCloseTo(-1.6, 9);
    const p = 1 / (1 + Math.exp(1.6));
    const second = fitBoostedTrees({ features, target }, { ...options, treeCount: 2 }).trees;
    expect(second.predictRow([0])).toBeCloseTo(-1.6 + (0.1 - p) / (p * (1 - p)), 9);
    const many = fitBoostedTrees({ features, target }, { ...options, treeCount: 20 }).trees;
    expect(many.predictRow([1])).toBeCloseTo(Math.log(9), 6);
  });

  it('leaves rows of weight 0 out', () => {
    const { features, target } = planted(600, 13);
    const wild = target.map((value, row) => (row % 3 === 0 ? 1_000 : value));
    const weights = target.map((_, row) => (row % 3 === 0 ? 0 : 1));
    for (const loss of ['squared', 'l1'] as const) {
      const { trees } = fitBoostedTrees({ features, target: wild, weights }, { loss, treeCount: 30 });
      expect(Math.max(...trees.predict(features.map(({ values }) => values)))).toBeLessThan(20);
    }
  });

  it('stops early where nothing is left to learn, and keeps the best', () => {
    const random = createRandom(14);
    const values = Float64Array.from({ length: 1_000 }, () => random.normal());
    const target = values.map(() => random.normal());
    const fitted = fitBoostedTrees(
      { features: [numeric('x', values)], target },
      { treeCount: 500, earlyStopping: { share: 0.2, patience: 10 } },
    );
    expect(fitted.heldOutLosses.length).toBeLessThan(200);
    expect(fitted.trees.treeCount).toBeLessThan(fitted.heldOutLosses.length);
  });

  it('gives the same bytes for the same seed, others for another, and the same trees after a way through JSON', () => {
    const { features, target, columns } = planted(800, 15);
    const fit = (seed: number) =>
      fitBoostedTrees({ features, target }, { seed, treeCount: 20, rowShare: 0.7, featureShare: 0.5 }).trees;
    const first = fit(1);
    const text = JSON.stringify(first.toPayload());
    expect(JSON.stringify(fit(1).toPayload())).toBe(text);
    expect(JSON.stringify(fit(2).toPayload())).not.toBe(text);
    expect(boostedTreesFromPayload(JSON.parse(text)).predict(columns)).toEqual(first.predict(columns));
  });

  it('moves and stretches its predictions with the target', () => {
    const { features, target, columns } = planted(300, 17);
    fc.assert(
      fc.property(
        fc.constantFrom('squared' as const, 'l1' as const),
        fc.integer({ min: -50, max: 50 }),
        fc.constantFrom(0.5, 2, 64),
        (loss, shift, stretch) => {
          const options = { loss, treeCount: 5, minimumLeafRows: 10 };
          const plain = fitBoostedTrees({ features, target }, options).trees.predict(columns);
          const moved = target.map((value) => value * stretch + shift);
          const other = fitBoostedTrees({ features, target: moved }, options).trees.predict(columns);
          other.forEach((value, row) => expect(value).toBeCloseTo(plain[row]! * stretch + shift, 6));
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each([
    ['no row', { features: [numeric('x', [])], target: [] }, 'There is no row'],
    ['no feature', { features: [], target: [1] }, 'There is no feature'],
    ['a length that differs', { features: [numeric('x', [1])], target: [1, 2] }, 'Feature x has 1 values for 2 rows'],
    [
      'an infinite value',
      { features: [numeric('x', [1, Infinity])], target: [1, 2] },
      'Feature x is infinite in row 1',
    ],
    ['a target that is no number', { features: [numeric('x', [1])], target: [Number.NaN] }, 'The target of row 0'],
    ['a negative weight', { features: [numeric('x', [1])], target: [1], weights: [-1] }, 'The weight of row 0'],
    ['no weight at all', { features: [numeric('x', [1])], target: [1], weights: [0] }, 'All weights are 0'],
    [
      'a broken category',
      { features: [{ name: 'c', kind: 'categorical' as const, values: [0.5] }], target: [1] },
      'Category c is 0.5',
    ],
  ])('refuses %s in one sentence', (_, data, message) => {
    expect(() => fitBoostedTrees(data)).toThrow(message);
  });

  it('answers the constant for one row, a constant target or a feature that is always missing', () => {
    expect(fitBoostedTrees({ features: [numeric('x', [1])], target: [7] }).trees.predictRow([1])).toBe(7);
    const missing = new Float64Array(100).fill(Number.NaN);
    const { trees } = fitBoostedTrees({ features: [numeric('x', missing)], target: missing.map((__, row) => row) });
    expect(trees.predictRow([Number.NaN])).toBeCloseTo(49.5);
  });

  it('refuses a stored form that is broken', () => {
    const { features, target } = planted(100, 16);
    const stored = fitBoostedTrees({ features, target }, { treeCount: 3 }).trees.toPayload();
    expect(() => boostedTreesFromPayload({ ...stored, version: 'x' })).toThrow('cannot be read');
    expect(() => boostedTreesFromPayload({ ...stored, left: stored.left.map(() => 0) })).toThrow('incomplete');
  });
});
