import type { Anomaly, AnomalySeverity, AnomalyStatus, AnomalyType } from '../anomaly.ts';
import type { IsoDate } from '../calendar.ts';

/**
 * Keeps anomalies by their id.
 *
 * *Duplicate*: finding an id again updates its numbers and keeps `detectedOn`, status, and note: a verdict of a person
 * is never undone by a rerun. *Missing*: resolving an unknown id answers `null`, withdrawing one does nothing.
 * *Concurrent*: the last verdict wins; what has a verdict is not withdrawn.
 */
export interface AnomalyStore {
  /** Answers how many were not known before. */
  save(anomalies: readonly Anomaly[]): Promise<number>;
  byId(id: string): Promise<Anomaly | null>;
  /** Highest score first, ties by id; at most `limit` (default 100) after `offset` (default 0). */
  list(query: {
    readonly severity?: AnomalySeverity;
    readonly status?: AnomalyStatus;
    readonly type?: AnomalyType;
    readonly detectedFrom?: IsoDate;
    readonly limit?: number;
    readonly offset?: number;
  }): Promise<{ readonly anomalies: readonly Anomaly[]; readonly total: number }>;
  resolve(verdict: {
    readonly id: string;
    readonly status: Exclude<AnomalyStatus, 'active'>;
    readonly note: string | null;
    readonly resolvedOn: IsoDate;
  }): Promise<Anomaly | null>;
  /** Removes those that nobody has judged yet: a new look at the same day does not find them. Answers how many. */
  withdraw(ids: readonly string[]): Promise<number>;
}
