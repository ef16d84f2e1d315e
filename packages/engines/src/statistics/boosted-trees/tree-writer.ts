import type { TreesPayload } from './boosted-trees-payload.ts';
import { TREES_VERSION } from './boosted-trees-payload.ts';
import type { FeatureBins } from './bin-features.ts';
import type { GrownNode } from './grow-tree.ts';
import type { TreeFeature } from './tree-features.ts';

/** Collects grown trees in the stored form, with bins turned back into values. */
export class TreeWriter {
  readonly #features: readonly TreeFeature[];
  readonly #bins: readonly FeatureBins[];
  readonly #roots: number[] = [];
  readonly #feature: number[] = [];
  readonly #value: number[] = [];
  readonly #left: number[] = [];
  readonly #missingLeft: number[] = [];
  readonly #sets: number[][] = [];

  constructor(features: readonly TreeFeature[], bins: readonly FeatureBins[]) {
    this.#features = features;
    this.#bins = bins;
  }

  /** Appends one tree. A right child stands behind its left one in the nodes as in the stored form. */
  add(nodes: readonly GrownNode[]): void {
    const root = this.#feature.length;
    this.#roots.push(root);
    for (const { split, value, left } of nodes) {
      this.#feature.push(split?.feature ?? -1);
      this.#left.push(split === null ? 0 : root + left);
      this.#missingLeft.push(split?.missingLeft === true ? 1 : 0);
      if (split === null) this.#value.push(value);
      else {
        const bins = this.#bins[split.feature]!;
        if (split.leftBins === null) this.#value.push(bins.bounds[split.lastBin - 1]!);
        else {
          this.#value.push(this.#sets.length);
          this.#sets.push(split.leftBins.filter((bin) => bin > 0).map((bin) => bins.codes[bin - 1]!));
        }
      }
    }
  }

  /** The stored form of the first `treeCount` trees, or of all. */
  payload(options: { readonly base: number; readonly treeCount: number | undefined }): TreesPayload {
    const roots = this.#roots.slice(0, options.treeCount);
    const end = this.#roots[roots.length] ?? this.#feature.length;
    return {
      version: TREES_VERSION,
      features: this.#features.map(({ name, kind }, index) =>
        kind === 'numeric' ? { name, kind } : { name, kind, codes: [...this.#bins[index]!.codes] },
      ),
      base: options.base,
      roots,
      feature: this.#feature.slice(0, end),
      value: this.#value.slice(0, end),
      left: this.#left.slice(0, end),
      missingLeft: this.#missingLeft.slice(0, end),
      sets: this.#sets,
    };
  }
}
