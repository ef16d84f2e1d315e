import type { OriginErrors } from './rolling-origins.ts';

/** Pairs of forecast and outcome that the doubt about a method is worth. */
const DOUBT = 30;

/** A backtest in which the forecast growth was scaled, and the scale to use today. */
export interface ShrunkenGrowth {
  /** In [0, 1]: 0 is the last value, 1 the method as it is. */
  readonly factor: number;
  readonly origins: readonly OriginErrors[];
}

/**
 * Scales forecast growth by how much of it came true so far: the least-squares slope of outcomes on forecasts, drawn to
 * 0 as if 30 forecasts had come to nothing. A method that only extends noise is so taken back to the last value. At each
 * origin only outcomes that were known by then count, so that the errors answered stay those of a real forecast.
 */
export function shrinkGrowth(origins: readonly OriginErrors[]): ShrunkenGrowth {
  const scaled = origins.map((current) => {
    const factor = factorKnownAt(origins, current.origin);
    const errors = current.errors.map((error, step) => {
      const outcome = current.naiveErrors[step]!;
      return outcome - factor * (outcome - error);
    });
    return { ...current, errors };
  });
  return { factor: factorKnownAt(origins, Number.POSITIVE_INFINITY), origins: scaled };
}

function factorKnownAt(origins: readonly OriginErrors[], now: number): number {
  let products = 0;
  let squares = 0;
  let count = 0;
  for (const { origin, errors, naiveErrors } of origins) {
    for (let step = 0; step < errors.length && origin + step + 1 <= now; step++) {
      const outcome = naiveErrors[step]!;
      const growth = outcome - errors[step]!;
      // Long horizons have the larger errors; divided by their length they count no more than the short ones.
      products += (growth * outcome) / (step + 1);
      squares += (growth * growth) / (step + 1);
      count++;
    }
  }
  if (squares === 0) return 0;
  return Math.min(1, Math.max(0, products / (squares * (1 + DOUBT / count))));
}
