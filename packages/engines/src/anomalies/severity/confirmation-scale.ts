import type { Listing } from '../../market/listing.ts';
import { segmentsOf } from '../../market/segment.ts';
import type { FoundCause } from '../cause/find-cause.ts';
import type { ConfirmationEvidence } from './confirmation-evidence.ts';
import { logOddsOf } from './confirmation-evidence.ts';
import { DEFAULT_WEIGHTS, STATED_WEIGHTS } from './default-weights.ts';

/** Turns evidence into the probability that a person confirms it. */
export interface ConfirmationScale {
  probability(found: { readonly listing: Listing; readonly score: number; readonly cause: FoundCause }): number;
}

/** The scale before anybody has given a verdict. */
export const DEFAULT_SCALE: ConfirmationScale = {
  probability: (found) => probabilityOf(defaultLogOdds(evidenceOf(found))),
};

/** The log odds that generated markets teach. */
export function defaultLogOdds({ cause, isStated, score }: ConfirmationEvidence): number {
  return logOddsOf(isStated ? STATED_WEIGHTS : DEFAULT_WEIGHTS[cause], score);
}

/** The evidence in a finding. */
export function evidenceOf(found: {
  readonly listing: Listing;
  readonly score: number;
  readonly cause: FoundCause;
}): ConfirmationEvidence {
  const [make = '-', line = make] = segmentsOf(found.listing.vehicle);
  return { cause: found.cause.cause, isStated: found.cause.isStated, score: found.score, line };
}

export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
