import { describeAlertOutbox } from '../contract-suites/describe-alert-outbox.ts';
import { memoryAlertOutbox } from './memory-alert-outbox.ts';

describeAlertOutbox({ name: 'memory', createOutbox: memoryAlertOutbox });
