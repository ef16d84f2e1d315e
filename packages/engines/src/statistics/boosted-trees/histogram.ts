import type { BinnedRows } from './bin-features.ts';

/**
 * Adds the rows `rows[from..to)` to a histogram of pairs: the sum of the gradients and the sum of the weights of each
 * bin. Without weights a row counts as 1.
 */
export function addToHistogram(
  histogram: Float64Array,
  binned: BinnedRows,
  data: {
    readonly rows: Uint32Array;
    readonly from: number;
    readonly to: number;
    readonly gradients: Float64Array;
    readonly weights: Float64Array | null;
  },
): void {
  const { cells, featureCount } = binned;
  const { rows, from, to, gradients, weights } = data;
  if (weights === null) {
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      const gradient = gradients[row]!;
      const first = row * featureCount;
      for (let cell = first; cell < first + featureCount; cell++) {
        const place = cells[cell]!;
        histogram[place]! += gradient;
        histogram[place + 1]! += 1;
      }
    }
    return;
  }
  for (let i = from; i < to; i++) {
    const row = rows[i]!;
    const gradient = gradients[row]!;
    const weight = weights[row]!;
    const first = row * featureCount;
    for (let cell = first; cell < first + featureCount; cell++) {
      const place = cells[cell]!;
      histogram[place]! += gradient;
      histogram[place + 1]! += weight;
    }
  }
}

/** Turns the histogram of a parent into that of its other child. */
export function subtractHistogram(parent: Float64Array, child: Float64Array): void {
  for (let i = 0; i < parent.length; i++) parent[i]! -= child[i]!;
}
