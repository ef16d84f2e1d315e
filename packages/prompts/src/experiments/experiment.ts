/** What is measured of each unit, one value a unit. */
export interface ExperimentMetric {
  readonly name: string;
  /** `rate`: 0 or 1. `mean`: any number. */
  readonly kind: 'rate' | 'mean';
  /** Which way is good. */
  readonly better: 'higher' | 'lower';
  /**
   * Where the values of a mean lie; what lies outside is counted as the nearer end. With a range every interval holds for
   * every number of units; without one it holds from some hundred units on. A rate lies in 0 to 1.
   */
  readonly range?: readonly [minimum: number, maximum: number];
  /** How long after a unit was exposed its value is known. Units younger than this do not count yet. Default 0. */
  readonly delayMs?: number;
  /** What a unit counts for that has no value when it is due. Default: `zero` for a rate, `left-out` for a mean. */
  readonly missing?: 'zero' | 'left-out';
}

/** One of the things compared. */
export interface ExperimentArm {
  readonly name: string;
  /** Shares are in proportion to the weights; whole numbers. */
  readonly weight: number;
  /** What the arm runs, such as `market_summary@7`, `market_summary@openai/gpt-6-luna` or `chart-with-table`. */
  readonly subject: string;
}

/**
 * What is compared, and how it will be judged. All of it is said before the first unit comes and never changes: only the
 * share of units that takes part can.
 */
export interface Experiment {
  readonly key: string;
  /** What the arms are. The machinery is the same for all. */
  readonly subject: 'prompt' | 'model' | 'interface';
  readonly description: string;
  /** The first is the control that all others are compared with. */
  readonly arms: readonly ExperimentArm[];
  /** What decides. */
  readonly primary: ExperimentMetric;
  /** Differences of the primary metric smaller than this do not matter, in its own unit. Default: none is that small. */
  readonly equivalenceMargin?: number;
  /** Stands in for the primary metric until enough of its values are known. Its verdict is provisional. */
  readonly proxy?: ExperimentMetric;
  /** Must not become worse by more than their margins, in their own units. */
  readonly guardrails?: readonly (ExperimentMetric & { readonly margin: number })[];
  /** Units that two experiments of one layer may not share: each takes a part of [0, 1). Default: no layer. */
  readonly layer?: { readonly name: string; readonly from: number; readonly to: number };
  /** Chance that no interval is wrong at any look. Default 0.95. */
  readonly confidenceLevel?: number;
  /** Units of each arm that a verdict needs. Default 100. */
  readonly minimumUnits?: number;
  readonly createdBy: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** A change of who takes part; they are only ever added. */
export interface ExperimentChange {
  readonly experimentKey: string;
  /** 1, 2, 3, ... */
  readonly revision: number;
  /** Share of the units that takes part, from 0 to 1. Raising it puts nobody into another arm. */
  readonly exposureShare: number;
  /** A stopped experiment assigns nobody; values of units that took part still count. */
  readonly status: 'running' | 'stopped';
  readonly changedBy: string;
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly changedAt: number;
}

/** A unit that met an arm. */
export interface Exposure {
  readonly experimentKey: string;
  /** Who or what is assigned: a user, a session, a prediction. Best no personal data: a hash will do. */
  readonly unitId: string;
  readonly arm: string;
  /** Epoch milliseconds. */
  readonly exposedAt: number;
}

/** A value that became known of a unit. */
export interface Outcome {
  readonly id: string;
  readonly experimentKey: string;
  readonly unitId: string;
  readonly metric: string;
  readonly value: number;
  /** When it happened, epoch milliseconds. */
  readonly observedAt: number;
  /** When it was told. Of two values of a unit the one told later counts. */
  readonly recordedAt: number;
}
