/** What one unit of an experiment did, in the order in which it counts. */
export interface ArmObservation {
  /** True for the treatment, false for the control. */
  readonly treated: boolean;
  readonly value: number;
}

/**
 * Turns units of two arms into one series whose terms each have the effect (mean of the treatment minus mean of the
 * control) as their expected value, given all before: augmented inverse-probability weighting with the running means of the
 * arms. It needs the share of the treatment that the assignment was made with, and is right whatever the means are; good
 * running means make it narrow.
 */
export function pseudoOutcomes(options: {
  /** Probability of the treatment, in (0, 1). */
  readonly treatmentShare: number;
  /** Where the running means start, as if one unit of each arm had had it. */
  readonly priorMean: number;
}): (observation: ArmObservation) => number {
  const { treatmentShare, priorMean } = options;
  const sums = { treated: priorMean, control: priorMean };
  const counts = { treated: 1, control: 1 };
  return ({ treated, value }) => {
    const treatedMean = sums.treated / counts.treated;
    const controlMean = sums.control / counts.control;
    const arm = treated ? 'treated' : 'control';
    sums[arm] += value;
    counts[arm] += 1;
    const surprise = treated ? (value - treatedMean) / treatmentShare : (controlMean - value) / (1 - treatmentShare);
    return treatedMean - controlMean + surprise;
  };
}
