import { type ArmObservation, pseudoOutcomes } from './pseudo-outcomes.ts';

/** An effect with the interval that it is in, at every moment at once. */
export interface EffectInterval {
  /** Mean of the treatment minus mean of the control. `null` where an arm has no unit. */
  readonly estimate: number | null;
  readonly lower: number;
  readonly upper: number;
}

const STAKES = 12;
const LARGEST_STAKE = 0.75;
/** Leaves a ten-millionth of the range. */
const BISECTIONS = 24;
/** A logarithm for every unit would take most of the time; a product of so many stays far from what a double can hold. */
const UNITS_PER_LOGARITHM = 32;

/**
 * A confidence sequence for the difference of two means of values in [0, 1], rates among them. However often it is looked
 * at, and whenever one stops because of what was seen, the true effect is outside of it at any look with a probability of
 * at most `1 - confidenceLevel`: for every sample size, with no approximation.
 *
 * Method: betting. For each effect that might be true a gambler stakes shares of her wealth on the next unit being above
 * it; if it is true her wealth is a martingale and never multiplies by 1/α with a probability above α (Ville, 1939). Effects
 * that made one of two gamblers (above, below) that rich are excluded. The stakes are a fixed geometric mixture, under
 * which wealth falls as the effect rises, so that the bounds are found by bisection. After Waudby-Smith and Ramdas,
 * "Estimating means of bounded random variables by betting" (2023), on the pseudo-outcomes of `pseudoOutcomes`.
 */
export function boundedEffect(options: { readonly treatmentShare: number; readonly confidenceLevel: number }): {
  push(observation: ArmObservation): void;
  interval(): EffectInterval;
  /**
   * The wealth against "there is no effect", of both gamblers; 1 / α refutes it at the level α, and so does the largest
   * that it ever was.
   */
  evidence(): number;
} {
  const { treatmentShare, confidenceLevel } = options;
  const toPseudo = pseudoOutcomes({ treatmentShare, priorMean: 0.5 });
  const bound = Math.max(1 / treatmentShare, 1 / (1 - treatmentShare));
  // No effect in [-1, 1] may make a gambler owe: every stake times the largest loss stays below 1.
  const stakes = Array.from({ length: STAKES }, (_, n) => (LARGEST_STAKE / (bound + 1)) * 2 ** -n);
  const threshold = Math.log(2 / (1 - confidenceLevel));
  const series: number[] = [];
  const arms = { treated: { count: 0, sum: 0 }, control: { count: 0, sum: 0 } };
  const atZero = { above: new Float64Array(STAKES), below: new Float64Array(STAKES) };
  const sinceLog = { above: new Float64Array(STAKES).fill(1), below: new Float64Array(STAKES).fill(1) };

  const takeLogarithms = () => {
    for (const side of ['above', 'below'] as const) {
      for (let n = 0; n < STAKES; n++) atZero[side][n]! += Math.log(sinceLog[side][n]!);
      sinceLog[side].fill(1);
    }
  };

  return {
    push(observation) {
      const arm = observation.treated ? arms.treated : arms.control;
      arm.count += 1;
      arm.sum += observation.value;
      const term = toPseudo(observation);
      series.push(term);
      for (let n = 0; n < STAKES; n++) {
        sinceLog.above[n]! *= 1 + stakes[n]! * term;
        sinceLog.below[n]! *= 1 - stakes[n]! * term;
      }
      if (series.length % UNITS_PER_LOGARITHM === 0) takeLogarithms();
    },
    interval() {
      const { treated, control } = arms;
      const estimate =
        treated.count === 0 || control.count === 0 ? null : treated.sum / treated.count - control.sum / control.count;
      return {
        estimate,
        lower: lowestEffect(series, { stakes, threshold, sign: 1 }),
        upper: -lowestEffect(series, { stakes, threshold, sign: -1 }),
      };
    },
    evidence() {
      takeLogarithms();
      return (Math.exp(meanOfExp(atZero.above)) + Math.exp(meanOfExp(atZero.below))) / 2;
    },
  };
}

interface Bets {
  readonly stakes: readonly number[];
  readonly threshold: number;
  /** -1 turns the series round, for the upper bound. */
  readonly sign: 1 | -1;
}

/** The lowest effect that the gambler who bets on more is not rich against. */
function lowestEffect(series: readonly number[], { stakes, threshold, sign }: Bets): number {
  const wealth = (effect: number) =>
    meanOfExp(Float64Array.from(stakes, (stake) => logWealth(series, { stake, effect, sign })));
  if (wealth(-1) < threshold) return -1;
  let refuted = -1;
  let open = 1;
  for (let n = 0; n < BISECTIONS; n++) {
    const middle = (refuted + open) / 2;
    if (wealth(middle) < threshold) open = middle;
    else refuted = middle;
  }
  return refuted;
}

function logWealth(
  series: readonly number[],
  { stake, effect, sign }: { readonly stake: number; readonly effect: number; readonly sign: 1 | -1 },
): number {
  const constant = 1 - stake * effect;
  const slope = stake * sign;
  let log = 0;
  let product = 1;
  for (let n = 0; n < series.length; n++) {
    product *= constant + slope * series[n]!;
    if (n % UNITS_PER_LOGARITHM === UNITS_PER_LOGARITHM - 1) {
      log += Math.log(product);
      product = 1;
    }
  }
  return log + Math.log(product);
}

/** ln of the mean of exp(x). */
function meanOfExp(logs: Float64Array): number {
  const largest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  return largest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - largest), 0) / logs.length);
}
