import type { Direction } from './direction-words.ts';

interface Place {
  /** The words of the claim as they stand in the text. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A claim with a figure that a reader takes from a text. */
export type FigureClaim = Place &
  (
    | { readonly kind: 'price'; readonly amount: number; readonly prefix: string; readonly about: boolean }
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
    /** A figure that is none of the above: nothing can prove it. */
    | { readonly kind: 'unread' }
  );

/** A word that says which way something went. */
export interface DirectionClaim extends Place {
  readonly direction: Direction;
}

/** Everything in a text that has to be proved. */
export interface Claims {
  /** In the order of the text. */
  readonly figures: readonly FigureClaim[];
  readonly directions: readonly DirectionClaim[];
  /** Words that state something which no fact can prove, such as `highest` or `since`. */
  readonly unprovable: readonly Place[];
  /** Words written like a name that no fact on the sheet names. */
  readonly strangers: readonly Place[];
  /** The text with names and figures blanked out and of the same length: what sentences and clauses are read from. */
  readonly skeleton: string;
}
