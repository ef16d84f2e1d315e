import { describeOptimisationStore } from '../contract-suites/describe-optimisation-store.ts';
import { memoryOptimisationStore } from './memory-optimisation-store.ts';

describeOptimisationStore({ name: 'memory', createStore: memoryOptimisationStore });
