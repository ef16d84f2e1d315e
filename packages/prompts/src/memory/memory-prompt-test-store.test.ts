import { describePromptTestStore } from '../contract-suites/describe-prompt-test-store.ts';
import { memoryPromptTestStore } from './memory-prompt-test-store.ts';

describePromptTestStore({ name: 'memory', createStore: memoryPromptTestStore });
