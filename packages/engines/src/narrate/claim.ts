import type { Fact } from '../market/insight.ts';
import type { Direction } from './direction-words.ts';

/** Some words of a text, with the position of the first character and the one after the last. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a reader takes from a place: a figure, a date, or something that has a name. */
export type Reading =
  | {
      readonly kind: 'price';
      /** Below 0 where a minus stands before it, as with the lower end of an effect that may go either way. */
      readonly amount: number;
      readonly prefix: string;
      readonly about: boolean;
      /** True where two decimals stand. */
      readonly isCents: boolean;
    }
  | {
      readonly kind: 'share';
      /** The figure as it stands, in per cent, without its sign. */
      readonly percent: number;
      readonly decimals: number;
      readonly sign: Direction;
      /** True where the words after it say that it is a level and no change, such as `90% interval`. */
      readonly isLevel: boolean;
    }
  | { readonly kind: 'count'; readonly amount: number; readonly noun: string }
  | { readonly kind: 'date'; readonly month: string; readonly day: string | null }
  /** A name, a statement, a rank or a comparison, written as a fact of the sheet writes it. */
  | { readonly kind: 'quoted' }
  /** A figure that is none of the above: nothing can prove it. */
  | { readonly kind: 'unread' };

/** A place where a text states something that has to be on the sheet. */
export interface Claim extends Place {
  readonly reading: Reading;
  /** The facts that the place may state, by its value alone. Empty where none does. */
  readonly facts: readonly Fact[];
}

/** A word that says which way something went. */
export interface DirectionClaim extends Place {
  readonly direction: Direction;
}

/** A superlative, an ordinal or a multiple in words. */
export interface OrderClaim extends Place {
  readonly order:
    | { readonly kind: 'superlative'; readonly family: 'most' | 'least' }
    | { readonly kind: 'ordinal'; readonly rank: number }
    | { readonly kind: 'ratio'; readonly ratio: number };
}

/** Words that nothing can prove, and why. */
export interface UnprovableClaim extends Place {
  readonly reason: string;
}

/** Everything in a text that has to be proved. */
export interface Claims {
  /** In the order of the text. */
  readonly claims: readonly Claim[];
  readonly directions: readonly DirectionClaim[];
  readonly orders: readonly OrderClaim[];
  readonly unprovable: readonly UnprovableClaim[];
  /** The text with its claims blanked out and of the same length: what sentences and clauses are read from. */
  readonly skeleton: string;
}
