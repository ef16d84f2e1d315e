import { describe, expect, it } from 'vitest';
import { fitNestedLevels } from './nested-levels.ts';
import { createRandom } from './random.ts';

const PERIODS = 36;

/** Two groups around one walk: the second departs upwards from half-time. */
function plantedMarket() {
  const random = createRandom(12);
  let walk = 0;
  const root = Float64Array.from({ length: PERIODS }, () => (walk += 0.02 * random.normal()));
  const departure = Float64Array.from({ length: PERIODS }, (_, t) => (t < 18 ? 0 : 0.01 * (t - 18)));
  const values: number[] = [];
  const periods: number[] = [];
  const groups: number[] = [];
  for (let t = 0; t < PERIODS; t++) {
    for (let i = 0; i < 150; i++) {
      const group = i < 120 ? 0 : 1;
      values.push(root[t]! + (group === 1 ? 0.4 + departure[t]! : 0) + 0.1 * random.normal());
      periods.push(t);
      groups.push(group);
    }
  }
  const layout = {
    periodCount: PERIODS,
    periods: Int32Array.from(periods),
    depths: [
      { names: [''], groups: new Int32Array(values.length) },
      { names: ['plain', 'rising'], groups: Int32Array.from(groups) },
    ],
  };
  return {
    layout,
    departure,
    root,
    values: Float64Array.from(values),
    weights: new Float64Array(values.length).fill(100),
  };
}

describe('fitNestedLevels', () => {
  const market = plantedMarket();

  it('recovers the path of each group against its first period', () => {
    const { depths } = fitNestedLevels(market.layout, market);
    const [root] = depths[0]!;
    const rising = depths[1]!.find(({ name }) => name === 'rising')!;
    for (const t of [6, 17, 30, 35]) {
      const fitted =
        root!.local.smoothed[t]! + rising.local.smoothed[t]! - root!.local.smoothed[0]! - rising.local.smoothed[0]!;
      const truth = market.root[t]! - market.root[0]! + market.departure[t]!;
      expect(Math.abs(fitted - truth)).toBeLessThan(0.04);
    }
  });

  it('leaves the past alone in real time', () => {
    const { stepVariances } = fitNestedLevels(market.layout, market);
    const shocked = market.values.map((value, row) => (market.layout.periods[row]! >= 30 ? value + 0.5 : value));
    const filtered = (values: Float64Array) => {
      const [root] = fitNestedLevels(market.layout, { ...market, values, stepVariances, realTime: true }).depths[0]!;
      return root!.local.filtered.map((level) => level + root!.standing);
    };
    const before = filtered(market.values);
    const after = filtered(shocked);
    // The standing mean is the only thing that a later period may move, and it is no movement.
    for (let t = 1; t < 30; t++) expect(after[t]! - after[t - 1]!).toBeCloseTo(before[t]! - before[t - 1]!, 2);
  });
});
