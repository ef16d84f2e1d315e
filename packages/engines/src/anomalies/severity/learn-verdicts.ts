import type { Anomaly } from '../../market/anomaly.ts';
import type { ConfirmationEvidence } from './confirmation-evidence.ts';
import { type ConfirmationScale, defaultLogOdds, evidenceOf, probabilityOf } from './confirmation-scale.ts';

/** What a person said of a finding. */
export interface Verdict {
  readonly anomaly: Pick<Anomaly, 'cause' | 'score' | 'segment'>;
  /** True for a finding that was right, false for a false alarm. */
  readonly isConfirmed: boolean;
}

/** No number of verdicts moves log odds by more than this: a verdict adds to what is known and does not replace it. */
export const MOST_SHIFT = 4;

/** Standard deviations that shifts have before any verdict, on the scale of log odds. */
const PRIOR = { all: 0.7, slope: 0.25, cause: 2, line: 0.8 } as const;
const MOST_STEPS = 100;
const SMALL_STEP = 1e-6;

/**
 * Learns from verdicts how likely findings of each cause and model line are confirmed: shifts of the default log odds for
 * all findings, for what a unit of score is worth, for each cause, and for each line, by logistic regression with normal
 * priors (penalised likelihood, Newton steps). Without a verdict it is the default scale, and the sum of all shifts is never
 * beyond `MOST_SHIFT`.
 */
export function learnFromVerdicts(verdicts: readonly Verdict[]): ConfirmationScale {
  const seen = verdicts.map(({ anomaly, isConfirmed }) => ({ evidence: evidenceIn(anomaly), isConfirmed }));
  const names = new Map<string, number>();
  const place = (name: string): number => {
    const known = names.get(name) ?? names.size;
    names.set(name, known);
    return known;
  };
  const spreads: number[] = [PRIOR.all, PRIOR.slope];
  place('all');
  place('slope');
  const rows = seen.map(({ evidence, isConfirmed }) => {
    const [cause, line] = groupsOf(evidence).map(place);
    spreads[cause!] = PRIOR.cause;
    spreads[line!] = PRIOR.line;
    return { evidence, isConfirmed, places: [0, 1, cause!, line!], values: [1, centred(evidence.score), 1, 1] };
  });
  const shifts = new Float64Array(names.size);
  // One coordinate after the other: the penalised likelihood is concave, so that this finds its only peak.
  for (let step = 0; step < MOST_STEPS; step++) {
    let largest = 0;
    for (let at = 0; at < shifts.length; at++) {
      let gradient = -shifts[at]! / spreads[at]! ** 2;
      let curvature = 1 / spreads[at]! ** 2;
      for (const row of rows) {
        const held = row.places.indexOf(at);
        if (held < 0) continue;
        const value = row.values[held]!;
        const probability = probabilityOf(defaultLogOdds(row.evidence) + shiftOf(row, shifts));
        gradient += ((row.isConfirmed ? 1 : 0) - probability) * value;
        curvature += probability * (1 - probability) * value * value;
      }
      const move = gradient / curvature;
      shifts[at] = shifts[at]! + move;
      largest = Math.max(largest, Math.abs(move));
    }
    if (largest < SMALL_STEP) break;
  }
  return {
    probability: (found) => {
      const evidence = evidenceOf(found);
      let shift = shifts[0]! + shifts[1]! * centred(evidence.score);
      for (const name of groupsOf(evidence)) shift += shifts[names.get(name) ?? shifts.length] ?? 0;
      return probabilityOf(defaultLogOdds(evidence) + Math.max(-MOST_SHIFT, Math.min(MOST_SHIFT, shift)));
    },
  };
}

function shiftOf(
  row: { readonly places: readonly number[]; readonly values: readonly number[] },
  shifts: Float64Array,
) {
  return row.places.reduce((sum, place, held) => sum + shifts[place]! * row.values[held]!, 0);
}

function groupsOf({ cause, line }: ConfirmationEvidence): readonly [cause: string, line: string] {
  return [`cause ${cause}`, `line ${line}`];
}

function centred(score: number): number {
  return Math.min(score, 12) - 5;
}

function evidenceIn({ cause, score, segment }: Verdict['anomaly']): ConfirmationEvidence {
  const line = segment.split('/').slice(0, 2).join('/');
  return { cause, isStated: cause === 'duplicate' || cause === 'relisted', score, line };
}
