import type { Random } from '../random.ts';
import { createRandom } from '../random.ts';
import type { BinnedRows, FeatureBins } from './bin-features.ts';
import { binRows, chooseBins } from './bin-features.ts';
import type { BoostedTrees } from './boosted-trees.ts';
import { createBoostedTrees } from './boosted-trees.ts';
import { checkTraining } from './check-training.ts';
import type { GrownNode } from './grow-tree.ts';
import { growthScratch, growTree } from './grow-tree.ts';
import { TreeWriter } from './tree-writer.ts';
import type { TrainingData } from './training-data.ts';
import type { TreeLoss } from './tree-loss.ts';
import { lossFunction } from './tree-loss.ts';

export interface BoostedTreesOptions {
  /** Default `squared`. */
  readonly loss?: TreeLoss;
  /** Default 200. With early stopping the most. */
  readonly treeCount?: number;
  /** Default 31. */
  readonly maximumLeaves?: number;
  /** Share of each tree's values that is added. Default 0.1. */
  readonly learningRate?: number;
  /** Rows (weights, where there are some; curvatures with `logistic`) below which no leaf is made. Default 20. */
  readonly minimumLeafRows?: number;
  /** Penalty on the squared value of a leaf, in rows. Default 0. */
  readonly l2?: number;
  /** Least gain of a split. Default 0. */
  readonly minimumGain?: number;
  /** Share of the rows, and of the features, that each tree is shown. Default 1. */
  readonly rowShare?: number;
  readonly featureShare?: number;
  /** Stops when the held-out part has not improved for so many trees, and keeps the trees up to its best. */
  readonly earlyStopping?: {
    /** Share of the rows held out, drawn by the seed. Default 0.1. */
    readonly share?: number;
    /** Default 20. */
    readonly patience?: number;
  };
  /** Default 1. The same data, options and seed give the same bytes. */
  readonly seed?: number;
}

/** Trees, and how they came out. */
export interface FittedTrees {
  readonly trees: BoostedTrees;
  /** Gain of all splits on each feature, in the order of the features. */
  readonly gains: readonly number[];
  /** Mean loss on the held-out part after each tree; empty without early stopping. */
  readonly heldOutLosses: readonly number[];
}

/**
 * Gradient boosting of regression trees (Friedman 2001) on histograms of at most 254 bins, grown leaf by leaf with the
 * histogram of the larger child by subtraction, categories split by sorted gradients (Ke et al. 2017, LightGBM). Input
 * that cannot be learnt from (no row, lengths that differ, a target or value that is infinite) is refused.
 *
 * @example
 * const { trees } = fitBoostedTrees({
 *   features: [{ name: 'miles', kind: 'numeric', values: miles, monotone: -1 }],
 *   target: logPrices,
 * }, { loss: 'l1' });
 * trees.predictRow([21_000]);
 */
export function fitBoostedTrees(data: TrainingData, options: BoostedTreesOptions = {}): FittedTrees {
  const {
    treeCount = 200,
    maximumLeaves = 31,
    learningRate = 0.1,
    minimumLeafRows = 20,
    l2 = 0,
    minimumGain = 0,
    rowShare = 1,
    featureShare = 1,
    earlyStopping,
    seed = 1,
  } = options;
  const { target, weights } = checkTraining(data, { treeCount, maximumLeaves, learningRate, rowShare, featureShare });
  const { features } = data;
  const loss = lossFunction(options.loss ?? 'squared');
  const random = createRandom(seed);
  const bins = features.map(chooseBins);
  const binned = binRows(features, bins, target.length);
  const { kept, heldOut } = holdOut(target.length, { random, share: earlyStopping && (earlyStopping.share ?? 0.1) });
  const rowsOf = (from: Float64Array, rows: Uint32Array): Float64Array => Float64Array.from(rows, (row) => from[row]!);
  const heldOutTarget = rowsOf(target, heldOut);
  const heldOutWeights = weights === null ? null : rowsOf(weights, heldOut);

  const base = loss.base(rowsOf(target, kept), weights === null ? null : rowsOf(weights, kept));
  const predicted = new Float64Array(target.length).fill(base);
  const gradients = new Float64Array(target.length);
  const curvatures = loss.curvatures === null ? weights : new Float64Array(target.length);
  const residuals = new Float64Array(loss.leafQuantile === null ? 0 : target.length);
  const monotone = Int8Array.from(features, (feature) => (feature.kind === 'numeric' ? (feature.monotone ?? 0) : 0));
  const scratch = growthScratch(binned);
  const writer = new TreeWriter(features, bins);
  const gains = new Float64Array(features.length);
  const heldOutLosses: number[] = [];
  const rules = { minimumLeafWeight: minimumLeafRows, l2, minimumGain, maximumLeaves };
  let best = { loss: Number.POSITIVE_INFINITY, trees: 0 };

  for (let tree = 0; tree < treeCount; tree++) {
    loss.gradients({ target, predicted, weights }, gradients);
    if (curvatures !== null) loss.curvatures?.({ predicted, weights }, curvatures);
    for (let row = 0; row < residuals.length; row++) residuals[row] = target[row]! - predicted[row]!;
    const rows = rowShare < 1 ? drawRows(kept, { random, share: rowShare }) : kept.slice();
    const usable = drawFeatures(features.length, { random, share: featureShare });
    const nodes = growTree({
      binned,
      bins,
      rows,
      gradients,
      weights: curvatures,
      monotone,
      usable,
      rules,
      residuals,
      leafQuantile: loss.leafQuantile,
      scratch,
    });
    for (const node of nodes) node.value *= learningRate;
    writer.add(nodes);
    for (const { split } of nodes) if (split !== null) gains[split.feature] = gains[split.feature]! + split.gain;
    addPredictions(predicted, nodes, {
      rows,
      binned,
      bins,
      others: rowShare < 1 ? allBut(kept, rows, binned.rowCount) : null,
    });
    if (heldOut.length > 0) {
      addPredictions(predicted, nodes, { rows: new Uint32Array(0), binned, bins, others: heldOut });
      const mean = loss.mean(heldOutTarget, rowsOf(predicted, heldOut), heldOutWeights);
      heldOutLosses.push(mean);
      if (mean < best.loss) best = { loss: mean, trees: tree + 1 };
      if (tree + 1 - best.trees >= (earlyStopping?.patience ?? 20)) break;
    }
    if (nodes.length === 1 && nodes[0]!.value === 0 && rowShare === 1 && featureShare === 1) break;
  }
  const payload = writer.payload({ base, treeCount: heldOut.length > 0 ? best.trees : undefined });
  return { trees: createBoostedTrees(payload), gains: Array.from(gains), heldOutLosses };
}

