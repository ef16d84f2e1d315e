/**
 * Downhill simplex search of Nelder and Mead (1965) inside a box: a point outside is moved to the nearest side. Starts
 * from `start` and one step along each axis; answers the best place seen and its value. Deterministic.
 */
export function searchSimplex(
  objective: (point: Float64Array) => number,
  options: {
    readonly start: readonly number[];
    readonly lower: readonly number[];
    readonly upper: readonly number[];
    /** First step as a share of each side. Default 0.2. */
    readonly step?: number;
    /** Default 60 evaluations an axis. */
    readonly maximumEvaluations?: number;
    /** Relative spread of the values of the simplex at which the search ends. Default 1e-5. */
    readonly tolerance?: number;
  },
): { readonly point: Float64Array; readonly value: number } {
  const { lower, upper } = options;
  const size = options.start.length;
  const step = options.step ?? 0.2;
  const tolerance = options.tolerance ?? 1e-5;
  const limit = options.maximumEvaluations ?? 60 * size;
  let evaluations = 0;
  const clamp = (point: Float64Array): Float64Array => {
    for (let axis = 0; axis < size; axis++) {
      point[axis] = Math.min(upper[axis]!, Math.max(lower[axis]!, point[axis]!));
    }
    return point;
  };
  const judge = (point: Float64Array) => {
    evaluations++;
    const value = objective(clamp(point));
    return { point, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const simplex = [judge(Float64Array.from(options.start))];
  for (let axis = 0; axis < size; axis++) {
    const point = Float64Array.from(simplex[0]!.point);
    const side = step * (upper[axis]! - lower[axis]!);
    point[axis] = point[axis]! + side <= upper[axis]! ? point[axis]! + side : point[axis]! - side;
    simplex.push(judge(point));
  }
  const byValue = (a: { value: number }, b: { value: number }): number => a.value - b.value;
  simplex.sort(byValue);
  while (evaluations < limit) {
    const best = simplex[0]!;
    const worst = simplex[size]!;
    if (Math.abs(worst.value - best.value) <= tolerance * (Math.abs(best.value) + 1e-12)) break;
    const centre = new Float64Array(size);
    for (let vertex = 0; vertex < size; vertex++) {
      for (let axis = 0; axis < size; axis++) centre[axis] = centre[axis]! + simplex[vertex]!.point[axis]! / size;
    }
    const along = (factor: number) =>
      judge(centre.map((middle, axis) => middle + factor * (worst.point[axis]! - middle)));
    const reflected = along(-1);
    if (reflected.value < best.value) {
      const expanded = along(-2);
      simplex[size] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < simplex[size - 1]!.value) {
      simplex[size] = reflected;
    } else {
      const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
      if (contracted.value < Math.min(reflected.value, worst.value)) {
        simplex[size] = contracted;
      } else {
        for (let vertex = 1; vertex <= size; vertex++) {
          const point = simplex[vertex]!.point;
          simplex[vertex] = judge(point.map((value, axis) => (value + best.point[axis]!) / 2));
        }
      }
    }
    simplex.sort(byValue);
  }
  return simplex[0]!;
}
