import { isRight, judgeMarket } from './judged-market.ts';

/** Seeds that the weights are fitted on; no figure is measured on them. */
const FITTING = [
  ['hard', 101],
  ['hard', 102],
  ['demo', 103],
  ['demo', 104],
] as const;
const offers = FITTING.flatMap(([preset, seed]) => judgeMarket(preset, seed));
const groups = new Map<string, { readonly x: number; readonly y: number }[]>();
for (const offer of offers) {
  const name = offer.isStated ? `${offer.cause} stated` : offer.cause;
  const rows = groups.get(name) ?? [];
  rows.push({ x: Math.min(offer.score, 12) - 5, y: isRight(offer) ? 1 : 0 });
  groups.set(name, rows);
}
for (const [name, rows] of groups) {
  // Logistic regression with a weak prior: odds of one half at a score of 5, one more for each unit.
  let [at5, slope] = [0, 1];
  for (let step = 0; step < 5000; step++) {
    let first = -at5 / 4;
    let second = -(slope - 1) / 0.25;
    for (const { x, y } of rows) {
      const error = y - 1 / (1 + Math.exp(-(at5 + slope * x)));
      first += error;
      second += error * x;
    }
    at5 += (0.5 * first) / (1 + rows.length / 4);
    slope += (0.02 * second) / (1 + rows.length / 4);
  }
  const right = rows.filter(({ y }) => y === 1).length;
  console.log(`${name}: at5 ${at5.toFixed(1)}, slope ${slope.toFixed(2)} (${right} of ${rows.length} right)`);
}
