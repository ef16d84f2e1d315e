import type { Anomaly } from '../../market/anomaly.ts';
import { chooseSpreads } from './choose-spreads.ts';
import type { ConfirmationEvidence } from './confirmation-evidence.ts';
import {
  type ConfirmationScale,
  DEFAULT_SCALE,
  defaultLogOdds,
  evidenceOf,
  logAmountOf,
  probabilityOf,
} from './confirmation-scale.ts';
import { fitShifts, type VerdictRow } from './fit-shifts.ts';
import { type PreferenceGroup, preferenceFacts } from './preference-facts.ts';

/** What a person said of a finding. */
export interface Verdict {
  readonly anomaly: Pick<Anomaly, 'cause' | 'score' | 'segment' | 'price' | 'expectedPrice'>;
  /** True for a finding that was right, false for a false alarm. */
  readonly isConfirmed: boolean;
}

/** No number of verdicts moves log odds by more than this: a verdict adds to what is known and does not replace it. */
export const MOST_SHIFT = 6;

/**
 * Learns from verdicts how likely findings are confirmed: shifts of the default log odds for all findings, for what a unit
 * of score is worth, for each cause, type and model line, for cheap against dear, and for the size of a deviation and of
 * a price. Which of them the reviewer judges by is learnt as well. Without a verdict it is the default scale, and the sum
 * of all shifts is never beyond `MOST_SHIFT`.
 */
export function learnFromVerdicts(verdicts: readonly Verdict[]): ConfirmationScale {
  if (verdicts.length === 0) return DEFAULT_SCALE;
  const seen = verdicts.map(({ anomaly, isConfirmed }) => ({ evidence: evidenceIn(anomaly), isConfirmed }));
  const usualLogAmount = seen.reduce((sum, { evidence }) => sum + evidence.logAmount, 0) / seen.length;
  const places = new Map<string, number>();
  const groups: PreferenceGroup[] = [];
  const rows = seen.map(({ evidence, isConfirmed }): VerdictRow => {
    const facts = preferenceFacts(evidence, { usualLogAmount });
    for (const { group, name } of facts) {
      if (places.has(name)) continue;
      places.set(name, groups.length);
      groups.push(group);
    }
    return {
      logOdds: defaultLogOdds(evidence),
      isConfirmed,
      places: facts.map(({ name }) => places.get(name)!),
      values: facts.map(({ value }) => value),
    };
  });
  const { shifts } = fitShifts(rows, { spreads: chooseSpreads(rows, groups) });
  return {
    probability: (found) => {
      const evidence = evidenceOf(found);
      let shift = 0;
      for (const { name, value } of preferenceFacts(evidence, { usualLogAmount })) {
        const place = places.get(name);
        if (place !== undefined) shift += shifts[place]! * value;
      }
      return probabilityOf(defaultLogOdds(evidence) + Math.max(-MOST_SHIFT, Math.min(MOST_SHIFT, shift)));
    },
  };
}

function evidenceIn({ cause, score, segment, price, expectedPrice }: Verdict['anomaly']): ConfirmationEvidence {
  const line = segment.split('/').slice(0, 2).join('/');
  const isStated = cause === 'duplicate' || cause === 'relisted';
  const logAmount = logAmountOf(price);
  return { cause, isStated, score, line, residual: logAmount - Math.log(expectedPrice), logAmount };
}
