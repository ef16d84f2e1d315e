import type { z } from '@hono/zod-openapi';
import type { Anomaly, AnomalyEvidence } from '@pa/engines';
import type { AnomalyEvidenceSchema } from '../schemas/anomaly-evidence.ts';
import { disclaimer } from './disclaimer.ts';
import { toComparablesBody } from './to-valuation-body.ts';

/** Evidence as it leaves the API: of each comparable what a reader compares, without the rest of its row. */
export function toEvidenceBody(evidence: AnomalyEvidence, anomaly: Anomaly): z.infer<typeof AnomalyEvidenceSchema> {
  const { market, asOf, expected, score, confirmationProbability, contributions, comparables, removals } = evidence;
  return {
    market,
    asOf,
    amount: expected.amount,
    intervals: expected.intervals,
    saleCount: expected.saleCount,
    score,
    confirmationProbability,
    contributions,
    comparables: comparables.status === 'ok' ? toComparablesBody(comparables) : null,
    removals,
    disclaimer: disclaimer(anomaly),
  };
}
