const HOUR_MS = 3_600_000;

/**
 * How long a kind of answer lives. Up to `freshMs` it is fresh. For `staleWhileRevalidateMs` after that it is handed out at
 * once and computed again behind the reader's back. After that it is computed while the reader waits, and what is kept
 * stands in only where that fails. At `maximumAgeMs` it is gone for good.
 */
export interface TtlClass {
  readonly name: string;
  readonly freshMs: number;
  /** Default: up to `maximumAgeMs`. */
  readonly staleWhileRevalidateMs?: number;
  /** At least `freshMs`. */
  readonly maximumAgeMs: number;
}

/** Anomalies in real time: one hour, then for a quarter of an hour while they are computed again. */
export const REAL_TIME: TtlClass = {
  name: 'real-time',
  freshMs: HOUR_MS,
  staleWhileRevalidateMs: HOUR_MS / 4,
  maximumAgeMs: 4 * HOUR_MS,
};
/** Price predictions: six hours. */
export const PREDICTION: TtlClass = {
  name: 'prediction',
  freshMs: 6 * HOUR_MS,
  staleWhileRevalidateMs: 1.5 * HOUR_MS,
  maximumAgeMs: 24 * HOUR_MS,
};
/** Market summaries: a day. */
export const SUMMARY: TtlClass = {
  name: 'summary',
  freshMs: 24 * HOUR_MS,
  staleWhileRevalidateMs: 6 * HOUR_MS,
  maximumAgeMs: 72 * HOUR_MS,
};
/** Analyses of the past: a week. */
export const HISTORY: TtlClass = {
  name: 'history',
  freshMs: 7 * 24 * HOUR_MS,
  staleWhileRevalidateMs: 24 * HOUR_MS,
  maximumAgeMs: 28 * 24 * HOUR_MS,
};
