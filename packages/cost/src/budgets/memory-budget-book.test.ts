import { describeBudgetBook } from '../contract-suites/describe-budget-book.ts';
import { memoryBudgetBook } from './memory-budget-book.ts';

describeBudgetBook({ name: 'memory', createBook: memoryBudgetBook });
