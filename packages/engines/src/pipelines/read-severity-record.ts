import { recordOfSeverities, type SeverityRecord } from '../anomalies/severity/severity-record.ts';
import type { Anomaly } from '../market/anomaly.ts';
import type { AnomalyStore } from '../market/ports/anomaly-store.ts';

/** More verdicts than people give. */
const ALL = 1_000_000;

/** Holds each severity against all verdicts so far. */
export async function readSeverityRecord(store: AnomalyStore): Promise<readonly SeverityRecord[]> {
  const judged: Anomaly[] = [];
  for (const status of ['resolved', 'false_positive'] as const) {
    judged.push(...(await store.list({ status, limit: ALL })).anomalies);
  }
  return recordOfSeverities(judged);
}
