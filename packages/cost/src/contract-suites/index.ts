export { describeAlertOutbox } from './describe-alert-outbox.ts';
export { describeBudgetBook } from './describe-budget-book.ts';
export { describeBudgetStore } from './describe-budget-store.ts';
export { describeCallLedger } from './describe-call-ledger.ts';
export { describeSavingsLedger } from './describe-savings-ledger.ts';
