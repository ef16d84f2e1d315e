/**
 * The chance of a standard normal number above `z`, with an error below 1.2e-7 of its size in both tails: the complementary
 * error function of Press et al., "Numerical Recipes", 6.2.
 */
export function normalUpperTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ];
  const sum = terms.reduceRight((total, term) => total * t + term, 0);
  const half = 0.5 * t * Math.exp(-x * x + sum);
  return z >= 0 ? half : 1 - half;
}

/** The number that a standard normal one stays below with probability `p`, by bisection on the tail; p in (0, 1). */
export function normalQuantile(p: number): number {
  let low = -9;
  let high = 9;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (1 - normalUpperTail(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The chance that a normal number is as far from 0 as `z`, on either side. */
export function twoSidedPValue(z: number): number {
  return Math.min(1, 2 * normalUpperTail(Math.abs(z)));
}
