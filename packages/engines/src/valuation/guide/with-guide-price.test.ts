import { describe, expect, it } from 'vitest';
import { createRandom } from '../../statistics/random.ts';
import { median } from '../../statistics/quantile.ts';
import { plantedSales } from '../__fixtures__/planted-sales.ts';
import { fitValuation } from '../fit-valuation.ts';
import type { FittedValuation } from '../valuation.ts';
import type { GuidedSale } from './guided-sale.ts';
import { guidedValuationFromPayload } from './guided-valuation-from-payload.ts';
import type { GuidedValuation } from './guided-valuation.ts';
import { withGuidePrice } from './with-guide-price.ts';

/** A guide that knows what the facts do not say, is 10 % too low for every GT3 and 4 % off by chance. */
function guided(count: number, seed: number): readonly GuidedSale[] {
  const random = createRandom(seed);
  return plantedSales(count, seed).map((sale) => {
    const secret = 0.15 * random.normal();
    const price = { ...sale.price, amount: Math.round(sale.price.amount * Math.exp(secret)) };
    const bias = sale.vehicle.trim === 'GT3' ? -0.1 : 0;
    return {
      sale: { ...sale, id: `${seed}-${sale.id}`, price },
      guidePrice: Math.round(price.amount * Math.exp(bias + 0.04 * random.normal())),
    };
  });
}

const train = guided(1_500, 1);
const test = guided(400, 2);
const plain = fitValuation(
  train.map(({ sale }) => sale),
  { asOf: '2024-12-31' },
) as FittedValuation;
const model = withGuidePrice(plain, { sales: train }) as GuidedValuation;

describe('withGuidePrice', () => {
  const answers = test.map(({ sale, guidePrice }) => {
    const answer = model.value(sale, { guidePrice: guidePrice!, valuedOn: sale.endedOn });
    if (answer.status !== 'ok') throw new TypeError(answer.reason);
    return { answer, actual: sale.price.amount, guide: guidePrice! };
  });

  it('is closer than the guide and than the valuation without it, and covers what it says', () => {
    const error = (valueOf: (row: (typeof answers)[number]) => number): number =>
      median(answers.map((row) => Math.abs(valueOf(row) / row.actual - 1)));
    const ours = error(({ answer }) => answer.amount);
    expect(ours).toBeLessThan(0.85 * error(({ guide }) => guide));
    expect(ours).toBeLessThan(0.5 * error(({ answer }) => answer.unguidedAmount));
    const covered = answers.filter(({ answer, actual }) => {
      const { lower, upper } = answer.intervals[2]!;
      return actual >= lower && actual <= upper;
    });
    expect(covered.length / answers.length).toBeGreaterThan(0.85);
    expect(covered.length / answers.length).toBeLessThan(0.97);
  });

  it('finds where the guide is too low', () => {
    const ofTrim = (isGt3: boolean): number =>
      median(
        answers
          .filter((_, row) => (test[row]!.sale.vehicle.trim === 'GT3') === isGt3)
          .map(({ answer }) => answer.logCorrection),
      );
    expect(ofTrim(true)).toBeGreaterThan(0.07);
    expect(Math.abs(ofTrim(false))).toBeLessThan(0.02);
  });

  it('never values a car higher for more miles', () => {
    for (const { sale, guidePrice } of test.slice(0, 60)) {
      let last = Number.POSITIVE_INFINITY;
      for (const mileage of [500, 8_000, 40_000, 90_000, 200_000]) {
        const answer = model.value({ ...sale, mileage }, { guidePrice: guidePrice! });
        if (answer.status !== 'ok') throw new TypeError(answer.reason);
        expect(answer.amount).toBeLessThanOrEqual(last);
        last = answer.amount;
      }
    }
  });

  it('comes back equal from JSON, whatever the order of the sales', () => {
    const loaded = guidedValuationFromPayload(JSON.parse(JSON.stringify(model.toPayload())), { valuation: plain });
    const { sale, guidePrice } = test[0]!;
    expect(loaded.value(sale, { guidePrice: guidePrice! })).toEqual(model.value(sale, { guidePrice: guidePrice! }));
    const turned = withGuidePrice(plain, { sales: [...train].reverse() }) as GuidedValuation;
    expect(JSON.stringify(turned.toPayload())).toBe(JSON.stringify(model.toPayload()));
    expect(() => guidedValuationFromPayload({ version: 'x' }, { valuation: plain })).toThrow(/learn it again/);
  });

  it('refuses without a guide price, for one car or for all', () => {
    const { sale } = test[0]!;
    for (const guidePrice of [0, -1, Number.NaN]) {
      expect(model.value(sale, { guidePrice })).toMatchObject({ status: 'not-enough-data' });
    }
    const blind = train.map((row) => ({ ...row, guidePrice: null }));
    expect(withGuidePrice(plain, { sales: blind })).toMatchObject({ status: 'not-enough-data' });
  });
});
