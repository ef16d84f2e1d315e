/**
 * The answer where the evidence does not carry one. It is a result and not an error: callers show it as it is, and no
 * number goes with it.
 */
export interface NotEnoughData {
  readonly status: 'not-enough-data';
  /** What was missing, as words that finish the sentence "not enough data: ...". */
  readonly reason: string;
  /** How many observations were found. */
  readonly found: number;
  /** How many would be needed. */
  readonly needed: number;
}

/** Makes the typed refusal. */
export function notEnoughData(
  reason: string,
  counts: { readonly found: number; readonly needed: number },
): NotEnoughData {
  return { status: 'not-enough-data', reason, found: counts.found, needed: counts.needed };
}
