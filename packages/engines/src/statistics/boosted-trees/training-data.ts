import type { TreeFeature } from './tree-features.ts';

/** What trees are learnt from: one entry a row in every list. */
export interface TrainingData {
  readonly features: readonly TreeFeature[];
  /** One finite number a row. */
  readonly target: ArrayLike<number>;
  /** Non-negative weight of each row; 0 leaves a row out. Default: all 1. */
  readonly weights?: ArrayLike<number>;
}
