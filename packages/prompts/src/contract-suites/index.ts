export { describeExperimentStore } from './describe-experiment-store.ts';
export { describeOptimisationStore } from './describe-optimisation-store.ts';
export { describePromptStore } from './describe-prompt-store.ts';
export { describePromptTestStore } from './describe-prompt-test-store.ts';
