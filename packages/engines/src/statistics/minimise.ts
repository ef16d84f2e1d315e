/** Golden-section search of a function with one minimum in [lower, upper]; answers the place. */
export function minimiseScalar(
  objective: (x: number) => number,
  options: { readonly lower: number; readonly upper: number /** Default 1e-4. */; readonly tolerance?: number },
): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  const tolerance = options.tolerance ?? 1e-4;
  let { lower, upper } = options;
  let left = upper - ratio * (upper - lower);
  let right = lower + ratio * (upper - lower);
  let atLeft = objective(left);
  let atRight = objective(right);
  while (upper - lower > tolerance) {
    if (atLeft <= atRight) {
      upper = right;
      right = left;
      atRight = atLeft;
      left = upper - ratio * (upper - lower);
      atLeft = objective(left);
    } else {
      lower = left;
      left = right;
      atLeft = atRight;
      right = lower + ratio * (upper - lower);
      atRight = objective(right);
    }
  }
  return (lower + upper) / 2;
}

/**
 * Compass search inside a box: tries a step up and down along each axis, keeps what improves, halves the steps where
 * nothing does. Needs no gradient and always ends at a point no worse than the start. Answers the place.
 */
export function minimiseInBox(
  objective: (point: readonly number[]) => number,
  options: {
    readonly start: readonly number[];
    readonly lower: readonly number[];
    readonly upper: readonly number[];
    /** First step as a share of each side. Default 0.25. */
    readonly step?: number;
    /** Share of each side at which the search ends. Default 0.005. */
    readonly tolerance?: number;
  },
): readonly number[] {
  const point = [...options.start];
  let best = objective(point);
  let step = options.step ?? 0.25;
  const tolerance = options.tolerance ?? 0.005;
  while (step >= tolerance) {
    let improved = false;
    for (let axis = 0; axis < point.length; axis++) {
      const lower = options.lower[axis]!;
      const upper = options.upper[axis]!;
      const here = point[axis]!;
      for (const direction of [1, -1]) {
        const moved = Math.min(upper, Math.max(lower, here + direction * step * (upper - lower)));
        if (moved === here) continue;
        point[axis] = moved;
        const value = objective(point);
        if (value < best) {
          best = value;
          improved = true;
          break;
        }
        point[axis] = here;
      }
    }
    if (!improved) step /= 2;
  }
  return point;
}
