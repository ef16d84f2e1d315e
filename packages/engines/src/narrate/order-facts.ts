import type { Fact } from '../market/insight.ts';
import type { OrderClaim } from './claim.ts';
import { SUPERLATIVES } from './rank-words.ts';

/** Ratios this far apart are still the same word. */
const RATIO_ROUNDING = 0.05;

/** The facts that prove a superlative, an ordinal or a multiple in words; empty where none does. */
export function orderFacts({ order }: OrderClaim, facts: readonly Fact[]): readonly Fact[] {
  return facts.filter((fact) => {
    if (order.kind === 'ratio') {
      return fact.kind === 'comparison' && Math.abs(Number(fact.value) / order.ratio - 1) <= RATIO_ROUNDING;
    }
    if (fact.kind !== 'rank') return false;
    if (order.kind === 'ordinal') return Number(fact.value) === order.rank;
    const ranked = fact.unit
      .toLowerCase()
      .split(/\s+/)
      .map((word) => SUPERLATIVES.get(word));
    return Number(fact.value) === 1 && ranked.includes(order.family);
  });
}
