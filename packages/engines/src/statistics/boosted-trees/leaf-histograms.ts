import type { BinnedRows } from './bin-features.ts';
import type { GradientPacking } from './gradient-packing.ts';
import { chooseGradientPacking, packGradients } from './gradient-packing.ts';
import type { RowRange } from './histogram.ts';
import { addPacked, addPairs, subtractHistogram, unpackHistogram } from './histogram.ts';

/** Buffers for the histograms of one tree after the other. */
export interface HistogramScratch {
  readonly spare: Float64Array[];
  readonly pairs: Float64Array;
  readonly packed: Float64Array;
}

/** Makes the buffers; histograms are added as leaves need them. */
export function histogramScratch(binned: BinnedRows): HistogramScratch {
  return { spare: [], pairs: new Float64Array(binned.histogramLength * 2), packed: new Float64Array(binned.rowCount) };
}

/** The histograms of one tree's leaves, packed where that loses nothing and in pairs elsewhere. */
export interface LeafHistograms {
  /** Sum of the gradients and of the weights of all rows of the tree. */
  readonly total: { readonly gradient: number; readonly weight: number };
  build(range: RowRange): Float64Array;
  /** The histogram of the other child; takes the parent's buffer. */
  sibling(parent: Float64Array, child: Float64Array): Float64Array;
  /** Pairs of gradient sum and weight, bin after bin; valid until the next call. */
  pairs(histogram: Float64Array): Float64Array;
  /** Gives a buffer back. */
  release(histogram: Float64Array): void;
}

/** Prepares the histograms of a tree grown on `rows`. */
export function leafHistograms(
  binned: BinnedRows,
  data: {
    readonly rows: Uint32Array;
    readonly gradients: Float64Array;
    readonly weights: Float64Array | null;
    readonly scratch: HistogramScratch;
  },
): LeafHistograms {
  const { rows, gradients, weights, scratch } = data;
  const { spare, packed, pairs } = scratch;
  const packing = weights === null ? chooseGradientPacking(gradients, rows) : null;
  if (packing !== null) packGradients(packed, { gradients, rows, packing });
  const shared = {
    sibling: (parent: Float64Array, child: Float64Array) => {
      subtractHistogram(parent, child);
      return parent;
    },
    release: (histogram: Float64Array) => {
      spare.push(histogram);
    },
  };
  const width = packing === null ? pairs.length : pairs.length / 2;
  const empty = (): Float64Array => {
    // All trees of a fit mostly want one width; a buffer of the other one is dropped.
    while (spare.length > 0) {
      const histogram = spare.pop()!;
      if (histogram.length === width) return histogram.fill(0);
    }
    return new Float64Array(width);
  };
  if (packing === null) {
    return {
      ...shared,
      total: totalOfPairs(rows, gradients, weights),
      build: (range) => {
        const histogram = empty();
        addPairs(histogram, binned, { ...range, gradients, weights });
        return histogram;
      },
      pairs: (histogram) => histogram,
    };
  }
  return {
    ...shared,
    total: totalOfPacked(rows, packed, packing),
    build: (range) => {
      const histogram = empty();
      addPacked(histogram, binned, { ...range, packed });
      return histogram;
    },
    pairs: (histogram) => {
      unpackHistogram(pairs, histogram, packing);
      return pairs;
    },
  };
}

function totalOfPairs(rows: Uint32Array, gradients: Float64Array, weights: Float64Array | null) {
  let gradient = 0;
  let weight = 0;
  for (let i = 0; i < rows.length; i++) {
    gradient += gradients[rows[i]!]!;
    weight += weights === null ? 1 : weights[rows[i]!]!;
  }
  return { gradient, weight };
}

function totalOfPacked(rows: Uint32Array, packed: Float64Array, packing: GradientPacking) {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += packed[rows[i]!]!;
  const pair = new Float64Array(2);
  unpackHistogram(pair, Float64Array.of(sum), packing);
  return { gradient: pair[0]!, weight: pair[1]! };
}
