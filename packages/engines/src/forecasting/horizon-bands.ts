import type { OriginErrors } from './rolling-origins.ts';

/** Origins that the pooled picture is worth beside those of a horizon. */
const POOLED_ORIGINS = 20;

/**
 * Half widths of the central bands, level by level and step by step: conformal quantiles of the absolute errors of each
 * horizon, shrunken to the quantile of all errors divided by the square root of their horizon, times the root of the
 * horizon (the growth of a random walk). Never narrower than at the step before or than a lower level.
 */
export function horizonBands(
  origins: readonly OriginErrors[],
  options: { readonly horizon: number; readonly levels: readonly number[] },
): readonly Float64Array[] {
  const bySteps = Array.from({ length: options.horizon }, (): number[] => []);
  const pooled: number[] = [];
  for (const { errors } of origins) {
    errors.forEach((error, step) => {
      bySteps[step]!.push(Math.abs(error));
      pooled.push(Math.abs(error) / Math.sqrt(step + 1));
    });
  }
  pooled.sort((a, b) => a - b);
  for (const errors of bySteps) errors.sort((a, b) => a - b);
  const bands = options.levels.map((level) => {
    const common = conformalQuantile(pooled, level);
    let widest = 0;
    return Float64Array.from(bySteps, (errors, step) => {
      const scaled = common * Math.sqrt(step + 1);
      const own = errors.length === 0 ? scaled : conformalQuantile(errors, level);
      // Errors of overlapping horizons repeat each other, so that a long horizon has fewer independent ones.
      const independent = errors.length / (step + 1);
      widest = Math.max(widest, (independent * own + POOLED_ORIGINS * scaled) / (independent + POOLED_ORIGINS));
      return widest;
    });
  });
  for (let level = 1; level < bands.length; level++) {
    bands[level] = bands[level]!.map((width, step) => Math.max(width, bands[level - 1]![step]!));
  }
  return bands;
}

/** The ceil((n + 1) level)-th of sorted absolute errors, the largest where n is too small. */
function conformalQuantile(sorted: readonly number[], level: number): number {
  if (sorted.length === 0) return 0;
  return sorted[Math.min(sorted.length, Math.ceil((sorted.length + 1) * level)) - 1]!;
}
