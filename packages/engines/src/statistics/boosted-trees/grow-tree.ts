import { selectQuantile } from '../select-quantile.ts';
import { weightedQuantile } from '../quantile.ts';
import type { BinnedRows, FeatureBins } from './bin-features.ts';
import type { HistogramScratch } from './leaf-histograms.ts';
import { histogramScratch, leafHistograms } from './leaf-histograms.ts';
import type { Split, SplitRules } from './split-finder.ts';
import { findSplit } from './split-finder.ts';

/** A node of a grown tree; leaves have no split. */
export interface GrownNode {
  readonly from: number;
  readonly to: number;
  readonly gradient: number;
  readonly weight: number;
  split: Split | null;
  left: number;
  right: number;
  value: number;
}

/** Everything a tree is grown from. `rows` is reordered so that each node's rows stand together. */
export interface GrowthData {
  readonly binned: BinnedRows;
  readonly bins: readonly FeatureBins[];
  readonly rows: Uint32Array;
  readonly gradients: Float64Array;
  readonly weights: Float64Array | null;
  readonly monotone: Int8Array;
  readonly usable: Uint8Array;
  readonly rules: SplitRules & { readonly maximumLeaves: number };
  /** target - predicted, where leaves are quantiles of it. */
  readonly residuals: Float64Array;
  readonly leafQuantile: number | null;
  readonly scratch: GrowthScratch;
}

/** Buffers that all trees of a fit share. */
export interface GrowthScratch {
  readonly histograms: HistogramScratch;
  readonly rightRows: Uint32Array;
  readonly values: Float64Array;
}

/** Makes the buffers. */
export function growthScratch(binned: BinnedRows): GrowthScratch {
  return {
    histograms: histogramScratch(binned),
    rightRows: new Uint32Array(binned.rowCount + 1),
    values: new Float64Array(binned.rowCount),
  };
}

/** Grows one tree leaf by leaf, always splitting the leaf that gains most. Node 0 is the root. */
export function growTree(data: GrowthData): readonly GrownNode[] {
  const { binned, rows, gradients, weights, scratch } = data;
  const histograms = leafHistograms(binned, { rows, gradients, weights, scratch: scratch.histograms });
  const nodes: GrownNode[] = [node({ from: 0, to: rows.length, ...histograms.total })];
  const open = new Map<number, { readonly histogram: Float64Array; readonly split: Split }>();
  const consider = (index: number, histogram: Float64Array): void => {
    const split = findSplit(histograms.pairs(histogram), nodes[index]!, data);
    if (split.feature < 0) histograms.release(histogram);
    else open.set(index, { histogram, split });
  };

  consider(0, histograms.build({ rows, from: 0, to: rows.length }));
  for (let leaves = 1; leaves < data.rules.maximumLeaves && open.size > 0; leaves++) {
    let chosen = -1;
    for (const [index, { split }] of open) {
      if (chosen < 0 || split.gain > open.get(chosen)!.split.gain) chosen = index;
    }
    const { histogram: ofParent, split } = open.get(chosen)!;
    open.delete(chosen);
    const parent = nodes[chosen]!;
    const middle = partition(parent, split, data);
    parent.split = split;
    parent.left = nodes.length;
    parent.right = nodes.length + 1;
    const { leftGradient, leftWeight } = split;
    nodes.push(node({ from: parent.from, to: middle, gradient: leftGradient, weight: leftWeight }));
    nodes.push(
      node({
        from: middle,
        to: parent.to,
        gradient: parent.gradient - leftGradient,
        weight: parent.weight - leftWeight,
      }),
    );
    if (leaves + 1 === data.rules.maximumLeaves) {
      histograms.release(ofParent);
      break;
    }
    const leftIsSmaller = middle - parent.from <= parent.to - middle;
    const { from, to } = nodes[leftIsSmaller ? parent.left : parent.right]!;
    const ofSmall = histograms.build({ rows, from, to });
    const ofLarge = histograms.sibling(ofParent, ofSmall);
    consider(parent.left, leftIsSmaller ? ofSmall : ofLarge);
    consider(parent.right, leftIsSmaller ? ofLarge : ofSmall);
  }
  for (const { histogram } of open.values()) histograms.release(histogram);
  setValues(nodes, data);
  return nodes;
}

function node(start: Pick<GrownNode, 'from' | 'to' | 'gradient' | 'weight'>): GrownNode {
  return { ...start, split: null, left: -1, right: -1, value: 0 };
}

/** Moves the rows of a node that go left before those that go right, each in their order; answers where the right begin. */
function partition(parent: GrownNode, split: Split, data: GrowthData): number {
  const { rows, binned, bins, scratch } = data;
  const column = binned.columns[split.feature]!;
  const goesLeft = new Uint8Array(bins[split.feature]!.count);
  if (split.leftBins === null) goesLeft.fill(1, 1, split.lastBin + 1);
  else for (const bin of split.leftBins) goesLeft[bin] = 1;
  goesLeft[0] = split.missingLeft ? 1 : 0;
  const { rightRows } = scratch;
  let left = parent.from;
  let right = 0;
  for (let i = parent.from; i < parent.to; i++) {
    // Written to both sides without a branch, which would be guessed wrong half of the time.
    const row = rows[i]!;
    const isLeft = goesLeft[column[row]!]!;
    rows[left] = row;
    rightRows[right] = row;
    left += isLeft;
    right += 1 - isLeft;
  }
  rows.set(rightRows.subarray(0, right), left);
  return left;
}

/**
 * Sets the values of the leaves. Below a monotone split every value on its lower side stays at or under the mean of the
 * two children's own values and every value on the other side at or over it: two rows that differ in one monotone
 * feature part at such a split, so that their order holds whatever the leaves would say by themselves.
 */
function setValues(nodes: readonly GrownNode[], data: GrowthData): void {
  const bounds = nodes.map(() => ({ low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }));
  nodes.forEach((entry, index) => {
    const { low, high } = bounds[index]!;
    if (entry.split === null) {
      entry.value = Math.min(high, Math.max(low, ownValue(entry, data)));
      return;
    }
    const direction = data.monotone[entry.split.feature]!;
    if (direction === 0) {
      bounds[entry.left] = { low, high };
      bounds[entry.right] = { low, high };
      return;
    }
    const mean = (ownValue(nodes[entry.left]!, data) + ownValue(nodes[entry.right]!, data)) / 2;
    const middle = Math.min(high, Math.max(low, mean));
    bounds[entry.left] = direction > 0 ? { low, high: middle } : { low: middle, high };
    bounds[entry.right] = direction > 0 ? { low: middle, high } : { low, high: middle };
  });
}

function ownValue(entry: GrownNode, data: GrowthData): number {
  const { residuals, weights, leafQuantile, scratch, rows } = data;
  if (leafQuantile === null) return entry.weight > 0 ? -entry.gradient / (entry.weight + data.rules.l2) : 0;
  const count = entry.to - entry.from;
  const { values } = scratch;
  for (let i = 0; i < count; i++) values[i] = residuals[rows[entry.from + i]!]!;
  if (weights === null) return selectQuantile(values, { from: 0, to: count, probability: leafQuantile });
  const own = Float64Array.from(rows.subarray(entry.from, entry.to), (row) => weights[row]!);
  const value = weightedQuantile(values.subarray(0, count), { weights: own, probability: leafQuantile });
  return Number.isNaN(value) ? 0 : value;
}
