import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUsage, type Usage } from '../usage.ts';
import { sumUsage } from './call-usage.ts';

const count = fc.option(fc.nat(1_000_000), { nil: undefined });
const usage: fc.Arbitrary<Usage> = fc
  .record({
    input: fc.record({
      uncached: count,
      cacheRead: count,
      cacheWrite: fc.option(
        fc.dictionary(fc.constantFrom('5m', '1h', '30m'), fc.nat(1000), { noNullPrototype: true }),
        {
          nil: undefined,
        },
      ),
    }),
    output: fc.record({ text: count, reasoning: count }),
    source: fc.constantFrom<Usage['source']>('reported', 'estimated', 'cache'),
  })
  .map(createUsage);

describe('sumUsage', () => {
  it('stays a partition: the total is the sum of the totals, and unknown only where all are', () => {
    fc.assert(
      fc.property(fc.array(usage, { minLength: 1, maxLength: 5 }), (usages) => {
        const sum = sumUsage(usages) as Usage;
        const totals = usages.map(({ total }) => total).filter((total) => total !== undefined);
        expect(sum.total).toBe(totals.length === 0 ? undefined : totals.reduce((a, b) => a + b, 0));
        for (const part of [(u: Usage) => u.input.cacheRead, (u: Usage) => u.output.reasoning])
          expect(part(sum) === undefined).toBe(usages.every((each) => part(each) === undefined));
      }),
    );
  });

  it('keeps what holds for all, and is as sure as its least sure part', () => {
    const one = createUsage({
      input: { uncached: 1, cacheRead: undefined, cacheWrite: { '5m': 2 } },
      output: { text: 3, reasoning: undefined },
      source: 'reported',
      serviceTier: 'batch',
      region: 'us',
    });
    expect(sumUsage([one, one])).toMatchObject({ serviceTier: 'batch', region: 'us', source: 'reported', total: 12 });
    const mixed = sumUsage([one, { ...one, serviceTier: 'standard', source: 'estimated' }]);
    expect(mixed).not.toHaveProperty('serviceTier');
    expect(mixed?.source).toBe('estimated');
    expect(mixed?.input).toEqual({ uncached: 2, cacheRead: undefined, cacheWrite: { '5m': 4 } });
    expect(sumUsage([])).toBeUndefined();
    expect(sumUsage([one])).toBe(one);
  });
});
