import type { ControlName } from './control-design.ts';
import type { OptionValueSale } from './option-value-sale.ts';

/** Something that some cars have and others have not. */
export interface Trait {
  readonly code: string;
  readonly name: string;
  /** How much of it a car has: 1 or 0, or an amount such as a rarity. */
  readonly amountOf: (sale: OptionValueSale) => number;
  /** What the factory asked for it; `null` where unknown. */
  readonly listPrice: number | null;
  /** False for cars of which it cannot be told whether they have it; absent: it can be told of all. */
  readonly isKnownOf?: (sale: OptionValueSale) => boolean;
  /** Facts that are the trait itself and so cannot be held equal. */
  readonly without?: readonly ControlName[];
}
