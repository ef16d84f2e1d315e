export { describeAuditLog } from './describe-audit-log.ts';
export { describeBatchStore } from './describe-batch-store.ts';
export { describeLanguageModel } from './describe-language-model.ts';
