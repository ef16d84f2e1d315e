import { describe, expect, it } from 'vitest';
import { segmentTable } from './segment-table.ts';
import { fitSpread, spreadOf, spreadsOf } from './spread-model.ts';

const cars = Array.from({ length: 300 }, (_, index) => {
  const make = index % 3 === 0 ? 'a' : 'b';
  const segments = [make, `${make}/${index % 5}`, `${make}/${index % 5}/x`];
  return { segments: segments.slice(0, 1 + (index % 3)) };
});

describe('segmentTable', () => {
  const table = segmentTable(cars, { depthCount: 4 });

  it('gives back every path', () => {
    cars.forEach(({ segments }, row) => {
      const read = table.ids.flatMap((ids, depth) => (ids[row]! < 0 ? [] : [table.names[depth]![ids[row]!]!]));
      expect(read).toEqual(segments);
    });
  });

  it('has spreads of many cars that are those of each', () => {
    const predicted = Float64Array.from(cars, (_, row) => 9 + (row % 40) / 20);
    const residuals = Float64Array.from(cars, (_, row) => Math.sin(row) * (row % 3 === 0 ? 0.3 : 0.05));
    const spread = fitSpread(table, { residuals, predicted });
    expect(Object.keys(spread.segments).length).toBeGreaterThan(2);
    const all = spreadsOf(spread, { table, predicted });
    cars.forEach(({ segments }, row) => {
      expect(all[row]).toBeCloseTo(spreadOf(spread, { segments, logPrice: predicted[row]! }), 12);
    });
  });
});
