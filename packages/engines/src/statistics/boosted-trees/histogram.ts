import type { BinnedRows } from './bin-features.ts';
import type { GradientPacking } from './gradient-packing.ts';

/** Rows `rows[from..to)`. */
export interface RowRange {
  readonly rows: Uint32Array;
  readonly from: number;
  readonly to: number;
}

/** Adds rows to a histogram of pairs: the sum of the gradients and the sum of the weights of each bin. */
export function addPairs(
  histogram: Float64Array,
  binned: BinnedRows,
  data: RowRange & { readonly gradients: Float64Array; readonly weights: Float64Array | null },
): void {
  const { rows, from, to, gradients, weights } = data;
  for (const { bins, starts } of binned.quads) {
    const [first, second, third, fourth] = starts;
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      const gradient = gradients[row]!;
      const weight = weights === null ? 1 : weights[row]!;
      const four = bins[row]!;
      let place = (first + (four & 255)) * 2;
      histogram[place]! += gradient;
      histogram[place + 1]! += weight;
      place = (second + ((four >>> 8) & 255)) * 2;
      histogram[place]! += gradient;
      histogram[place + 1]! += weight;
      place = (third + ((four >>> 16) & 255)) * 2;
      histogram[place]! += gradient;
      histogram[place + 1]! += weight;
      place = (fourth + (four >>> 24)) * 2;
      histogram[place]! += gradient;
      histogram[place + 1]! += weight;
    }
  }
}

/** Adds rows to a histogram of packed numbers, one a bin. */
export function addPacked(
  histogram: Float64Array,
  binned: BinnedRows,
  data: RowRange & { readonly packed: Float64Array },
): void {
  const { rows, from, to, packed } = data;
  for (const { bins, starts } of binned.quads) {
    const [first, second, third, fourth] = starts;
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      const value = packed[row]!;
      const four = bins[row]!;
      histogram[first + (four & 255)]! += value;
      histogram[second + ((four >>> 8) & 255)]! += value;
      histogram[third + ((four >>> 16) & 255)]! += value;
      histogram[fourth + (four >>> 24)]! += value;
    }
  }
}

/** Turns a histogram of packed numbers into one of pairs. */
export function unpackHistogram(pairs: Float64Array, histogram: Float64Array, packing: GradientPacking): void {
  const perUnit = 1 / packing.unit;
  const perScale = 1 / packing.scale;
  for (let bin = 0; bin < histogram.length; bin++) {
    const value = histogram[bin]!;
    const count = Math.floor(value * perUnit + 0.5);
    pairs[2 * bin] = (value - count * packing.unit) * perScale;
    pairs[2 * bin + 1] = count;
  }
}

/** Turns the histogram of a parent into that of its other child. */
export function subtractHistogram(parent: Float64Array, child: Float64Array): void {
  for (let i = 0; i < parent.length; i++) parent[i]! -= child[i]!;
}
