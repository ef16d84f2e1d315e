import type { Anomaly } from '../../api/answers.ts';

/** Anomalies whose title or segment holds every word of the search, in any order and case. */
export function anomaliesMatching(anomalies: readonly Anomaly[], search: string): readonly Anomaly[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return anomalies;
  return anomalies.filter((anomaly) => {
    const text = `${anomaly.listingTitle} ${anomaly.segment}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
