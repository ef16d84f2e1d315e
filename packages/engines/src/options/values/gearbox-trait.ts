import type { OptionValueSale } from './option-value-sale.ts';
import type { Trait } from './trait.ts';

/** Options that are the gearbox: each car has one of them, and most sources state it as a fact of the car. */
export const GEARBOX_CODES: ReadonlySet<string> = new Set(['manual-transmission', 'pdk', 'tiptronic', 'sportomatic']);

/** How a gearbox is told of a car, and what is not held equal when it is valued; nothing for other options. */
export function gearboxTrait(code: string): Pick<Trait, 'amountOf' | 'isKnownOf' | 'without'> | null {
  if (!GEARBOX_CODES.has(code)) return null;
  const isOn = (sale: OptionValueSale): boolean =>
    code === 'manual-transmission' ? sale.transmission === 'manual' : sale.optionCodes.has(code);
  return {
    amountOf: (sale) => (isOn(sale) ? 1 : 0),
    isKnownOf: (sale) => sale.transmission !== null,
    without: ['transmission'],
  };
}
