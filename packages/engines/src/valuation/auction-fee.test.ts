import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLLECTOR_AUCTION_FEE, feeOf, hammerFor, totalPrice } from './auction-fee.ts';

describe('auction fee', () => {
  it.each([
    [0, 0],
    [10_000, 500],
    [84_500, 4_225],
    [149_999, 7_500],
    [150_000, 7_500],
    [2_000_000, 7_500],
  ])('is 5 %% of %d, capped: %d', (hammer, fee) => {
    expect(feeOf(hammer)).toBe(fee);
    expect(totalPrice(hammer)).toBe(hammer + fee);
  });

  it('never falls as the hammer price rises, and is undone by the hammer price for a total', () => {
    const fees = fc.record({
      share: fc.double({ min: 0, max: 0.3, noNaN: true }),
      minimum: fc.integer({ min: 0, max: 500 }),
      cap: fc.option(fc.integer({ min: 500, max: 10_000 })),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 1_000 }),
        fees,
        (hammer, more, fee) => {
          expect(totalPrice(hammer + more, fee)).toBeGreaterThanOrEqual(totalPrice(hammer, fee));
          const total = totalPrice(hammer, fee);
          const back = hammerFor(total, fee);
          expect(totalPrice(back, fee)).toBeLessThanOrEqual(Math.max(total, totalPrice(0, fee)));
          expect(totalPrice(back + 1, fee)).toBeGreaterThan(total);
        },
      ),
    );
  });

  it('refuses a fee that is none', () => {
    expect(() => feeOf(1, { ...COLLECTOR_AUCTION_FEE, share: -0.1 })).toThrow('is none');
    expect(() => feeOf(1, { share: 0.1, minimum: 100, cap: 50 })).toThrow('is none');
  });
});
