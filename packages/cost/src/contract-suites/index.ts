export { describeCallLedger } from './describe-call-ledger.ts';
