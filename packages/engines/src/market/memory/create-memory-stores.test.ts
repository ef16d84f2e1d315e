import { describeEngineStores } from '../../contract-suites/describe-engine-stores.ts';
import { createMemoryStores } from './create-memory-stores.ts';

describeEngineStores({ name: 'memory', createStore: createMemoryStores });
