import { describe, expect, it } from 'vitest';
import { recordOfSeverities } from './severity-record.ts';

const finding = (severity: 'critical' | 'low', status: 'active' | 'resolved' | 'false_positive', said: number) => ({
  severity,
  status,
  confirmationProbability: said,
});

describe('recordOfSeverities', () => {
  it('counts verdicts by severity, and holds their share against what was said', () => {
    const [critical, high, , low] = recordOfSeverities([
      finding('critical', 'resolved', 0.9),
      finding('critical', 'resolved', 1),
      finding('critical', 'false_positive', 0.95),
      finding('critical', 'active', 0.1),
      finding('low', 'false_positive', 0.2),
    ]);
    expect(critical).toMatchObject({ severity: 'critical', judged: 3, confirmed: 2 });
    expect(critical!.confirmedShare).toBeCloseTo(2 / 3, 12);
    expect(critical!.saidShare).toBeCloseTo(0.95, 12);
    expect(critical!.lower90).toBeLessThan(2 / 3);
    expect(critical!.upper90).toBeGreaterThan(0.9);
    expect(high).toEqual({
      severity: 'high',
      judged: 0,
      confirmed: 0,
      confirmedShare: null,
      lower90: 0,
      upper90: 1,
      saidShare: null,
    });
    expect(low).toMatchObject({ judged: 1, confirmed: 0, confirmedShare: 0 });
  });
});
