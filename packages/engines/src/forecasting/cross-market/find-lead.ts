import { type WalkDynamics, regressNoisyWalk } from '../../statistics/noisy-walk-regression.ts';
import { smoothLocalLevel } from '../../statistics/local-level.ts';
import { studentTwoSidedP } from '../../statistics/student-distribution.ts';

/** Months by which a market may follow another. */
export const LONGEST_LEAD_MONTHS = 3;

/** Log levels of one market by month, NaN where there is none, with what is known of how it moves by itself. */
export interface MovingLevel {
  readonly values: Float64Array;
  /** Sales behind each level. */
  readonly precision: Float64Array;
  readonly dynamics: WalkDynamics;
  /** The level with its noise smoothed out: what another market may have followed. */
  readonly smoothed: Float64Array;
}

/** What speaks for one market following another. */
export interface LeadEvidence {
  /** True where the left one leads. */
  readonly leftLeads: boolean;
  readonly lagMonths: number;
  /** Partial correlation of the follower's own movement with the leader's so many months before. */
  readonly correlation: number;
  /** Of the best of all leads looked at, both ways. */
  readonly pValue: number;
}

/** Estimates how much of a level is noise and how persistent its steps are. Undefined for too short a series. */
export function movingLevel(values: Float64Array, precision: Float64Array): MovingLevel | undefined {
  const alone = regressNoisyWalk({ values, precision, columns: [] });
  if (alone === undefined) return undefined;
  const { dynamics } = alone;
  const known = [...values.keys()].filter((t) => Number.isFinite(values[t]!));
  const meanPrecision = known.reduce((sum, t) => sum + precision[t]!, 0) / known.length;
  const centre = values[known[0]!]!;
  const noise = Math.max(1e-3, dynamics.noise);
  const { smoothed } = smoothLocalLevel({
    means: values.map((value) => (Number.isFinite(value) ? value - centre : 0)),
    precision: values.map((value, t) => (Number.isFinite(value) ? precision[t]! / meanPrecision / noise : 0)),
    stepVariance: 1,
    priorVariance: 1e4,
  });
  return { values, precision, dynamics, smoothed: smoothed.map((value) => value + centre) };
}

/**
 * The strongest lead of one to three months between two markets: the level of the follower is regressed on that of the
 * leader so many months before, beside the leader's in the same month, after both went through the filter of the
 * follower's own walk, which leaves of each month what the months before did not tell. Noise of few sales so counts as noise and not as
 * movement. `null` where the same month tells more than any other, or where months are too few.
 */
export function findLead(left: MovingLevel, right: MovingLevel): LeadEvidence | null {
  let best: {
    readonly leftLeads: boolean;
    readonly lagMonths: number;
    readonly t: number;
    readonly freedom: number;
  } | null = null;
  let tried = 0;
  for (const leftLeads of [true, false]) {
    const leader = leftLeads ? left : right;
    const follower = leftLeads ? right : left;
    for (let lagMonths = 1; lagMonths <= LONGEST_LEAD_MONTHS; lagMonths++) {
      const before = leader.smoothed.map((_, t) => (t < lagMonths ? Number.NaN : leader.smoothed[t - lagMonths]!));
      const fitted = regressNoisyWalk({ ...follower, columns: [before, leader.smoothed] });
      if (fitted === undefined) continue;
      tried++;
      const [t, together] = [0, 1].map((at) => fitted.coefficients[at]! / Math.sqrt(fitted.covariance[at]![at]!));
      if (!(Math.abs(t!) > Math.abs(together!))) continue;
      if (best === null || Math.abs(t!) > Math.abs(best.t)) {
        best = { leftLeads, lagMonths, t: t!, freedom: fitted.degreesOfFreedom };
      }
    }
  }
  if (best === null) return null;
  const { leftLeads, lagMonths, t, freedom } = best;
  return {
    leftLeads,
    lagMonths,
    correlation: t / Math.sqrt(freedom + t * t),
    pValue: 1 - (1 - studentTwoSidedP(t, freedom)) ** tried,
  };
}
