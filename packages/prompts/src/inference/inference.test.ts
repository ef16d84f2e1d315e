import { describe, expect, it } from 'vitest';
import { binomialCdf, logGamma, rateInterval } from './binomial.ts';
import { pairedRateTest } from './mcnemar.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { pairedBootstrap } from './paired-bootstrap.ts';
import { seededRandom } from './random.ts';
import { sampleRatio } from './sample-ratio.ts';

// References: scipy 1.10 and statsmodels 0.13, printed to all digits.
describe('against other implementations', () => {
  it.each([
    [1e-9, -5.9978070150076865],
    [0.001, -3.090232306167813],
    [0.025, -1.9599639845400545],
    [0.3, -0.5244005127080409],
    [0.975, 1.959963984540054],
  ])('the normal quantile of %f', (p, z) => expect(normalQuantile(p)).toBeCloseTo(z, 11));

  it.each([
    [-6, 9.865876450376946e-10],
    [-2.3, 0.010724110021675809],
    [-0.4, 0.3445782583896758],
    [1.96, 0.9750021048517795],
    [3.5, 0.9997673709209645],
  ])('the normal distribution at %f', (z, p) => expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(1e-10));

  it.each([
    [0.1, 2.252712651734206],
    [1.5, -0.12078223763524526],
    [10, 12.801827480081469],
    [123.4, 469.3360974421906],
  ])('ln gamma of %f', (x, value) => expect(logGamma(x)).toBeCloseTo(value, 10));

  it.each([
    [3, 10, 0.2, 0.8791261183999999],
    [50, 120, 0.4, 0.6809906480947429],
    [0, 5, 0.01, 0.9509900499],
  ])('the binomial distribution, %i of %i at %f', (k, n, p, value) =>
    expect(binomialCdf(k, n, p)).toBeCloseTo(value, 11),
  );

  it.each([
    [0, 10, 0, 0.30849710781876294],
    [3, 10, 0.06673951117773447, 0.652452850060008],
    [97, 100, 0.9148239470257197, 0.9937700284616938],
    [10, 10, 0.6915028921812371, 1],
  ])('the exact interval of %i of %i', (k, n, lower, upper) => {
    const interval = rateInterval(k, n, { confidenceLevel: 0.95 });
    expect(interval.lower).toBeCloseTo(lower, 10);
    expect(interval.upper).toBeCloseTo(upper, 10);
  });

  it.each([
    [1, 8, 0.0390625],
    [10, 25, 0.016673847800120715],
    [3, 3, 1],
    [0, 6, 0.03125],
  ])("McNemar's exact test, %i against %i", (onlyFirst, onlySecond, pValue) => {
    const test = pairedRateTest({ onlyFirst, onlySecond, pairs: 100 }, { confidenceLevel: 0.95 });
    expect(test.pValue).toBeCloseTo(pValue, 12);
  });

  it('the interval of Bonett and Price, by its formula', () => {
    const { interval } = pairedRateTest({ onlyFirst: 10, onlySecond: 25, pairs: 100 }, { confidenceLevel: 0.95 });
    expect(interval.lower).toBeCloseTo(0.033714223818199024, 12);
    expect(interval.upper).toBeCloseTo(0.2604034232406245, 12);
  });

  it('the BCa bootstrap of 20 skewed differences, within what resampling leaves open', () => {
    const differences = [
      0.31, -0.12, 0.05, 0.44, 0, 0.9, 0.13, -0.3, 0.27, 0.02, 0.6, 0.08, -0.05, 0.33, 1.2, 0.11, 0, -0.2, 0.5, 0.07,
    ];
    const { mean, interval } = pairedBootstrap(differences, { confidenceLevel: 0.95, seed: 7 });
    expect(mean).toBeCloseTo(0.217, 12);
    expect(Math.abs(interval.lower - 0.0855)).toBeLessThan(0.008);
    expect(Math.abs(interval.upper - 0.409)).toBeLessThan(0.015);
  });

  it.each([
    [[9600, 10_400], [0.5, 0.5], 908917.8054602098],
    [[9760, 10_240], [0.5, 0.5], 52.66515493688033],
    [[30, 70, 100], [0.25, 0.25, 0.5], 3.1711866214144524],
  ])('the evidence against the shares of %j', (counts, shares, evidence) => {
    const arms = counts.map((count, index) => ({ count, share: shares[index]! }));
    expect(Math.abs(sampleRatio(arms).evidence / evidence - 1)).toBeLessThan(1e-6);
  });
});

describe('by simulation', () => {
  it('the bootstrap covers the mean of skewed differences about as often as it says', () => {
    const random = seededRandom(11);
    let covered = 0;
    const repetitions = 400;
    for (let n = 0; n < repetitions; n++) {
      const differences = Array.from({ length: 40 }, () => -Math.log(1 - random()) - 1);
      const { interval } = pairedBootstrap(differences, { confidenceLevel: 0.95, seed: n, resamples: 999 });
      if (interval.lower <= 0 && interval.upper >= 0) covered += 1;
    }
    // 95 % stated; with 40 exponential differences the method is known to hold about 93 %.
    expect(covered / repetitions).toBeGreaterThan(0.9);
  });

  it('the interval of paired rates covers the difference at least about as often as it says', () => {
    const random = seededRandom(5);
    let covered = 0;
    const repetitions = 3000;
    for (let n = 0; n < repetitions; n++) {
      let onlyFirst = 0;
      let onlySecond = 0;
      for (let pair = 0; pair < 30; pair++) {
        const draw = random();
        if (draw < 0.1) onlyFirst += 1;
        else if (draw < 0.3) onlySecond += 1;
      }
      const { interval } = pairedRateTest({ onlyFirst, onlySecond, pairs: 30 }, { confidenceLevel: 0.95 });
      if (interval.lower <= 0.1 && interval.upper >= 0.1) covered += 1;
    }
    expect(covered / repetitions).toBeGreaterThan(0.94);
  });

  it('an experiment without a fault, looked at 1,000 times, is hardly ever called mismatched', () => {
    const random = seededRandom(3);
    let alarms = 0;
    for (let n = 0; n < 300; n++) {
      const arms = [
        { count: 0, share: 0.5 },
        { count: 0, share: 0.5 },
      ];
      let alarmed = false;
      for (let unit = 1; unit <= 20_000; unit++) {
        arms[random() < 0.5 ? 0 : 1]!.count += 1;
        if (unit % 20 === 0 && sampleRatio(arms).mismatch) alarmed = true;
      }
      if (alarmed) alarms += 1;
    }
    expect(alarms).toBeLessThanOrEqual(2);
  });
});

it('check 15: the sample-ratio alarm is raised by 48 to 52 of 20,000 and not by 49.5 to 50.5', () => {
  const of = (first: number) => [
    { count: first, share: 0.5 },
    { count: 20_000 - first, share: 0.5 },
  ];
  expect(sampleRatio(of(9600)).mismatch).toBe(true);
  expect(sampleRatio(of(9900)).mismatch).toBe(false);
  expect(sampleRatio([])).toEqual({ evidence: 1, mismatch: false });
});

it('the seeded numbers are the same for a seed, differ between seeds, and fill [0, 1) evenly', () => {
  const take = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 20_000 }, random);
  };
  expect(take(1)).toEqual(take(1));
  expect(take(1).slice(0, 3)).not.toEqual(take(2).slice(0, 3));
  const values = take(0);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  const buckets = Array.from({ length: 20 }, (_, n) => values.filter((value) => Math.floor(value * 20) === n).length);
  const chiSquare = buckets.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chiSquare).toBeLessThan(50);
});
