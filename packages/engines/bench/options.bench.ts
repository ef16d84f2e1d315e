/**
 * What the estimates of option values, and the choice of options, are worth on markets whose truth is known.
 * Run with: pnpm bench:options [seeds]
 */
import {
  analyzeOptionLadder,
  type AvailableOption,
  optimizeOptionSelection,
  readOptionValueMarket,
} from '../src/options/index.ts';
import { createRandom } from '../src/statistics/index.ts';
import { generateMarket } from '../src/synthetic-market/index.ts';

const seeds = Number(process.argv[2] ?? 8);
const ENDS_ON = '2026-06-30';
const Z90 = 1.6449;

const sums = { count: 0, truth: 0, error: 0, orthogonal: 0, naive: 0, covered: 0, coveredOrthogonal: 0 };
const interactions = { tried: 0, claimed: 0, answersWithClaim: 0 };
const perOption = new Map<string, { truth: number; count: number; error: number; naive: number; deviation: number }>();
for (let seed = 101; seed < 101 + seeds; seed++) {
  const { listings, truth } = generateMarket({ preset: 'hard', seed, endsOn: ENDS_ON, activeListings: 0 });
  const market = readOptionValueMarket(listings, {
    scope: { make: 'Porsche', model: '911' },
    market: { priceKind: 'sold', currency: 'USD' },
    asOf: ENDS_ON,
  });
  for (const answer of analyzeOptionLadder(market).values) {
    const planted = truth.optionValues.get(answer.code) ?? 0;
    const error = answer.value.logValue - planted;
    const orthogonal = answer.orthogonal.logValue - planted;
    const naive = answer.naive.logValue - planted;
    sums.count += 1;
    sums.truth += Math.abs(planted);
    sums.error += error;
    sums.orthogonal += orthogonal;
    sums.naive += naive;
    if (Math.abs(error) <= Z90 * answer.value.standardError) sums.covered += 1;
    if (Math.abs(orthogonal) <= Z90 * answer.orthogonal.standardError) sums.coveredOrthogonal += 1;
    interactions.tried += answer.interactionsTried;
    interactions.claimed += answer.interactions.length;
    if (answer.interactions.length > 0) interactions.answersWithClaim += 1;
    const known = perOption.get(answer.code) ?? { truth: planted, count: 0, error: 0, naive: 0, deviation: 0 };
    known.count += 1;
    known.error += error;
    known.naive += naive;
    known.deviation += answer.value.standardError;
    perOption.set(answer.code, known);
  }
}

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
console.log(`${seeds} markets "hard", 911 of all generations, ${sums.count} answers`);
for (const [code, { truth, count, error, naive, deviation }] of perOption) {
  const mean = (sum: number): string => (sum / count).toFixed(4);
  console.log(
    `${code.padEnd(22)} true ${truth.toFixed(3)} error ${mean(error)} naive ${mean(naive)} se ${mean(deviation)}`,
  );
}
console.log(`bias of the value, signed errors over true values: ${share(sums.error, sums.truth)}`);
console.log(`bias without a prior: ${share(sums.orthogonal, sums.truth)}; naive: ${share(sums.naive, sums.truth)}`);
console.log(`planted confounder: bias cut by ${share(sums.naive - Math.abs(sums.error), sums.naive)}`);
console.log(
  `90 % intervals cover ${share(sums.covered, sums.count)}, without a prior ${share(sums.coveredOrthogonal, sums.count)}`,
);
console.log(
  `false interactions: ${share(interactions.claimed, interactions.tried)} of those tried, in ${share(interactions.answersWithClaim, sums.count)} of answers`,
);

const random = createRandom(60);
const times: number[] = [];
for (let round = 0; round < 40; round++) {
  const options = Array.from({ length: 60 }, (_, index): AvailableOption => {
    const other = (at: number): string => `option-${at}`;
    return {
      code: other(index),
      cost: Math.round(200 + 9_000 * random.uniform()),
      expectedValue: Math.round(9_500 * random.uniform()),
      valueDeviation: Math.round(100 + 2_000 * random.uniform()),
      requires: index > 0 && random.uniform() < 0.15 ? [other(random.integer(index))] : [],
      excludes: random.uniform() < 0.15 ? [other((index + 1 + random.integer(59)) % 60)] : [],
    };
  });
  const all = options.reduce((sum, option) => sum + option.cost, 0);
  const start = performance.now();
  optimizeOptionSelection(100_000, options, { budget: all * (0.1 + 0.4 * random.uniform()) });
  times.push(performance.now() - start);
}
times.sort((left, right) => left - right);
console.log(
  `60 options with rules and budget: median ${times[20]?.toFixed(0)} ms, worst of 40 ${times[39]?.toFixed(0)} ms`,
);
