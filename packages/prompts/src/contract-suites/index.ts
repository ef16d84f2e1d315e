export { describePromptStore } from './describe-prompt-store.ts';
