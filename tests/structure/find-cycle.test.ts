import { expect, it } from 'vitest';
import { findCycle } from './find-cycle.ts';

it('answers null for a graph without a cycle', () => {
  expect(
    findCycle(
      new Map([
        ['a', ['b', 'c']],
        ['b', ['c']],
        ['c', []],
      ]),
    ),
  ).toBeNull();
});

it('answers the path that closes the cycle', () => {
  expect(
    findCycle(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['b']],
      ]),
    ),
  ).toEqual(['b', 'c', 'b']);
});

it('finds a file that imports itself', () => {
  expect(findCycle(new Map([['a', ['a']]]))).toEqual(['a', 'a']);
});
