import type { Verdict } from '../anomalies/severity/learn-verdicts.ts';
import type { AnomalyStore } from '../market/ports/anomaly-store.ts';

/** Verdicts beyond so many of the findings that were likeliest teach nothing new. */
const MOST_VERDICTS = 2000;

/** The verdicts that people have given so far. */
export async function readVerdicts(store: AnomalyStore): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const status of ['resolved', 'false_positive'] as const) {
    const { anomalies } = await store.list({ status, limit: MOST_VERDICTS });
    for (const anomaly of anomalies) verdicts.push({ anomaly, isConfirmed: status === 'resolved' });
  }
  return verdicts;
}
