import { describeBudgetStore } from '../contract-suites/describe-budget-store.ts';
import { memoryBudgetStore } from './memory-budget-store.ts';

describeBudgetStore({ name: 'memory', createStore: memoryBudgetStore });
