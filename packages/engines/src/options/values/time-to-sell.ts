import { median } from '../../statistics/quantile.ts';
import { buildControlDesign } from './control-design.ts';
import { firstEffect, orthogonalise } from './estimate-effects.ts';
import type { TimeToSellEffect } from './option-value.ts';
import type { OptionValueSale } from './option-value-sale.ts';
import type { Trait } from './trait.ts';
import { toEstimate } from './typical-car.ts';

const FEWEST_DATED = 60;

/**
 * How many days more or fewer a car with the thing is on offer before it is sold, all else equal, by the estimate that
 * values it. `null` where too few sales know the day on which they were offered. Cars that never sold are not in it.
 */
export function estimateTimeToSell(
  sales: readonly OptionValueSale[],
  {
    trait,
    others,
    fewest,
  }: { readonly trait: Trait; readonly others: readonly { readonly code: string }[]; readonly fewest: number },
): TimeToSellEffect | null {
  const dated = sales.filter((sale) => sale.daysToSell !== null);
  const having = dated.filter((sale) => trait.amountOf(sale) > 0).length;
  if (dated.length < FEWEST_DATED || having < fewest || dated.length - having < fewest) return null;
  const target = Float64Array.from(dated, (sale) => Math.log1p(sale.daysToSell ?? 0));
  const treatments = [
    Float64Array.from(dated, trait.amountOf),
    ...others.map(({ code }) => Float64Array.from(dated, (sale) => (sale.optionCodes.has(code) ? 1 : 0))),
  ];
  const controls = buildControlDesign(dated, trait.without === undefined ? {} : { without: trait.without });
  const effect = firstEffect(orthogonalise({ sales: dated, target, treatments }, controls));
  const typicalDays = median(Float64Array.from(dated, (sale) => sale.daysToSell ?? 0));
  const { amount, interval } = toEstimate(effect, 10 * typicalDays);
  const { confidenceLevel, lower, upper } = interval;
  return {
    saleCount: dated.length,
    typicalDays,
    days: amount / 10,
    interval: { confidenceLevel, lower: lower / 10, upper: upper / 10 },
  };
}
