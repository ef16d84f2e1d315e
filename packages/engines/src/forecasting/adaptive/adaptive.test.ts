import { describe, expect, it } from 'vitest';
import { createRandom } from '../../statistics/random.ts';
import { BASE_SCENARIO, applyScenario } from '../scenarios/apply-scenario.ts';
import { daysToSell, supplyByMonth } from '../liquidity/days-to-sell.ts';
import { repeatSaleIndex } from '../repeat-sales/repeat-sale-index.ts';
import { adaptiveMultiple, learnPeriod, startAdaptiveConformal } from './adaptive-conformal.ts';

describe('adaptive conformal intervals', () => {
  it('cover 90 % again within eight periods of a shift of 15 %', () => {
    const worlds = 60;
    const coverage = new Float64Array(40);
    for (let seed = 1; seed <= worlds; seed++) {
      const random = createRandom(seed);
      // Thirty segments with errors of 6 %; from period 20 on every price lies 15 % off for good.
      const period = (t: number): number[] =>
        Array.from({ length: 30 }, () => Math.abs((t >= 20 ? 0.15 : 0) + 0.06 * random.normal()) / 0.06);
      let state = startAdaptiveConformal([], { level: 0.9 });
      for (let t = 0; t < 40; t++) {
        const scores = period(t);
        const multiple = adaptiveMultiple(state);
        coverage[t] = coverage[t]! + scores.filter((score) => score <= multiple).length / scores.length / worlds;
        state = learnPeriod(state, scores);
      }
    }
    expect(coverage[20]).toBeLessThan(0.4);
    for (let t = 28; t < 40; t++) expect(Math.abs(coverage[t]! - 0.9), `period ${t}`).toBeLessThanOrEqual(0.03);
    for (let t = 10; t < 20; t++) expect(Math.abs(coverage[t]! - 0.9), `period ${t}`).toBeLessThanOrEqual(0.03);
  });

  it('reach without end before the first score', () => {
    const state = startAdaptiveConformal([], { level: 0.9 });
    expect(adaptiveMultiple(state)).toBe(Number.POSITIVE_INFINITY);
    expect(learnPeriod(state, [])).toBe(state);
  });
});

describe('applyScenario', () => {
  const forecast = {
    status: 'ok',
    segment: 'porsche',
    originMonth: '2024-01',
    method: 'theta',
    backtest: { originCount: 20, meanAbsoluteError: 0.01, naiveMeanAbsoluteError: 0.02 },
    hasSkill: true,
    steps: [1, 2].map((monthsAhead) => ({
      monthsAhead,
      month: `2024-0${1 + monthsAhead}`,
      growth: 1.01,
      intervals: [{ confidenceLevel: 0.9, lower: 0.97, upper: 1.05 }],
    })),
  } as const;

  it('is the forecast itself in the base case', () => {
    expect(applyScenario(forecast, { scenario: BASE_SCENARIO })).toBe(forecast);
  });

  it('grows evenly to the stated elasticity', () => {
    const scenario = { name: 'dear money', ratePoints: 2, supplyChange: 0 };
    const { steps } = applyScenario(forecast, { scenario, elasticities: { rate: -0.02, supply: 0 } });
    expect(steps[1]!.growth).toBeCloseTo(1.01 * Math.exp(-0.04), 12);
    expect(steps[0]!.growth).toBeCloseTo(1.01 * Math.exp(-0.02), 12);
    expect(steps[1]!.intervals[0]!.upper).toBeCloseTo(1.05 * Math.exp(-0.04), 12);
  });
});

describe('repeatSaleIndex', () => {
  it('recovers a planted path from 2,000 pairs to one percent', () => {
    const random = createRandom(4);
    const truth = [0];
    for (let t = 1; t < 48; t++) truth.push(truth[t - 1]! + 0.004 + 0.012 * random.normal());
    const sales = Array.from({ length: 2000 }, () => {
      const firstPeriod = Math.floor(47 * random.uniform());
      const secondPeriod = firstPeriod + 1 + Math.floor((47 - firstPeriod) * random.uniform());
      return {
        firstPeriod,
        secondPeriod,
        logChange: truth[secondPeriod]! - truth[firstPeriod]! + 0.07 * random.studentT(4),
      };
    });
    const index = repeatSaleIndex(sales, { periodCount: 48 });
    // An index has no level of its own: the first month, which few pairs touch, must not shift all others.
    const misses = truth.map((level, t) => index[t]! - level);
    const shift = misses.reduce((sum, miss) => sum + miss / 48, 0);
    expect(Math.sqrt(misses.reduce((sum, miss) => sum + (miss - shift) ** 2 / 48, 0))).toBeLessThan(0.01);
    expect([...repeatSaleIndex([], { periodCount: 3 })]).toEqual([0, 0, 0]);
  });
});

describe('liquidity', () => {
  it('counts offers that still run as long as they were seen', () => {
    // By hand: of 4 at risk 1 sold on day 5; one censored on day 7; of 2 at risk 1 sold on day 9.
    const { steps, medianDays } = daysToSell([
      { days: 5, sold: true },
      { days: 7, sold: false },
      { days: 9, sold: true },
      { days: 12, sold: false },
    ]);
    expect(steps.map(({ days, unsold }) => [days, unsold])).toEqual([
      [5, 0.75],
      [9, 0.375],
    ]);
    expect(medianDays).toBe(9);
    expect(daysToSell([])).toMatchObject({ offerCount: 0, medianDays: null });
  });

  it('keeps the book of supply balanced', () => {
    const months = ['2024-01', '2024-02', '2024-03'];
    const book = supplyByMonth(
      [
        { listed: '2023-12', sold: false },
        { listed: '2024-01', ended: '2024-02', sold: true },
        { listed: '2024-02', ended: '2024-02', sold: false },
      ],
      months,
    );
    for (const { opening, listed, sold, withdrawn, stock } of book)
      expect(stock).toBe(opening + listed - sold - withdrawn);
    expect(book[1]).toMatchObject({ opening: 2, listed: 1, sold: 1, withdrawn: 1, stock: 1, sellThrough: 1 / 3 });
  });
});
