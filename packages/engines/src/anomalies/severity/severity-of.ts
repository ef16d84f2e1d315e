import type { AnomalySeverity } from '../../market/anomaly.ts';

/**
 * Probabilities of being confirmed from which a finding is of a severity. The bound of `high` was chosen on the generated
 * markets that the probabilities were fitted on, so that nine of ten findings from there on are right.
 */
export const SEVERITY_THRESHOLDS: Readonly<Record<AnomalySeverity, number>> = {
  low: 0.1,
  medium: 0.2,
  high: 0.4,
  critical: 0.9,
};

/** The severity of a probability, or `null` where a look is not worth its while. */
export function severityOf(probability: number): AnomalySeverity | null {
  if (probability >= SEVERITY_THRESHOLDS.critical) return 'critical';
  if (probability >= SEVERITY_THRESHOLDS.high) return 'high';
  if (probability >= SEVERITY_THRESHOLDS.medium) return 'medium';
  return probability >= SEVERITY_THRESHOLDS.low ? 'low' : null;
}
