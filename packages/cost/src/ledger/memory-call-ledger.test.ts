import { describeCallLedger } from '../contract-suites/describe-call-ledger.ts';
import { memoryCallLedger } from './memory-call-ledger.ts';

describeCallLedger({ name: 'memory', createLedger: memoryCallLedger });
