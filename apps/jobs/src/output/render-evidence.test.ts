import type { Anomaly, AnomalyEvidence } from '@pa/engines';
import { expect, it } from 'vitest';
import { renderEvidence } from './render-evidence.ts';

const anomaly = {
  listingTitle: '2022 Porsche Cayenne S',
  severity: 'critical',
  confirmationProbability: 0.993,
  explanation: 'Offered at $80,700.',
  price: { kind: 'ask', amount: 80_700, currency: 'USD' },
} as unknown as Anomaly;
const evidenceWith = (removals: AnomalyEvidence['removals']): AnomalyEvidence =>
  ({ comparables: { status: 'not-enough-data', reason: 'too few sales' }, removals }) as unknown as AnomalyEvidence;

it('tells each change that would clear a finding, with its money and its miles as people write them', () => {
  const confirmationProbability = 0.08;
  const text = renderEvidence({
    anomaly,
    evidence: evidenceWith([
      { fact: 'price', from: '80700', to: '53991', confirmationProbability },
      { fact: 'model year', from: '2022', to: '2027', confirmationProbability },
      { fact: 'mileage', from: '30000', to: '3000', confirmationProbability },
    ]),
  });
  expect(text.replaceAll('\n', ' ')).toContain(
    'It would not stand out with a price of $53,991 in place of $80,700, or with a model year of 2027 in place of 2022, or with a mileage of 3,000 in place of 30,000.',
  );
  expect(renderEvidence({ anomaly, evidence: evidenceWith([]) })).not.toContain('would not stand out');
});
