/** Probability that a standard normal value is at least this far from 0. Source: Numerical Recipes, erfc. */
export function twoSidedProbability(score: number): number {
  const z = Math.abs(score) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * z);
  const coefficients = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ];
  const sum = coefficients.reduceRight((total, coefficient) => total * t + coefficient, 0);
  return Math.min(1, t * Math.exp(-z * z + sum));
}
