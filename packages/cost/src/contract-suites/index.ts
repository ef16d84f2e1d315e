export { describeAlertOutbox } from './describe-alert-outbox.ts';
export { describeBudgetStore } from './describe-budget-store.ts';
export { describeCallLedger } from './describe-call-ledger.ts';
