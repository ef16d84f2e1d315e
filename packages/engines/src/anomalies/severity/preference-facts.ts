import { TYPE_OF_CAUSE } from '../cause/anomaly-cause.ts';
import type { ConfirmationEvidence } from './confirmation-evidence.ts';

/** What a reviewer may see otherwise than the default. */
export const PREFERENCE_GROUPS = ['all', 'score', 'cause', 'type', 'line', 'direction', 'deviation', 'amount'] as const;
export type PreferenceGroup = (typeof PREFERENCE_GROUPS)[number];

/** A fact of a finding: `name` has a shift of its own, which counts `value` times. */
export interface PreferenceFact {
  readonly group: PreferenceGroup;
  readonly name: string;
  readonly value: number;
}

const USUAL_SCORE = 5;
const MOST_SCORE = 12;
/** A deviation by half up or by a third down; logs of deviations are counted from there, and only so far. */
const USUAL_DEVIATION = 0.4;
const LEAST_DEVIATION = 0.01;
const DEVIATION_RANGE = { least: -2, most: 1.5 } as const;
const MOST_AMOUNT_RANGE = 2.5;

/** The facts of a finding. Amounts count from `usualLogAmount`, so that the currency does not matter. */
export function preferenceFacts(
  { cause, score, line, residual, logAmount }: ConfirmationEvidence,
  { usualLogAmount }: { readonly usualLogAmount: number },
): readonly PreferenceFact[] {
  const deviation = Math.log(Math.max(LEAST_DEVIATION, Math.abs(residual)) / USUAL_DEVIATION);
  return [
    { group: 'all', name: 'all', value: 1 },
    { group: 'score', name: 'score', value: Math.min(score, MOST_SCORE) - USUAL_SCORE },
    { group: 'cause', name: `cause ${cause}`, value: 1 },
    { group: 'type', name: `type ${TYPE_OF_CAUSE[cause]}`, value: 1 },
    { group: 'line', name: `line ${line}`, value: 1 },
    { group: 'direction', name: 'cheap', value: residual < 0 ? 1 : -1 },
    { group: 'deviation', name: 'deviation', value: within(deviation, DEVIATION_RANGE) },
    {
      group: 'amount',
      name: 'amount',
      value: within(logAmount - usualLogAmount, { least: -MOST_AMOUNT_RANGE, most: MOST_AMOUNT_RANGE }),
    },
  ];
}

function within(value: number, { least, most }: { readonly least: number; readonly most: number }): number {
  return Math.max(least, Math.min(most, value));
}
