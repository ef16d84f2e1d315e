import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalBar } from './interval-bar.ts';
import { renderComparables } from './render-comparables.ts';
import { waterfall } from './waterfall.ts';

const format = (amount: number): string => `$${amount}`;

describe('waterfall', () => {
  const steps = [
    { name: 'base', amount: 50 },
    { name: 'segment', amount: 50 },
    { name: 'mileage', amount: -25 },
  ];

  it('draws each step from the sum before to the sum after', () => {
    expect(waterfall(steps, { columns: 37, total: 'value', format }).split('\n')).toEqual([
      '  base      $50  ==========',
      '  segment  +$50            ++++++++++',
      '  mileage  $-25                 -----',
      '  value     $75  ===============',
    ]);
  });

  it('fits any width, and keeps name and amount of every step', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 200 }),
        fc.array(fc.integer({ min: -90_000, max: 90_000 }), { maxLength: 12 }),
        (columns, amounts) => {
          const told = [
            { name: 'base', amount: 60_000 },
            ...amounts.map((amount) => ({ name: 'market level', amount })),
          ];
          const lines = waterfall(told, { columns, total: 'value', format }).split('\n');
          expect(lines).toHaveLength(told.length + 1);
          expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
          told.forEach(({ name, amount }, index) =>
            expect(lines[index]).toMatch(new RegExp(`${name} .*\\${format(amount)}`)),
          );
        },
      ),
    );
  });
});

describe('intervalBar', () => {
  it('nests the intervals and marks the value', () => {
    const intervals = [
      { confidenceLevel: 0.5, lower: 40, upper: 60 },
      { confidenceLevel: 0.8, lower: 20, upper: 80 },
      { confidenceLevel: 0.9, lower: 0, upper: 100 },
    ];
    expect(intervalBar({ amount: 50, intervals }, { columns: 23 })).toBe('  |---====##O##====---|');
    expect(intervalBar({ amount: 50, intervals: [] }, { columns: 23 })).toBe('');
  });
});

describe('renderComparables', () => {
  it('says why there are none', () => {
    const refusal = { status: 'not-enough-data', reason: 'too few sales', found: 2, needed: 5 } as const;
    expect(renderComparables(refusal, { columns: 80, format })).toEqual([
      'No comparables: too few sales (found 2, needed 5).',
    ]);
  });
});
