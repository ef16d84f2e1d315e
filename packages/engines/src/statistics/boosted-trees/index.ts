export type { CategoricalFeature, NumericFeature, TreeFeature } from './tree-features.ts';
export type { TreeLoss } from './tree-loss.ts';
export type { BoostedTrees } from './boosted-trees.ts';
export { boostedTreesFromPayload } from './boosted-trees.ts';
export type { TrainingData } from './training-data.ts';
export type { BoostedTreesOptions, FittedTrees } from './fit-boosted-trees.ts';
export { fitBoostedTrees } from './fit-boosted-trees.ts';
