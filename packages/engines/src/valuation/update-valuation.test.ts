import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../errors.ts';
import type { Sale } from '../market/listing.ts';
import { plantedSales } from './__fixtures__/planted-sales.ts';
import { fitValuation } from './fit-valuation.ts';
import { valuationFromPayload } from './fitted-valuation.ts';
import { updateValuation } from './update-valuation.ts';
import type { FittedValuation } from './valuation.ts';

const AS_OF = '2023-06-30';
const all = plantedSales(4_000, 8);
const fitted = fitValuation(all, { asOf: AS_OF }) as FittedValuation;
/** From the day after the fit on everything sells for a fifth more. */
const jumped: readonly Sale[] = all
  .filter(({ endedOn }) => endedOn > AS_OF && endedOn <= '2023-08-15')
  .map((sale) => ({ ...sale, price: { ...sale.price, amount: Math.round(1.2 * sale.price.amount) } }));
const car = all[0]!;
const amountOf = (valuation: FittedValuation, valuedOn: string): number => {
  const value = valuation.value(car, { valuedOn });
  if (value.status !== 'ok') throw new TypeError(value.reason);
  return value.amount;
};

describe('updateValuation', () => {
  it('follows a market that jumps, without a fit', () => {
    const updated = updateValuation(fitted, { sales: jumped, asOf: '2023-08-15' });
    expect(jumped.length).toBeGreaterThan(60);
    const rise = amountOf(updated, '2023-08-15') / amountOf(fitted, '2023-08-15');
    expect(rise).toBeGreaterThan(1.12);
    expect(rise).toBeLessThan(1.26);
    expect(amountOf(updated, '2023-05-15')).toBe(amountOf(fitted, '2023-05-15'));
    expect(updated.saleCount).toBe(fitted.saleCount + jumped.length);
    expect(updated.dataHash).not.toBe(fitted.dataHash);
  });

  it('counts no sale twice and changes nothing without a new one', () => {
    const same = updateValuation(fitted, { sales: all, asOf: AS_OF });
    expect(same.toPayload()).toEqual(fitted.toPayload());
    const once = updateValuation(fitted, { sales: jumped, asOf: '2023-08-15' });
    const twice = updateValuation(fitted, { sales: [...jumped, ...jumped], asOf: '2023-08-15' });
    expect(twice.toPayload()).toEqual(once.toPayload());
    expect(updateValuation(once, { sales: jumped, asOf: '2023-08-15' }).toPayload()).toEqual(once.toPayload());
  });

  it('gives a valuation that is stored and updated again like any other', () => {
    const early = jumped.filter(({ endedOn }) => endedOn <= '2023-07-15');
    const first = updateValuation(fitted, { sales: early, asOf: '2023-07-15' });
    const loaded = valuationFromPayload(JSON.parse(JSON.stringify(first.toPayload())));
    const second = updateValuation(loaded, { sales: jumped, asOf: '2023-08-15' });
    expect(second.saleCount).toBe(fitted.saleCount + jumped.length);
    expect(amountOf(second, '2023-08-15') / amountOf(fitted, '2023-08-15')).toBeGreaterThan(1.12);
  });

  it('refuses to go back in time', () => {
    expect(() => updateValuation(fitted, { sales: [], asOf: '2023-01-01' })).toThrow(InvalidInputError);
  });
});
