import type { Listing } from '../../market/listing.ts';
import type { Price } from '../../market/price.ts';
import { segmentsOf } from '../../market/segment.ts';
import type { FoundCause } from '../cause/find-cause.ts';
import type { ConfirmationEvidence } from './confirmation-evidence.ts';
import { logOddsOf } from './confirmation-evidence.ts';
import { DEFAULT_WEIGHTS, STATED_WEIGHTS } from './default-weights.ts';

/** A listing that was judged, as far as the probability of being confirmed depends on it. */
export interface ScaledFinding {
  readonly listing: Listing;
  readonly price: Price;
  readonly score: number;
  readonly residual: number;
  readonly cause: FoundCause;
}

/** Turns evidence into the probability that a person confirms it. */
export interface ConfirmationScale {
  probability(found: ScaledFinding): number;
}

/** A price that is zero or negative counts as one unit of the currency. */
const LEAST_AMOUNT = 1;

/** The scale before anybody has given a verdict. */
export const DEFAULT_SCALE: ConfirmationScale = {
  probability: (found) => probabilityOf(defaultLogOdds(evidenceOf(found))),
};

/** The log odds that generated markets teach. */
export function defaultLogOdds({
  cause,
  isStated,
  score,
}: Pick<ConfirmationEvidence, 'cause' | 'isStated' | 'score'>): number {
  return logOddsOf(isStated ? STATED_WEIGHTS : DEFAULT_WEIGHTS[cause], score);
}

/** The evidence in a finding. */
export function evidenceOf({ listing, price, score, residual, cause }: ScaledFinding): ConfirmationEvidence {
  const [make = '-', line = make] = segmentsOf(listing.vehicle);
  return { cause: cause.cause, isStated: cause.isStated, score, line, residual, logAmount: logAmountOf(price) };
}

export function logAmountOf({ amount }: Pick<Price, 'amount'>): number {
  return Math.log(Math.max(LEAST_AMOUNT, amount));
}

export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
