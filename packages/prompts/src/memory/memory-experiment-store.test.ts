import { describeExperimentStore } from '../contract-suites/describe-experiment-store.ts';
import { memoryExperimentStore } from './memory-experiment-store.ts';

describeExperimentStore({ name: 'memory', createStore: memoryExperimentStore });
