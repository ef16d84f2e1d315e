const STEPS = [1000, 500, 100, 50, 5] as const;

/** How often honest prices stand on each step of roundness, from the roundest on; the last is any whole number. */
export type RoundnessShares = readonly number[];

/** Step of roundness of an amount: 0 for whole thousands, the number of steps for one that is not round at all. */
export function roundnessOf(amount: number): number {
  for (let step = 0; step < STEPS.length; step++) if (amount % STEPS[step]! === 0) return step;
  return STEPS.length;
}

/** Learns the shares from prices, with one imagined price on every step. */
export function learnRoundness(amounts: Iterable<number>): RoundnessShares {
  const counts = Array.from({ length: STEPS.length + 1 }, () => 1);
  let total = counts.length;
  for (const amount of amounts) {
    const step = roundnessOf(amount);
    counts[step] = counts[step]! + 1;
    total++;
  }
  return counts.map((count) => count / total);
}

/** The probability that an honest price is this very number, among numbers of its size: what roundness says of it. */
export function roundnessDensity(shares: RoundnessShares, amount: number): number {
  return densityOf(shares, roundnessOf(amount));
}

/** The greatest of the densities that any price can have. */
export function greatestDensity(shares: RoundnessShares): number {
  let greatest = 0;
  for (let step = 0; step < shares.length; step++) greatest = Math.max(greatest, densityOf(shares, step));
  return greatest;
}

function densityOf(shares: RoundnessShares, step: number): number {
  const share = shares[step]!;
  // A share is spread over the numbers that stand on the step and on none before it.
  const every = step < STEPS.length ? STEPS[step]! : 1;
  const rounder = step === 0 ? 0 : 1 / STEPS[step - 1]!;
  return share / Math.max(1e-6, 1 / every - rounder);
}
