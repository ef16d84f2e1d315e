import type { Valuation } from '../valuation.ts';
import { logarithmicMean } from './logarithmic-mean.ts';
import { roundToSum } from './round-to-sum.ts';

/** One step of the way from the base to the value, whole currency units. */
export interface ExplainedPart {
  /** The name of the contribution, such as `segment`, `mileage`, `market level`. */
  readonly name: string;
  readonly amount: number;
  /** The same as a share of the value without it: 0.1 is ten per cent more. */
  readonly share: number;
}

/** A valuation in money: `baseAmount` and the amounts of all parts sum to `amount` exactly. */
export interface ValueExplanation {
  /** What a car without any known effect would fetch, whole currency units. */
  readonly baseAmount: number;
  /** Largest first, by absolute amount; parts without an effect are left out. */
  readonly parts: readonly ExplainedPart[];
  readonly amount: number;
}

/**
 * Turns the contributions of a valuation from the log scale into money by the logarithmic mean of base and value, which
 * gives every contribution the same share whatever order they are told in (additive LMDI, Ang 2004).
 */
export function explainValue(value: Valuation): ValueExplanation {
  const told = value.contributions.filter(({ logEffect }) => logEffect !== 0);
  const base = Math.exp(value.baseLogPrice);
  const exact = Math.exp(told.reduce((sum, { logEffect }) => sum + logEffect, value.baseLogPrice));
  const factor = logarithmicMean(exact, base);
  // Without a part nothing can carry the rounding of the base: it is the value.
  const baseAmount = told.length === 0 ? value.amount : Math.round(base);
  const amounts = roundToSum(
    told.map(({ logEffect }) => logEffect * factor),
    value.amount - baseAmount,
  );
  const parts = told.map(({ name, logEffect }, index) => ({
    name,
    amount: amounts[index]!,
    share: Math.expm1(logEffect),
  }));
  parts.sort((left, right) => Math.abs(right.amount) - Math.abs(left.amount) || (left.name < right.name ? -1 : 1));
  return { baseAmount, parts, amount: value.amount };
}
