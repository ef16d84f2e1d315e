import type { AnomalyCause } from '../cause/anomaly-cause.ts';

/** What a probability of being confirmed is read from. */
export interface ConfirmationEvidence {
  readonly cause: AnomalyCause;
  /** True where the row says so itself, whatever its price. */
  readonly isStated: boolean;
  readonly score: number;
  /** The model line, such as `porsche/911`: people may judge the lines they know otherwise. */
  readonly line: string;
  /** log(price / expected price). */
  readonly residual: number;
  /** Log of the price, in the currency of the market. */
  readonly logAmount: number;
}

/** How a cause turns a score into log odds: `at5` at a score of 5, and `slope` for each unit more. */
export interface CauseWeights {
  readonly at5: number;
  readonly slope: number;
}

/** Beyond this a score says no more: it is past all doubt. */
const MOST_SCORE = 12;
/** Log odds beyond which a score hardly adds any: nothing is so sure that verdicts could not speak against it. */
const SURE = 4;
const BEYOND_SURE = 0.1;

/** The log odds by the weights of a cause. */
export function logOddsOf({ at5, slope }: CauseWeights, score: number): number {
  const logOdds = at5 + slope * (Math.min(score, MOST_SCORE) - 5);
  return logOdds <= SURE ? logOdds : SURE + BEYOND_SURE * (logOdds - SURE);
}
