import { describeSavingsLedger } from '../contract-suites/describe-savings-ledger.ts';
import { memorySavingsLedger } from './memory-savings-ledger.ts';

describeSavingsLedger({ name: 'memory', createLedger: memorySavingsLedger });
