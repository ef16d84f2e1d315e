import type { Anomaly, AnomalySeverity } from '../../market/anomaly.ts';
import { shareInterval } from '../../statistics/share-interval.ts';

/** What people said of the findings of one severity. */
export interface SeverityRecord {
  readonly severity: AnomalySeverity;
  /** Findings with a verdict. */
  readonly judged: number;
  readonly confirmed: number;
  /** `null` where none was judged. */
  readonly confirmedShare: number | null;
  /** 90 % interval of the share. */
  readonly lower90: number;
  readonly upper90: number;
  /** Mean of the probabilities of being confirmed that were given beforehand; `null` where none was judged. */
  readonly saidShare: number | null;
}

const FROM_GRAVEST: readonly AnomalySeverity[] = ['critical', 'high', 'medium', 'low'];

/** Holds each severity against the verdicts on its findings, the gravest first. Open findings do not count. */
export function recordOfSeverities(
  anomalies: readonly Pick<Anomaly, 'severity' | 'status' | 'confirmationProbability'>[],
): readonly SeverityRecord[] {
  return FROM_GRAVEST.map((severity): SeverityRecord => {
    const judged = anomalies.filter((anomaly) => anomaly.severity === severity && anomaly.status !== 'active');
    const confirmed = judged.filter(({ status }) => status === 'resolved').length;
    const count = judged.length;
    const { lower, upper } = shareInterval({ hits: confirmed, count }, { confidenceLevel: 0.9 });
    const said = judged.reduce((sum, { confirmationProbability }) => sum + confirmationProbability, 0);
    return {
      severity,
      judged: count,
      confirmed,
      confirmedShare: count === 0 ? null : confirmed / count,
      lower90: lower,
      upper90: upper,
      saidShare: count === 0 ? null : said / count,
    };
  });
}
