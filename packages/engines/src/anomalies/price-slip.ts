/** A slip of the pen that would explain a price: the factor by which it is wrong. */
export interface PriceSlip {
  readonly name: 'missing digit' | 'extra digit';
  /** log(price / right price). */
  readonly logEffect: number;
}

const SLIPS: readonly PriceSlip[] = [
  { name: 'extra digit', logEffect: Math.log(10) },
  { name: 'missing digit', logEffect: -Math.log(10) },
];

/** A slip explains a price where what is left lies within this many typical residuals. */
const EXPLAINED_WITHIN = 3;
/** A price has to be off by this factor at least: a digit is a matter of ten and not of a steep bargain. */
const LEAST_FACTOR = 4;

/**
 * The slip that turns an impossible price into an ordinary one, or `null`. A tenfold price is taken for a slip only where
 * it fits well without it.
 */
export function findPriceSlip(deviation: {
  readonly logDeviation: number;
  readonly logSpread: number;
}): PriceSlip | null {
  const { logDeviation, logSpread } = deviation;
  if (Math.abs(logDeviation) < Math.log(LEAST_FACTOR)) return null;
  for (const slip of SLIPS) {
    if (Math.abs(logDeviation - slip.logEffect) <= Math.min(EXPLAINED_WITHIN * logSpread, Math.log(2))) return slip;
  }
  return null;
}
