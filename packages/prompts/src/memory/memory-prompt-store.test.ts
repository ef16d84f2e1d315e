import { describePromptStore } from '../contract-suites/describe-prompt-store.ts';
import { memoryPromptStore } from './memory-prompt-store.ts';

describePromptStore({ name: 'memory', createStore: memoryPromptStore });
