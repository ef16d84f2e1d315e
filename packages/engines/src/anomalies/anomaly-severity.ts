import type { AnomalySeverity } from '../market/anomaly.ts';

/**
 * Scores from which a finding is of a severity. The score counts typical absolute residuals. Under Student t errors with
 * 4 degrees of freedom, which car prices come close to, an ordinary listing reaches 4 in about 4 of 100 cases, 5.5 in
 * about 1.5, 7.5 in about 0.5, and 10 in about 0.2.
 */
export const SEVERITY_THRESHOLDS: Readonly<Record<AnomalySeverity, number>> = {
  low: 4,
  medium: 5.5,
  high: 7.5,
  critical: 10,
};

/** The severity of a score, or `null` where it is not odd enough to be shown. */
export function severityOf(score: number): AnomalySeverity | null {
  if (score >= SEVERITY_THRESHOLDS.critical) return 'critical';
  if (score >= SEVERITY_THRESHOLDS.high) return 'high';
  if (score >= SEVERITY_THRESHOLDS.medium) return 'medium';
  return score >= SEVERITY_THRESHOLDS.low ? 'low' : null;
}
