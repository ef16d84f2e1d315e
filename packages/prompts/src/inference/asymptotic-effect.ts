import type { EffectInterval } from './bounded-effect.ts';
import { type ArmObservation, pseudoOutcomes } from './pseudo-outcomes.ts';

/**
 * A confidence sequence for the difference of two means of values without a known range: the asymptotic one of Waudby-Smith,
 * Arbour, Sinha, Kennedy and Ramdas (2021), Robbins' normal mixture with the variance that was seen. It holds at every look
 * once there are `burnIn` units of each arm; before, it is everything. Where values can be given a range, `boundedEffect`
 * holds without this limit.
 */
export function asymptoticEffect(options: {
  readonly treatmentShare: number;
  readonly confidenceLevel: number;
  /** Units of each arm before anything is said. Default 200. */
  readonly burnIn?: number;
  /** The number of units at which the interval is to be narrowest. Default 2,000. */
  readonly narrowestAt?: number;
}): { push(observation: ArmObservation): void; interval(): EffectInterval } {
  const { treatmentShare, confidenceLevel, burnIn = 200, narrowestAt = 2000 } = options;
  const alpha = 1 - confidenceLevel;
  const mixture = (-2 * Math.log(alpha) + Math.log(-2 * Math.log(alpha)) + 1) / narrowestAt;
  const toPseudo = pseudoOutcomes({ treatmentShare, priorMean: 0 });
  const arms = { treated: 0, control: 0 };
  let count = 0;
  let mean = 0;
  let squares = 0;
  return {
    push(observation) {
      arms[observation.treated ? 'treated' : 'control'] += 1;
      const term = toPseudo(observation);
      count += 1;
      const deviation = term - mean;
      mean += deviation / count;
      squares += deviation * (term - mean);
    },
    interval() {
      if (Math.min(arms.treated, arms.control) < burnIn) {
        const estimate = Math.min(arms.treated, arms.control) === 0 ? null : mean;
        return { estimate, lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };
      }
      const scale = count * mixture + 1;
      const reach =
        Math.sqrt(squares / count) *
        Math.sqrt(((2 * scale) / (count * count * mixture)) * Math.log(Math.sqrt(scale) / alpha));
      return { estimate: mean, lower: mean - reach, upper: mean + reach };
    },
  };
}