function holdOut(
  rowCount: number,
  options: { readonly random: Random; readonly share: number | undefined },
): { readonly kept: Uint32Array; readonly heldOut: Uint32Array } {
  const all = Uint32Array.from({ length: rowCount }, (_, row) => row);
  if (options.share === undefined) return { kept: all, heldOut: new Uint32Array(0) };
  const isHeldOut = Uint8Array.from(all, () => (options.random.uniform() < options.share! ? 1 : 0));
  const heldOut = all.filter((row) => isHeldOut[row] === 1);
  // With so few rows that nothing would be left on one side, nothing is held out.
  if (heldOut.length === 0 || heldOut.length === rowCount) return { kept: all, heldOut: new Uint32Array(0) };
  return { kept: all.filter((row) => isHeldOut[row] === 0), heldOut };
}

function drawRows(rows: Uint32Array, options: { readonly random: Random; readonly share: number }): Uint32Array {
  const drawn = rows.filter(() => options.random.uniform() < options.share);
  return drawn.length === 0 ? Uint32Array.from(rows) : drawn;
}

function drawFeatures(count: number, options: { readonly random: Random; readonly share: number }): Uint8Array {
  if (options.share >= 1) return new Uint8Array(count).fill(1);
  const wanted = Math.max(1, Math.round(options.share * count));
  const usable = new Uint8Array(count);
  for (const feature of options.random.shuffle(Array.from(usable.keys())).slice(0, wanted)) usable[feature] = 1;
  return usable;
}

function allBut(kept: Uint32Array, rows: Uint32Array, rowCount: number): Uint32Array {
  const isDrawn = new Uint8Array(rowCount);
  for (const row of rows) isDrawn[row] = 1;
  return kept.filter((row) => isDrawn[row] === 0);
}

/** Adds a tree to the predictions of the rows it was grown on, whose leaf is known, and of others, who walk to theirs. */
function addPredictions(
  predicted: Float64Array,
  nodes: readonly GrownNode[],
  data: {
    readonly rows: Uint32Array;
    readonly others: Uint32Array | null;
    readonly binned: BinnedRows;
    readonly bins: readonly FeatureBins[];
  },
): void {
  const { rows, others, binned } = data;
  for (const { split, from, to, value } of rows.length === 0 ? [] : nodes) {
    if (split !== null) continue;
    for (let i = from; i < to; i++) predicted[rows[i]!] = predicted[rows[i]!]! + value;
  }
  for (const row of others ?? []) {
    let at = nodes[0]!;
    while (at.split !== null) {
      const { feature, leftBins, lastBin, missingLeft } = at.split;
      const bin = binned.columns[feature]![row]!;
      const goesLeft = bin === 0 ? missingLeft : leftBins === null ? bin <= lastBin : leftBins.includes(bin);
      at = nodes[goesLeft ? at.left : at.right]!;
    }
    predicted[row] = predicted[row]! + at.value;
  }
}
