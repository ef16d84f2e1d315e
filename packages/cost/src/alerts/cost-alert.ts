interface Raised {
  /** The same for everything that is to be told once. */
  readonly alertId: string;
  /** Epoch milliseconds. */
  readonly raisedAt: number;
}

/** A budget of which a share is spent. Once a budget, window and threshold. */
export interface BudgetThresholdAlert extends Raised {
  readonly kind: 'budget-threshold';
  readonly budgetId: string;
  /** Epoch milliseconds. */
  readonly windowStart: number;
  /** The share of the limit that was reached, such as 0.8. */
  readonly threshold: number;
  readonly spentNanoUsd: bigint;
  readonly limitNanoUsd: bigint;
}

/** A budget that is spent faster than it lasts. Once a budget, window and rule. */
export interface BurnRateAlert extends Raised {
  readonly kind: 'burn-rate';
  readonly budgetId: string;
  readonly windowStart: number;
  /** How many times faster than evenly over its window the budget is spent. */
  readonly burnRate: number;
  /** Over which time, milliseconds. */
  readonly overMs: number;
  readonly spentNanoUsd: bigint;
  readonly limitNanoUsd: bigint;
}

/** A model that was called and has no price. Once a model and day. */
export interface UnpricedModelAlert extends Raised {
  readonly kind: 'unpriced-model';
  readonly provider: string;
  readonly model: string;
}

/** A day on which something cost far more than it usually does. Once a day and subject. */
export interface SpendAnomalyAlert extends Raised {
  readonly kind: 'spend-anomaly';
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly dimension: string;
  readonly key: string | null;
  readonly costNanoUsd: bigint;
  /** Median of the days before. */
  readonly usualNanoUsd: bigint;
  /** Distance from the median in robust standard deviations. */
  readonly robustZ: number;
}

/** Something about money that a person is told of. */
export type CostAlert = BudgetThresholdAlert | BurnRateAlert | UnpricedModelAlert | SpendAnomalyAlert;
