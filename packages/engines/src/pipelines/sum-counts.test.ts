import { expect, test } from 'vitest';
import { sumCounts } from './sum-counts.ts';

test('names of several counts are added up, in the order in which they first appear', () => {
  const sums = sumCounts([{ b: 1, a: 2 }, {}, { a: 3, c: 0 }]);
  expect(Object.entries(sums)).toEqual([
    ['b', 1],
    ['a', 5],
    ['c', 0],
  ]);
  expect(sumCounts([])).toEqual({});
});
