/**
 * The logarithmic mean of two positive numbers, (a - b) / (ln a - ln b): the factor that turns a share of their
 * difference on the log scale into a share of their plain difference, whatever the order of the shares. Ang, B. W.
 * (2004), "Decomposition analysis for policymaking in energy: which is the preferred method?", Energy Policy 32.
 */
export function logarithmicMean(first: number, second: number): number {
  const difference = Math.log(first) - Math.log(second);
  // Below this the quotient loses its digits, and the two means agree in all of them.
  if (Math.abs(difference) < 1e-6) return (first + second) / 2;
  return (first - second) / difference;
}
