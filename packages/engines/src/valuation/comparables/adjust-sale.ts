import type { Sale } from '../../market/listing.ts';
import { logarithmicMean } from '../explain/logarithmic-mean.ts';
import { roundToSum } from '../explain/round-to-sum.ts';
import { UNEXPLAINED } from './adjustment-name.ts';
import type { Comparable } from './comparable.ts';

/**
 * Turns differences on the log scale between a car and a sale into whole signed amounts. The logarithmic mean of the
 * price and the adjusted price does so without an order among them (additive LMDI, Ang 2004): price and explained
 * adjustments sum to the adjusted price, and with `unexplained`, always there and last, to the estimate exactly.
 * Differences of 0 are left out.
 */
export function adjustSale(
  sale: Sale,
  options: {
    /** The estimate of the car, whole currency units. */
    readonly amount: number;
    readonly differences: readonly { readonly name: string; readonly logEffect: number }[];
  },
): Pick<Comparable, 'sale' | 'adjustments' | 'adjustedAmount'> {
  const price = Math.round(sale.price.amount);
  const told = options.differences.filter(({ logEffect }) => logEffect !== 0);
  const explained = told.reduce((sum, { logEffect }) => sum + logEffect, 0);
  const adjusted = price * Math.exp(explained);
  const adjustedAmount = told.length === 0 ? price : Math.round(adjusted);
  const factor = logarithmicMean(adjusted, price);
  const amounts = roundToSum(
    told.map(({ logEffect }) => logEffect * factor),
    adjustedAmount - price,
  );
  const adjustments = told.map(({ name }, index) => ({ name, amount: amounts[index]! }));
  adjustments.push({ name: UNEXPLAINED, amount: options.amount - adjustedAmount });
  return { sale, adjustments, adjustedAmount };
}
