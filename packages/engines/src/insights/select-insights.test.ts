import { describe, expect, it } from 'vitest';
import { createRandom } from '../statistics/random.ts';
import { FALSE_DISCOVERY_RATE, type InsightCandidate, NOVELTY_DAYS, selectInsights } from './select-insights.ts';
import { twoSidedProbability } from './two-sided-probability.ts';

const candidate = (subject: string, surprise: number, changes: Partial<InsightCandidate> = {}): InsightCandidate => ({
  type: 'segment_report',
  subject,
  surprise,
  reach: 0.1,
  confidence: 0.9,
  ...changes,
});
const asOf = '2026-11-23';

describe('selectInsights', () => {
  it('tells something in at most a tenth of the days on which nothing happened', () => {
    const random = createRandom(4);
    let days = 0;
    const runs = 4000;
    for (let run = 0; run < runs; run++) {
      const nothing = Array.from({ length: 60 }, (_, index) => candidate(String(index), random.normal()));
      if (selectInsights(nothing, { asOf }).length > 0) days += 1;
    }
    // Three standard errors of a share of a tenth over these runs.
    expect(days / runs).toBeLessThan(FALSE_DISCOVERY_RATE + 3 * Math.sqrt(0.09 / runs));
  });

  it('keeps false discoveries below a tenth among true ones, and finds most of those', () => {
    const random = createRandom(5);
    let told = 0;
    let wrong = 0;
    for (let run = 0; run < 500; run++) {
      const all = Array.from({ length: 100 }, (_, index) =>
        candidate(index < 20 ? `true ${String(index)}` : String(index), random.normal() + (index < 20 ? 4.5 : 0)),
      );
      const found = selectInsights(all, { asOf, limit: 100 });
      told += found.length;
      wrong += found.filter(({ subject }) => !subject.startsWith('true')).length;
    }
    expect(wrong / told).toBeLessThan(FALSE_DISCOVERY_RATE);
    expect((told - wrong) / (500 * 20)).toBeGreaterThan(0.9);
  });

  it('ranks by surprise, reach and confidence together', () => {
    const found = selectInsights(
      [
        candidate('small', 9, { reach: 0.01 }),
        candidate('wide', 6, { reach: 0.5 }),
        candidate('vague', 8, { reach: 0.5, confidence: 0.1 }),
      ],
      { asOf },
    );
    expect(found.map(({ subject }) => subject)).toEqual(['wide', 'vague', 'small']);
  });

  it('says nothing twice within the window, unless it grew or turned round', () => {
    const told = (surprise: number | undefined, toldOn: string) => [
      { type: 'segment_report', subject: 'a', toldOn, ...(surprise === undefined ? {} : { surprise }) } as const,
    ];
    const found = (earlier: ReturnType<typeof told>): number =>
      selectInsights([candidate('a', 6)], { asOf, told: earlier }).length;
    expect(found(told(6, '2026-11-10'))).toBe(0);
    expect(found(told(undefined, '2026-11-10'))).toBe(0);
    expect(found(told(3, '2026-11-10'))).toBe(1);
    expect(found(told(-6, '2026-11-10'))).toBe(1);
    expect(found(told(6, '2026-10-01'))).toBe(1);
    expect(NOVELTY_DAYS).toBe(28);
  });

  it('knows the normal distribution', () => {
    expect(twoSidedProbability(1.959964)).toBeCloseTo(0.05, 6);
    expect(twoSidedProbability(0)).toBeCloseTo(1, 6);
  });
});
