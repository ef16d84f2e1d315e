import type { TreeFeature } from './tree-features.ts';

/** Bins of a feature besides that of missing values, so that a bin number fits a byte. */
export const MOST_BINS = 254;
/** Values read for the bounds of the bins of one feature. */
const MOST_SAMPLED = 50_000;

/** How one feature is cut into bins. Bin 0 is for missing values. */
export interface FeatureBins {
  readonly kind: 'numeric' | 'categorical';
  /** Number of bins, bin 0 included. */
  readonly count: number;
  /** Numeric: a value stands in the first bin whose bound is not below it, the last bin having none; ascending. */
  readonly bounds: Float64Array;
  /** Categorical: the code of each bin from 1 on; codes without one count as missing. */
  readonly codes: readonly number[];
}

/** The bins of four features, a byte each, the first in the lowest: one read serves four sums. */
export interface FeatureQuad {
  /** One entry a row. */
  readonly bins: Uint32Array;
  /** First bin of each of the four in a histogram. */
  readonly starts: readonly [number, number, number, number];
}

/** All features of all rows as bins. */
export interface BinnedRows {
  readonly rowCount: number;
  readonly featureCount: number;
  /** For histograms. Where features are not a multiple of four the rest counts into a last bin that nobody reads. */
  readonly quads: readonly FeatureQuad[];
  /** The bins of each feature, for sending rows left and right. */
  readonly columns: readonly Uint8Array[];
  /** First bin of each feature in a histogram; the entry after the last feature is the bin that nobody reads. */
  readonly starts: Int32Array;
  /** Bins of a histogram, that one included. */
  readonly histogramLength: number;
}

/** Chooses the bins of a feature: one for each distinct value where there are few, else of about equal counts. */
export function chooseBins(feature: TreeFeature): FeatureBins {
  return feature.kind === 'numeric' ? numericBins(feature.values) : categoricalBins(feature.values);
}

function numericBins(values: ArrayLike<number>): FeatureBins {
  const stride = Math.max(1, Math.ceil(values.length / MOST_SAMPLED));
  const sample = new Float64Array(Math.ceil(values.length / stride));
  let known = 0;
  for (let row = 0; row < values.length; row += stride) {
    const value = values[row]!;
    if (value === value) sample[known++] = value;
  }
  const sorted = sample.subarray(0, known).sort();
  const distinct: number[] = [];
  const counts: number[] = [];
  for (let i = 0; i < known; i++) {
    const value = sorted[i]!;
    if (distinct.length > 0 && distinct[distinct.length - 1] === value) counts[counts.length - 1]!++;
    else {
      distinct.push(value);
      counts.push(1);
    }
  }
  const bounds: number[] = [];
  const between = (index: number): number => {
    const low = distinct[index]!;
    const middle = low + (distinct[index + 1]! - low) / 2;
    return middle < distinct[index + 1]! ? middle : low;
  };
  if (distinct.length <= MOST_BINS) {
    for (let i = 0; i + 1 < distinct.length; i++) bounds.push(between(i));
  } else {
    let left = known;
    let filled = 0;
    for (let i = 0; i + 1 < distinct.length && bounds.length < MOST_BINS - 1; i++) {
      filled += counts[i]!;
      const wanted = left / (MOST_BINS - bounds.length);
      if (filled < wanted) continue;
      bounds.push(between(i));
      left -= filled;
      filled = 0;
    }
  }
  return { kind: 'numeric', count: known === 0 ? 1 : bounds.length + 2, bounds: Float64Array.from(bounds), codes: [] };
}

function categoricalBins(values: ArrayLike<number>): FeatureBins {
  const counts = new Map<number, number>();
  for (let row = 0; row < values.length; row++) {
    const code = values[row]!;
    if (code >= 0) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const codes = [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_BINS)
    .map(([code]) => code);
  return { kind: 'categorical', count: codes.length + 1, bounds: new Float64Array(0), codes };
}

/** Puts all rows into the bins chosen. */
export function binRows(features: readonly TreeFeature[], bins: readonly FeatureBins[], rowCount: number): BinnedRows {
  const starts = new Int32Array(features.length + 1);
  bins.forEach(({ count }, index) => {
    starts[index + 1] = starts[index]! + count;
  });
  const featureCount = features.length;
  const columns = features.map(({ values }, index) => {
    const toBin = binFinder(bins[index]!);
    const column = new Uint8Array(rowCount);
    for (let row = 0; row < rowCount; row++) column[row] = toBin(values[row]!);
    return column;
  });
  const quads: FeatureQuad[] = [];
  for (let first = 0; first < featureCount; first += 4) quads.push(quadOf(first, { columns, starts, rowCount }));
  return { rowCount, featureCount, quads, columns, starts, histogramLength: starts[featureCount]! + 1 };
}

function quadOf(
  first: number,
  data: { readonly columns: readonly Uint8Array[]; readonly starts: Int32Array; readonly rowCount: number },
): FeatureQuad {
  const { columns, starts, rowCount } = data;
  const four = new Uint32Array(rowCount);
  for (let feature = first; feature < Math.min(first + 4, columns.length); feature++) {
    const column = columns[feature]!;
    const shift = 8 * (feature - first);
    for (let row = 0; row < rowCount; row++) four[row]! |= column[row]! << shift;
  }
  const start = (feature: number): number => starts[Math.min(feature, columns.length)]!;
  return { bins: four, starts: [start(first), start(first + 1), start(first + 2), start(first + 3)] };
}

/** A function from a value to its bin. */
export function binFinder(bins: FeatureBins): (value: number) => number {
  if (bins.kind === 'categorical') {
    const places = new Map(bins.codes.map((code, index) => [code, index + 1]));
    return (code) => places.get(code) ?? 0;
  }
  const { bounds, count } = bins;
  return (value) => {
    if (value !== value || count === 1) return 0;
    let low = 0;
    let high = bounds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (value <= bounds[middle]!) high = middle;
      else low = middle + 1;
    }
    return low + 1;
  };
}
