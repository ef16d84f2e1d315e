import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asymptoticEffect } from './asymptotic-effect.ts';
import { boundedEffect } from './bounded-effect.ts';
import { type ArmObservation, pseudoOutcomes } from './pseudo-outcomes.ts';
import { seededRandom } from './random.ts';

const LEVEL = 0.95;
/** More false alarms than these in so many trials at 5 % are less likely than one in a thousand. */
const mostAlarms = (trials: number) => trials * 0.05 + 3.1 * Math.sqrt(trials * 0.05 * 0.95);

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** How many of the A/A tests, each looked at 1,000 times, ever see an effect. */
function falseAlarms(options: {
  readonly trials: number;
  readonly unitsPerLook: number;
  readonly share?: number;
  readonly value: (random: () => number) => number;
}): number {
  const { trials, unitsPerLook, share = 0.5, value } = options;
  let alarms = 0;
  for (let trial = 0; trial < trials; trial++) {
    const random = seededRandom(trial);
    const sequence = boundedEffect({ treatmentShare: share, confidenceLevel: LEVEL });
    let alarmed = false;
    for (let look = 0; look < 1000 && !alarmed; look++) {
      for (let unit = 0; unit < unitsPerLook; unit++)
        sequence.push({ treated: random() < share, value: value(random) });
      alarmed = sequence.evidence() >= 1 / (1 - LEVEL);
    }
    if (alarmed) alarms += 1;
  }
  return alarms;
}

describe('check 15: an A/A test that is looked at 1,000 times', () => {
  const trials = 200;

  it.each([
    ['rates of 50 %', 0.5, (random: () => number) => (random() < 0.5 ? 1 : 0)],
    ['rates of 3 %', 0.5, (random: () => number) => (random() < 0.03 ? 1 : 0)],
    ['a tenth in the treatment', 0.1, (random: () => number) => (random() < 0.2 ? 1 : 0)],
    ['means of skewed values', 0.5, (random: () => number) => random() ** 6],
  ])('on %s raises false alarms to at most 5 per cent', (_name, share, value) => {
    expect(falseAlarms({ trials, unitsPerLook: 4, share, value })).toBeLessThanOrEqual(mostAlarms(trials));
  });

  it('with one unit a look, where approximations fail, raises false alarms to at most 5 per cent', () => {
    const value = (random: () => number) => (random() < 0.02 ? 1 : 0);
    expect(falseAlarms({ trials, unitsPerLook: 1, value })).toBeLessThanOrEqual(mostAlarms(trials));
  });

  it.each([
    ['normal', (random: () => number) => 100 + normal(random)],
    ['lognormal', (random: () => number) => Math.exp(normal(random))],
  ])('on %s values without a range raises false alarms to at most 5 per cent', (_name, value) => {
    let alarms = 0;
    for (let trial = 0; trial < trials; trial++) {
      const random = seededRandom(trial);
      const sequence = asymptoticEffect({ treatmentShare: 0.5, confidenceLevel: LEVEL });
      let alarmed = false;
      for (let look = 0; look < 1000 && !alarmed; look++) {
        for (let unit = 0; unit < 5; unit++) sequence.push({ treated: random() < 0.5, value: value(random) });
        const { lower, upper } = sequence.interval();
        alarmed = lower > 0 || upper < 0;
      }
      if (alarmed) alarms += 1;
    }
    expect(alarms).toBeLessThanOrEqual(mostAlarms(trials));
  });
});

it('a true effect is found, and stays within the interval at every look', () => {
  let found = 0;
  let wrong = 0;
  for (let trial = 0; trial < 20; trial++) {
    const random = seededRandom(trial);
    const sequence = boundedEffect({ treatmentShare: 0.5, confidenceLevel: LEVEL });
    let outside = false;
    for (let look = 0; look < 16; look++) {
      for (let unit = 0; unit < 600; unit++) {
        const treated = random() < 0.5;
        sequence.push({ treated, value: random() < (treated ? 0.35 : 0.3) ? 1 : 0 });
      }
      const { lower, upper } = sequence.interval();
      if (lower > 0.05 || upper < 0.05) outside = true;
    }
    if (sequence.interval().lower > 0) found += 1;
    if (outside) wrong += 1;
  }
  expect(found).toBeGreaterThan(14);
  expect(wrong).toBeLessThanOrEqual(4);
});

it('the bounds are where the wealth of the gamblers reaches its threshold', () => {
  const random = seededRandom(9);
  const observations: ArmObservation[] = Array.from({ length: 500 }, () => {
    const treated = random() < 0.5;
    return { treated, value: random() < (treated ? 0.6 : 0.4) ? 1 : 0 };
  });
  const sequence = boundedEffect({ treatmentShare: 0.5, confidenceLevel: LEVEL });
  const toPseudo = pseudoOutcomes({ treatmentShare: 0.5, priorMean: 0.5 });
  const series = observations.map(toPseudo);
  for (const observation of observations) sequence.push(observation);
  // The definition, without logarithms, bisection or blocks.
  const wealth = (effect: number, sign: number) => {
    const stakes = Array.from({ length: 12 }, (_, n) => 0.25 * 2 ** -n);
    const each = stakes.map((stake) =>
      series.reduce((product, term) => product * (1 + stake * sign * (term - effect)), 1),
    );
    return each.reduce((sum, value) => sum + value, 0) / each.length;
  };
  const { lower, upper, estimate } = sequence.interval();
  expect(wealth(lower, 1)).toBeCloseTo(40, 2);
  expect(wealth(upper, -1)).toBeCloseTo(40, 2);
  expect(lower).toBeLessThan(estimate!);
  expect(upper).toBeGreaterThan(estimate!);
  expect(sequence.evidence() / ((wealth(0, 1) + wealth(0, -1)) / 2)).toBeCloseTo(1, 9);
});

it('turning the arms round turns the interval round, and more units never make it everything again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ treated: fc.boolean(), value: fc.double({ min: 0, max: 1, noNaN: true }) }), {
        maxLength: 200,
      }),
      (units) => {
        const of = (turn: boolean) => {
          const sequence = boundedEffect({ treatmentShare: 0.5, confidenceLevel: LEVEL });
          for (const { treated, value } of units) sequence.push({ treated: treated !== turn, value });
          return sequence.interval();
        };
        const straight = of(false);
        const turned = of(true);
        expect(turned.lower).toBeCloseTo(-straight.upper, 8);
        expect(turned.upper).toBeCloseTo(-straight.lower, 8);
        expect(straight.lower).toBeGreaterThanOrEqual(-1);
        expect(straight.upper).toBeLessThanOrEqual(1);
        expect(straight.lower).toBeLessThanOrEqual(straight.upper);
      },
    ),
    { numRuns: 60, seed: 4 },
  );
});
