/** Degrees of freedom at which outliers are tamed without giving up much on clean data (Lange, Little, Taylor 1989). */
export const ROBUST_DEGREES_OF_FREEDOM = 4;

/**
 * The weight of one residual under Student t errors, from the EM of Lange, Little and Taylor (1989):
 * (nu + 1) / (nu + (residual / scale)^2). Between 0 and (nu + 1) / nu.
 */
export function robustWeight(
  residual: number,
  options: { readonly scale: number /** Default 4. */; readonly degreesOfFreedom?: number },
): number {
  const degreesOfFreedom = options.degreesOfFreedom ?? ROBUST_DEGREES_OF_FREEDOM;
  const ratio = residual / options.scale;
  return (degreesOfFreedom + 1) / (degreesOfFreedom + ratio * ratio);
}
