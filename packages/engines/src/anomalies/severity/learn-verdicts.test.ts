import { describe, expect, it } from 'vitest';
import type { AnomalyCause } from '../../market/anomaly.ts';
import { vehicleNamed } from '../../market/vehicle.ts';
import { createRandom } from '../../statistics/random.ts';
import type { Listing } from '../../market/listing.ts';
import { defaultLogOdds, DEFAULT_SCALE, probabilityOf } from './confirmation-scale.ts';
import { learnFromVerdicts, MOST_SHIFT, type Verdict } from './learn-verdicts.ts';

interface Finding {
  readonly cause: AnomalyCause;
  readonly score: number;
  readonly residual: number;
  readonly amount: number;
  readonly isRight: boolean;
}

const CAUSES: readonly AnomalyCause[] = [
  'bargain',
  'overpriced',
  'rare_car',
  'typo',
  'stale_listing',
  'wrong_currency',
];

/** Share of the right findings that a reviewer confirms. */
type Taste = (finding: Omit<Finding, 'isRight'>) => number;

/** Findings of which those are right that a reviewer says are. */
function drawFindings(count: number, { seed, confirms }: { seed: number; confirms: Taste }): Finding[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const cause = random.choice(CAUSES);
    const score = 2 + 6 * random.uniform();
    const size = 0.1 + 0.9 * random.uniform();
    const residual = cause === 'bargain' || (cause === 'typo' && random.uniform() < 0.5) ? -size : size;
    const drawn = { cause, score, residual, amount: Math.exp(9 + 3 * random.uniform()) };
    const logOdds = defaultLogOdds({ cause, isStated: false, score });
    return { ...drawn, isRight: random.uniform() < probabilityOf(logOdds) * confirms(drawn) };
  });
}

const listing = { vehicle: vehicleNamed({ make: 'Porsche', model: '911', generation: null, trim: null }) } as Pick<
  Listing,
  'vehicle'
> as Listing;
const priceOf = ({ amount }: Finding) => ({ amount, currency: 'USD', kind: 'ask' }) as const;
const found = (finding: Finding) => ({
  listing,
  price: priceOf(finding),
  score: finding.score,
  residual: finding.residual,
  cause: { cause: finding.cause, isStated: false, note: '', meantAmount: null },
});
const verdictOn = (finding: Finding): Verdict => ({
  anomaly: {
    cause: finding.cause,
    score: finding.score,
    segment: 'porsche/911',
    price: priceOf(finding),
    expectedPrice: finding.amount / Math.exp(finding.residual),
  },
  isConfirmed: finding.isRight,
});

function precisionAtRecall(findings: readonly Finding[], order: (finding: Finding) => number, recall: number): number {
  const total = findings.filter(({ isRight }) => isRight).length;
  let hits = 0;
  const sorted = findings.toSorted((left, right) => order(right) - order(left));
  for (const [place, { isRight }] of sorted.entries()) {
    if (isRight) hits++;
    if (hits >= recall * total) return hits / (place + 1);
  }
  return 0;
}

describe('learnFromVerdicts', () => {
  it('is the default scale without a verdict', () => {
    const scale = learnFromVerdicts([]);
    for (const finding of drawFindings(50, { seed: 1, confirms: () => 1 })) {
      expect(scale.probability(found(finding))).toBeCloseTo(DEFAULT_SCALE.probability(found(finding)), 12);
    }
  });

  it.each<{ readonly reviewer: string; readonly confirms: Taste }>([
    {
      reviewer: 'finds rare cars and old offers natural',
      confirms: ({ cause }) => (cause === 'rare_car' || cause === 'stale_listing' ? 0.05 : 1),
    },
    { reviewer: 'wants the cheap ones', confirms: ({ residual }) => (residual < 0 ? 1 : 0.05) },
    { reviewer: 'minds large deviations only', confirms: ({ residual }) => (Math.abs(residual) > 0.5 ? 1 : 0.05) },
    { reviewer: 'minds dear cars only', confirms: ({ amount }) => (amount > 36_000 ? 1 : 0.05) },
  ])('raises precision at equal recall by ten points after 50 verdicts of one who $reviewer', ({ confirms }) => {
    const unseen = drawFindings(4_000, { seed: 3, confirms });
    for (const recall of [0.5, 0.7, 0.8]) {
      const before = precisionAtRecall(unseen, (finding) => DEFAULT_SCALE.probability(found(finding)), recall);
      const gains = [2, 12, 22].map((seed) => {
        const scale = learnFromVerdicts(drawFindings(50, { seed, confirms }).map(verdictOn));
        return precisionAtRecall(unseen, (finding) => scale.probability(found(finding)), recall) - before;
      });
      expect(Math.min(...gains), `at recall ${recall}`).toBeGreaterThan(0.1);
    }
  });

  it('loses next to nothing where the reviewer agrees with it', () => {
    const confirms = () => 1;
    const unseen = drawFindings(4_000, { seed: 5, confirms });
    for (const seed of [6, 7, 8]) {
      const scale = learnFromVerdicts(drawFindings(50, { seed, confirms }).map(verdictOn));
      const before = precisionAtRecall(unseen, (finding) => DEFAULT_SCALE.probability(found(finding)), 0.8);
      const after = precisionAtRecall(unseen, (finding) => scale.probability(found(finding)), 0.8);
      expect(after).toBeGreaterThan(before - 0.02);
    }
  });

  it('never moves log odds beyond its bound, however many verdicts there are', () => {
    const logOdds = (probability: number) => Math.log(probability / (1 - probability));
    const finding: Finding = { cause: 'bargain', score: 4, residual: -0.3, amount: 40_000, isRight: false };
    const before = logOdds(DEFAULT_SCALE.probability(found(finding)));
    for (const isRight of [true, false]) {
      const one = learnFromVerdicts([verdictOn({ ...finding, isRight })]);
      const many = learnFromVerdicts(Array.from({ length: 5_000 }, () => verdictOn({ ...finding, isRight })));
      const shift = (scale: typeof one) => logOdds(scale.probability(found(finding))) - before;
      expect(Math.sign(shift(one))).toBe(isRight ? 1 : -1);
      expect(Math.abs(shift(many))).toBeGreaterThan(Math.abs(shift(one)));
      expect(Math.abs(shift(many))).toBeLessThanOrEqual(MOST_SHIFT + 1e-9);
    }
  });
});
