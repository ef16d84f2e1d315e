export { describeExperimentStore } from './describe-experiment-store.ts';
export { describePromptStore } from './describe-prompt-store.ts';
export { describePromptTestStore } from './describe-prompt-test-store.ts';
