const HOUR_MS = 3_600_000;

/** How long a kind of answer is fresh, and how long it may be served stale while it is computed again. */
export interface TtlClass {
  readonly name: string;
  readonly freshMs: number;
  /** Age at which it is gone for good; at least `freshMs`. */
  readonly maximumAgeMs: number;
}

/** Anomalies in real time: one hour, stale for a quarter more. */
export const REAL_TIME: TtlClass = { name: 'real-time', freshMs: HOUR_MS, maximumAgeMs: 1.25 * HOUR_MS };
/** Price predictions: six hours. */
export const PREDICTION: TtlClass = { name: 'prediction', freshMs: 6 * HOUR_MS, maximumAgeMs: 7.5 * HOUR_MS };
/** Market summaries: a day. */
export const SUMMARY: TtlClass = { name: 'summary', freshMs: 24 * HOUR_MS, maximumAgeMs: 30 * HOUR_MS };
/** Analyses of the past: a week. */
export const HISTORY: TtlClass = { name: 'history', freshMs: 7 * 24 * HOUR_MS, maximumAgeMs: 8 * 24 * HOUR_MS };
