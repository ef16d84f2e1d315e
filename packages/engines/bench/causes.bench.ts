/**
 * Macro F1 of the causes that markets of `hard` were planted with, a market at a time, each offer judged at its true value.
 *
 *   node --conditions=@pa/source packages/engines/bench/causes.bench.ts [offers] [seed ...]
 */
import { scoreCauses } from '../src/anomalies/cause/__fixtures__/score-causes.ts';

const [offers = 4_500, ...given] = process.argv.slice(2).map(Number);
const seeds = given.length > 0 ? given : [311, 312, 313, 314, 315, 316];
const byCause = new Map<string, number[]>();
const macros = seeds.map((seed) => {
  const { macroF1, scores } = scoreCauses({ preset: 'hard', seeds: [seed], offers });
  for (const [cause, score] of scores) byCause.set(cause, [...(byCause.get(cause) ?? []), score]);
  console.log(`seed ${seed}: ${macroF1.toFixed(3)}`);
  return macroF1;
});
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
console.table([...byCause].map(([cause, scores]) => ({ cause, f1: mean(scores).toFixed(3) })));
console.log(`mean of ${seeds.length} markets of ${offers} offers: ${mean(macros).toFixed(3)}`);
