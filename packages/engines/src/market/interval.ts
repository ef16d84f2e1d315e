/** A central interval that is meant to hold the truth with the given probability. */
export interface Interval {
  /** In (0, 1): 0.9 means that nine of ten such intervals should hold the truth. */
  readonly confidenceLevel: number;
  readonly lower: number;
  readonly upper: number;
}

/** The levels that every price and every forecast is stated with. */
export const CONFIDENCE_LEVELS = [0.5, 0.8, 0.9] as const;
