export { describeAuditLog } from './describe-audit-log.ts';
export { describeLanguageModel } from './describe-language-model.ts';
