import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optimizeOptionSelection } from './optimize-option-selection.ts';
import { isAllowed, objectiveOf, type SearchProblem, searchSelection } from './search-selection.ts';

/** Every choice tried one after the other. */
function bruteForce(problem: SearchProblem): number | null {
  const size = problem.costs.length;
  let best: number | null = null;
  for (let mask = 0; mask < 2 ** size; mask++) {
    const chosen = Array.from({ length: size }, (_, index) => ((mask >> index) & 1) === 1);
    if (!isAllowed(problem, chosen)) continue;
    const objective = objectiveOf(problem, chosen);
    if (best === null || objective > best) best = objective;
  }
  return best;
}

const problems = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((size) => {
    const numbers = (min: number, max: number) =>
      fc.array(fc.integer({ min, max }), { minLength: size, maxLength: size });
    const rules = fc.array(fc.array(fc.integer({ min: 0, max: size - 1 }), { maxLength: 2 }), {
      minLength: size,
      maxLength: size,
    });
    const thin = rules.map((lists) =>
      lists.map((list, index) => (index % 3 === 0 ? list.filter((other) => other !== index) : [])),
    );
    return fc.record({
      costs: numbers(0, 9_000),
      values: numbers(-1_000, 12_000),
      variances: numbers(0, 3_000).map((deviations) => deviations.map((deviation) => deviation ** 2)),
      requires: thin,
      excludes: thin,
      budget: fc.oneof(fc.integer({ min: 0, max: size * 4_000 }), fc.constant(Number.POSITIVE_INFINITY)),
      baseVariance: fc.constantFrom(0, 100, 4e6, 1e8),
      z: fc.constantFrom(-0.8416, -1.645, 0, 0.5),
      fixed: fc.array(fc.constantFrom<-1 | 0 | 1>(-1, -1, -1, -1, -1, 0, 1), { minLength: size, maxLength: size }),
    });
  });

describe('searchSelection', () => {
  it('finds what trying every choice finds, for up to 11 options with rules and budget', () => {
    fc.assert(
      fc.property(problems(11), (problem) => {
        const found = searchSelection(problem);
        const best = bruteForce(problem);
        expect(found === null).toBe(best === null);
        if (found === null || best === null) return;
        expect(isAllowed(problem, found.chosen)).toBe(true);
        expect(found.objective).toBeCloseTo(best, 5);
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it('finds it for 20 options too', () => {
    fc.assert(
      fc.property(problems(20), (problem) => {
        const best = bruteForce(problem);
        const found = searchSelection(problem);
        expect(found === null).toBe(best === null);
        if (found !== null && best !== null) expect(found.objective).toBeCloseTo(best, 5);
      }),
      { numRuns: 5, seed: 20 },
    );
  });
});

describe('optimizeOptionSelection', () => {
  const options = [
    { code: 'pccb', cost: 9_000, expectedValue: 5_000, valueDeviation: 800, excludes: ['steel'] },
    { code: 'chrono', cost: 2_000, expectedValue: 2_600, valueDeviation: 200 },
    { code: 'lift', cost: 2_700, expectedValue: 3_100, valueDeviation: 300 },
    { code: 'lap-timer', cost: 100, expectedValue: 900, valueDeviation: 100, requires: ['chrono'] },
    { code: 'steel', cost: 0, expectedValue: 10, valueDeviation: 0 },
  ];

  it('says why each option is in or out, and what the opposite would lose', () => {
    const answer = optimizeOptionSelection(90_000, options, { budget: 2_500 });
    expect(answer).toMatchObject({ status: 'ok', chosen: ['chrono', 'lap-timer', 'steel'], cost: 2_100 });
    if (answer.status !== 'ok') return;
    expect(answer.options.map((option) => option.reason)).toEqual([
      'not worth its cost',
      'worth its cost',
      'budget',
      'worth its cost',
      'worth its cost',
    ]);
    expect(answer.options[1]?.regret).toBeGreaterThan(1_000);
    expect(answer.gain).toBeCloseTo(
      answer.objective - (optimizeOptionSelection(90_000, []) as typeof answer).objective,
      6,
    );
  });

  it('chooses what must be had, and says so where that cannot be', () => {
    expect(optimizeOptionSelection(90_000, options, { mustHave: ['pccb'] })).toMatchObject({
      chosen: ['pccb', 'chrono', 'lift', 'lap-timer'],
    });
    expect(optimizeOptionSelection(90_000, options, { mustHave: ['pccb'], budget: 100 })).toMatchObject({
      status: 'impossible',
    });
  });

  it('refuses what it cannot compute with', () => {
    expect(() => optimizeOptionSelection(0, options)).toThrow('base price');
    expect(() => optimizeOptionSelection(90_000, [...options, ...options])).toThrow('twice');
    expect(() =>
      optimizeOptionSelection(90_000, [{ code: 'a', cost: -1, expectedValue: 1, valueDeviation: 0 }]),
    ).toThrow('cost');
    expect(() => optimizeOptionSelection(90_000, options, { mustHave: ['pccb'], neverChoose: ['pccb'] })).toThrow(
      'one of the two',
    );
    for (const budget of [-1, Number.NaN]) {
      expect(() => optimizeOptionSelection(90_000, options, { budget })).toThrow('budget');
    }
  });
});
