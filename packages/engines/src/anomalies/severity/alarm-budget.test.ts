import { describe, expect, it } from 'vitest';
import { addDays } from '../../market/calendar.ts';
import { createRandom } from '../../statistics/random.ts';
import { type AlarmCandidate, alarmsOfDay } from './alarm-budget.ts';

const START = '2024-01-01';

/** Findings of some days: as many as chance has it, more at the end of a week, likelier ones from half way on. */
function drawFindings(days: number, seed: number): readonly AlarmCandidate[] {
  const random = createRandom(seed);
  return Array.from({ length: days }, (_, day) => {
    const count = Math.round((day % 7 > 4 ? 40 : 20) * (0.6 + 0.8 * random.uniform()));
    const lift = day > days / 2 ? 1.3 : 1;
    return Array.from({ length: count }, (__, place) => ({
      id: `${day}-${place}`,
      detectedOn: addDays(START, day),
      confirmationProbability: Math.min(0.99, 0.1 + 0.9 * random.uniform() ** 3 * lift),
      score: 3 + 9 * random.uniform(),
    }));
  }).flat();
}

describe('alarmsOfDay', () => {
  it.each([2, 5, 10])('gives %i alarms a day within 10 % over 90 days', (alarmsPerDay) => {
    for (const seed of [1, 2, 3]) {
      const findings = drawFindings(90, seed);
      let sent = 0;
      for (let day = 0; day < 90; day++) {
        sent += alarmsOfDay(findings, { asOf: addDays(START, day), alarmsPerDay }).length;
      }
      expect(sent / 90, `seed ${seed}`).toBeGreaterThan(0.9 * alarmsPerDay);
      expect(sent / 90, `seed ${seed}`).toBeLessThan(1.1 * alarmsPerDay);
    }
  });

  it('does not look ahead: findings of later days change nothing', () => {
    const findings = drawFindings(60, 4);
    const asOf = addDays(START, 30);
    const known = findings.filter(({ detectedOn }) => detectedOn <= asOf);
    const options = { asOf, alarmsPerDay: 4 };
    expect(alarmsOfDay(findings, options)).toEqual(alarmsOfDay(known, options));
  });

  it('takes the foremost of a day, and all where there are few', () => {
    const findings = drawFindings(40, 5);
    const asOf = addDays(START, 35);
    const chosen = new Set(alarmsOfDay(findings, { asOf, alarmsPerDay: 4 }).map(({ id }) => id));
    const ofDay = findings.filter(({ detectedOn }) => detectedOn === asOf);
    const least = Math.min(...ofDay.filter(({ id }) => chosen.has(id)).map((one) => one.confirmationProbability));
    for (const other of ofDay.filter(({ id }) => !chosen.has(id))) {
      expect(other.confirmationProbability).toBeLessThanOrEqual(least);
    }
    const few = findings.filter(({ detectedOn }) => detectedOn === START).slice(0, 2);
    expect(alarmsOfDay(few, { asOf: START, alarmsPerDay: 5 })).toHaveLength(2);
    expect(alarmsOfDay([], { asOf: START, alarmsPerDay: 5 })).toEqual([]);
  });
});
