import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeliestPrice } from './price-hypotheses.ts';
import { learnRoundness } from './round-price.ts';

const ROUND = learnRoundness([10_000, 12_500, 9_900, 21_000, 15_950, 18_000, 7_500, 30_000]);

/** Every amount that differs by one typed digit, found by cutting texts. */
function slipsOf(amount: number): ReadonlySet<number> {
  const digits = String(amount);
  const slips = new Set<number>();
  for (let place = 0; place <= digits.length; place++) {
    if (place < digits.length) slips.add(Number(digits.slice(0, place) + digits.slice(place + 1)));
    for (const digit of '0123456789') slips.add(Number(digits.slice(0, place) + digit + digits.slice(place)));
  }
  return slips;
}

describe('likeliestPrice', () => {
  it('answers a slip of one digit, an amount of another currency, or the price itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 0.01, max: 0.8, noNaN: true }),
        (amount, residual, localSpread) => {
          const price = { amount, currency: 'USD' };
          const best = likeliestPrice(price, { residual, localSpread, roundness: ROUND });
          expect(best.likelihood).toBeGreaterThanOrEqual(0);
          if (best.cause === 'as_meant') expect(best.meant).toBe(amount);
          if (best.cause === 'typo') expect([...slipsOf(amount)]).toContain(best.meant);
        },
      ),
    );
  });

  it.each([
    [21_000, 2_100],
    [21_000, 210_000],
    [21_000, 211_000],
    [21_000, 221_000],
    [43_500, 4_350],
    [43_500, 435_000],
    [43_500, 443_500],
    [43_500, 3_500],
    [8_900, 890],
    [8_900, 88_900],
  ])('takes %i typed as %i for a slip', (meant, amount) => {
    const car = { residual: Math.log(amount / meant), localSpread: 0.05, roundness: ROUND };
    const best = likeliestPrice({ amount, currency: 'USD' }, car);
    expect(best.cause).toBe('typo');
    expect(best.note).toBe(amount > meant ? 'a digit too many' : 'a digit too few');
    expect(Math.abs(Math.log(best.meant / meant))).toBeLessThan(0.05);
  });

  it('keeps a price that fits, and one that is no amount', () => {
    for (const amount of [21_000, 9_999, 1, 0, -500, Number.MAX_VALUE]) {
      const best = likeliestPrice({ amount, currency: 'USD' }, { residual: 0, localSpread: 0.1, roundness: ROUND });
      expect(best).toMatchObject({ cause: 'as_meant', meant: amount });
    }
  });

  it('knows an amount of another currency by its rate', () => {
    const car = { residual: Math.log(150), localSpread: 0.08, roundness: ROUND };
    expect(likeliestPrice({ amount: 3_000_000, currency: 'USD' }, car)).toMatchObject({
      cause: 'wrong_currency',
      meant: 20_000,
      note: 'the amount looks like JPY',
    });
  });
});
