/** What is known of one option's share of its list price before its own sales are looked at. */
export interface RetentionPrior {
  /** Mean share of the list price that comes back. */
  readonly retainedShare: number;
  /** Standard deviation between options. */
  readonly spread: number;
}

/** One option's estimated share of its list price. */
export interface RetentionEstimate {
  readonly retainedShare: number;
  readonly standardError: number;
}

const FEWEST_OPTIONS = 5;
const SMALLEST_SPREAD = 0.15;

/** Where too few options with a list price are known: a third comes back, give or take a half. */
const WITHOUT_EVIDENCE: RetentionPrior = { retainedShare: 0.35, spread: 0.5 };

/**
 * The prior that other options of the market give: the mean and the spread of their retained shares by the method of
 * DerSimonian and Laird (1986). The option in question is not among them, so that it never vouches for itself.
 */
export function retentionPrior(others: readonly RetentionEstimate[]): RetentionPrior {
  const usable = others.filter((other) => other.standardError > 0 && other.standardError < 2);
  if (usable.length < FEWEST_OPTIONS) return WITHOUT_EVIDENCE;
  const precisions = usable.map((other) => 1 / other.standardError ** 2);
  const total = sum(precisions);
  const mean = sum(usable.map((other, index) => other.retainedShare * (precisions[index] ?? 0))) / total;
  const heterogeneity = sum(usable.map((other, index) => (precisions[index] ?? 0) * (other.retainedShare - mean) ** 2));
  const correction = total - sum(precisions.map((precision) => precision ** 2)) / total;
  const variance = Math.max(0, (heterogeneity - (usable.length - 1)) / correction);
  const widened = usable.map((other) => 1 / (other.standardError ** 2 + variance));
  const center = sum(usable.map((other, index) => other.retainedShare * (widened[index] ?? 0))) / sum(widened);
  return { retainedShare: center, spread: Math.max(SMALLEST_SPREAD, Math.sqrt(variance)) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
