import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../statistics/random.ts';
import type { Valuation } from '../valuation.ts';
import { explainValue } from './explain-value.ts';
import { logarithmicMean } from './logarithmic-mean.ts';
import { roundToSum } from './round-to-sum.ts';

/** Only what an explanation reads is filled in with meaning. */
function valuationOf(baseLogPrice: number, effects: readonly number[]): Valuation {
  return {
    status: 'ok',
    market: { priceKind: 'sold', currency: 'USD' },
    valuedOn: '2024-01-01',
    amount: Math.round(Math.exp(effects.reduce((sum, effect) => sum + effect, baseLogPrice))),
    intervals: [],
    logSpread: 0.1,
    baseLogPrice,
    contributions: effects.map((logEffect, index) => ({ name: `part ${index}`, logEffect })),
    segment: 'porsche',
    saleCount: 10,
  } as unknown as Valuation;
}

const effect = fc.double({ min: -1.5, max: 1.5, noNaN: true });

describe('explainValue', () => {
  it('sums to the value exactly, in whole amounts, whatever the contributions', () => {
    fc.assert(
      fc.property(fc.double({ min: 8, max: 13, noNaN: true }), fc.array(effect, { maxLength: 20 }), (base, effects) => {
        const value = valuationOf(base, effects);
        const { baseAmount, parts, amount } = explainValue(value);
        expect(amount).toBe(value.amount);
        expect(parts.reduce((sum, part) => sum + part.amount, baseAmount)).toBe(value.amount);
        expect(parts.every((part) => Number.isInteger(part.amount))).toBe(true);
      }),
    );
  });

  it('is fair: each part has the sign of its effect, and the order does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(effect, { minLength: 2, maxLength: 10 }),
        fc.integer({ min: 0, max: 1e6 }),
        (effects, seed) => {
          const value = valuationOf(11, effects);
          const shuffled = { ...value, contributions: createRandom(seed).shuffle(value.contributions) };
          const amounts = new Map(explainValue(value).parts.map(({ name, amount }) => [name, amount]));
          for (const { name, amount } of explainValue(shuffled).parts) {
            expect(Math.abs(amount - amounts.get(name)!)).toBeLessThanOrEqual(1);
          }
          for (const { name, logEffect } of value.contributions) {
            const amount = amounts.get(name) ?? 0;
            if (Math.abs(amount) > 1) expect(Math.sign(amount)).toBe(Math.sign(logEffect));
          }
        },
      ),
    );
  });

  it('splits one doubling and one halving into the same amount up and down', () => {
    const { baseAmount, parts } = explainValue(valuationOf(Math.log(50_000), [Math.LN2, -Math.LN2]));
    expect(baseAmount).toBe(50_000);
    expect(parts.map(({ amount }) => amount).sort()).toEqual([-34_657, 34_657]);
  });

  it('agrees with the average over all orders for two effects', () => {
    // For two factors the Shapley split is the mean of "first" and "last"; LMDI lies within a hundredth of it here.
    const [one, other] = [0.2, -0.1];
    const shapley = 100_000 * ((Math.expm1(one) + Math.exp(other) * Math.expm1(one)) / 2);
    const part = explainValue(valuationOf(Math.log(100_000), [one, other])).parts.find(({ name }) => name === 'part 0');
    expect(Math.abs(part!.amount / shapley - 1)).toBeLessThan(0.01);
  });
});

describe('logarithmicMean', () => {
  it('lies between the geometric and the arithmetic mean', () => {
    const positive = fc.double({ min: 1, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(positive, positive, (first, second) => {
        const mean = logarithmicMean(first, second);
        expect(mean).toBeGreaterThanOrEqual(Math.sqrt(first * second) * (1 - 1e-9));
        expect(mean).toBeLessThanOrEqual(((first + second) / 2) * (1 + 1e-9));
      }),
    );
  });
});

describe('roundToSum', () => {
  it('moves no amount by more than 1 where the amounts sum to the total', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (amounts) => {
        const total = Math.round(amounts.reduce((sum, amount) => sum + amount, 0)) + 0;
        const whole = roundToSum(amounts, total);
        expect(whole.reduce((sum, amount) => sum + amount, 0)).toBe(total);
        whole.forEach((amount, index) => expect(Math.abs(amount - amounts[index]!)).toBeLessThanOrEqual(1));
      }),
    );
  });

  it('has nothing to round in an empty list', () => {
    expect(roundToSum([], 5)).toEqual([]);
  });
});
