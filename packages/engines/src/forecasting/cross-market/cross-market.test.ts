import { describe, expect, it } from 'vitest';
import { addMonths } from '../../market/calendar.ts';
import { createRandom } from '../../statistics/random.ts';
import { type ComparedSeries, correlateMarkets } from './correlate-markets.ts';
import { correlation, correlationP } from './lag-correlation.ts';
import { findDrivers } from './find-drivers.ts';
import { knownSeries } from './known-series.ts';

const MONTHS = 90;
const months = Array.from({ length: MONTHS }, (_, t) => addMonths('2017-01', t));

function walkOf(name: string, growth: readonly number[]): ComparedSeries {
  let level = 100;
  return { name, months, levels: growth.map((step) => (level *= Math.exp(step))) };
}

const growthOf = (random: { normal(): number }): number[] =>
  Array.from({ length: MONTHS }, () => 0.003 + 0.012 * random.normal());

describe('correlateMarkets', () => {
  it('finds a follower two months behind, and who leads', () => {
    let found = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const random = createRandom(seed);
      const leader = growthOf(random);
      const own = growthOf(random);
      const follower = own.map((step, t) => (t < 2 ? step : 0.6 * leader[t - 2]! + 0.8 * step));
      const answer = correlateMarkets([walkOf('a', leader), walkOf('b', follower)]);
      if (answer.status !== 'ok') throw new RangeError(answer.reason);
      const lead = answer.pairs[0]!.leadLag;
      if (lead?.leader === 'a' && lead.lagMonths === 2) found++;
    }
    expect(found / 60).toBeGreaterThan(0.9);
  });

  it('believes hardly anything of independent walks', () => {
    let pairs = 0;
    let correlated = 0;
    let led = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const random = createRandom(1000 + seed);
      const answer = correlateMarkets(['a', 'b', 'c'].map((name) => walkOf(name, growthOf(random))));
      if (answer.status !== 'ok') throw new RangeError(answer.reason);
      for (const { significant, leadLag } of answer.pairs) {
        pairs++;
        if (significant) correlated++;
        if (leadLag !== null) led++;
      }
    }
    expect(correlated / pairs).toBeLessThan(0.1);
    expect(led / pairs).toBeLessThanOrEqual(0.05);
  });

  it('takes the noise of few sales for noise: the follower is found where plain growth hides it', () => {
    let found = 0;
    let plain = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const random = createRandom(seed);
      const leader = growthOf(random);
      const own = growthOf(random);
      const follower = own.map((step, t) => (t < 2 ? step : 0.7 * leader[t - 2]! + 0.7 * step));
      const exact = walkOf('b', follower);
      const saleCounts = months.map(() => 100 + random.integer(100));
      const levels = exact.levels.map(
        (level, t) => level * Math.exp((0.12 / Math.sqrt(saleCounts[t]!)) * random.normal()),
      );
      const answer = correlateMarkets([walkOf('a', leader), { ...exact, levels, saleCounts }]);
      if (answer.status !== 'ok') throw new RangeError(answer.reason);
      const lead = answer.pairs[0]!.leadLag;
      if (lead?.leader === 'a' && lead.lagMonths === 2) found++;
      const growth = levels.map((level, t) => (t === 0 ? 0 : Math.log(level / levels[t - 1]!)));
      const lagged = correlation(leader.slice(1, -2), growth.slice(3));
      if (1 - (1 - correlationP(lagged, MONTHS - 3)) ** 6 < 0.05) plain++;
    }
    expect(found).toBeGreaterThan(50);
    expect(found).toBeGreaterThan(plain);
  });

  it('refuses one series, and series that share too few months', () => {
    const series = walkOf('a', growthOf(createRandom(1)));
    expect(correlateMarkets([series])).toMatchObject({ status: 'not-enough-data', found: 1 });
    const short = { name: 'b', months: months.slice(0, 12), levels: series.levels.slice(0, 12) };
    expect(correlateMarkets([series, short])).toMatchObject({ status: 'not-enough-data', found: 11, needed: 24 });
  });
});

describe('findDrivers', () => {
  it('puts the planted driver first, with its elasticity inside the interval', () => {
    const random = createRandom(5);
    const rate = growthOf(random);
    const other = growthOf(random);
    const target = growthOf(random).map((step, t) => (t < 1 ? step : 0.8 * rate[t - 1]! + 0.6 * step));
    const [first] = findDrivers(walkOf('cars', target), [walkOf('rate', rate), walkOf('other', other)]);
    expect(first).toMatchObject({ name: 'rate', lagMonths: 1, significant: true });
    expect(first!.lower90).toBeLessThan(0.8);
    expect(first!.upper90).toBeGreaterThan(0.8);
  });
});

describe('knownSeries', () => {
  it('uses no figure and no revision before its release', () => {
    const figures = [
      { month: '2024-01', value: 100, publishedOn: '2024-02-13' },
      { month: '2024-01', value: 90, publishedOn: '2024-03-12' },
      { month: '2024-02', value: 101, publishedOn: '2024-03-12' },
    ];
    const on = (asOf: string) => knownSeries(figures, { name: 'cpi', asOf });
    expect(on('2024-02-12')).toMatchObject({ months: [] });
    expect(on('2024-03-11')).toEqual({ name: 'cpi', months: ['2024-01'], levels: [100] });
    expect(on('2024-03-12')).toEqual({ name: 'cpi', months: ['2024-01', '2024-02'], levels: [90, 101] });
  });
});
