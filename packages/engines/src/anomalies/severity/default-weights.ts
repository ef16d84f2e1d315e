import type { AnomalyCause } from '../../market/anomaly.ts';
import type { CauseWeights } from './confirmation-evidence.ts';

/**
 * Fitted on four generated markets (`bench/severity/fit-weights.ts`), on seeds that no figure is measured on. Right is a
 * finding whose price is four typical residuals or more off its fair value, or whose row was made wrong.
 */
export const DEFAULT_WEIGHTS: Readonly<Record<AnomalyCause, CauseWeights>> = {
  bargain: { at5: 2.8, slope: 2.3 },
  // Generated markets have none: a cheap car is cheap, whatever its text says of it.
  stated_flaw: { at5: 2.8, slope: 2.3 },
  overpriced: { at5: 1.4, slope: 1.9 },
  rare_car: { at5: 2.2, slope: 1.5 },
  stale_listing: { at5: 4.6, slope: 0.5 },
  scam: { at5: 3, slope: 1 },
  typo: { at5: 3.4, slope: 1 },
  wrong_currency: { at5: 2.7, slope: 0.9 },
  miles_as_kilometres: { at5: -0.1, slope: 0.6 },
  bad_row: { at5: -2.6, slope: 0.9 },
  duplicate: { at5: 4, slope: 0 },
  relisted: { at5: 4, slope: 0 },
};

/** For what the row says itself, whatever its price. */
export const STATED_WEIGHTS: CauseWeights = { at5: 4, slope: 0 };
