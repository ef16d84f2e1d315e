import type { AnomalyList } from './answers.ts';

/** The list after one of its anomalies has left it; a list without that anomaly is answered as it is. */
export function anomaliesWithout(list: AnomalyList, id: string): AnomalyList {
  const anomalies = list.anomalies.filter((anomaly) => anomaly.id !== id);
  const left = list.anomalies.length - anomalies.length;
  return left === 0 ? list : { ...list, anomalies, total: list.total - left };
}
