import type { NotEnoughData } from '../../market/not-enough-data.ts';
import { type OptionValueMarket, questionOf } from './analyze-option-value.ts';
import { analyzeTrait } from './analyze-trait.ts';
import type { OptionValue } from './option-value.ts';

/** What a basic colour, such as `green`, adds against all other colours. The code is `color:` with the colour. */
export function analyzeColorValue(market: OptionValueMarket, color: string): OptionValue | NotEnoughData {
  const wanted = color.toLowerCase();
  const trait = {
    code: `color:${wanted}`,
    name: `the color ${wanted}`,
    amountOf: (sale: { readonly color: string | null }) => (sale.color === wanted ? 1 : 0),
    listPrice: null,
    without: ['color' as const],
  };
  return analyzeTrait(market.sales, { trait, question: questionOf(market) });
}

/** Share of a colour below which it counts as rare. */
export const RARE_COLOR_SHARE = 0.05;

/**
 * What a rare colour adds: one that fewer than 5 % of the scope's cars with a known colour have. The code is `color:rare`.
 */
export function analyzeRareColorValue(market: OptionValueMarket): OptionValue | NotEnoughData {
  const counts = new Map<string, number>();
  for (const { color } of market.sales) if (color !== null) counts.set(color, (counts.get(color) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const rare = new Set([...counts].filter(([, count]) => count < RARE_COLOR_SHARE * total).map(([color]) => color));
  const trait = {
    code: 'color:rare',
    name: 'a rare color',
    amountOf: (sale: { readonly color: string | null }) => (sale.color !== null && rare.has(sale.color) ? 1 : 0),
    listPrice: null,
    without: ['color' as const],
  };
  return analyzeTrait(market.sales, { trait, question: questionOf(market) });
}
