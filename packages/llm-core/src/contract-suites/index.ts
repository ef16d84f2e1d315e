export { describeLanguageModel } from './describe-language-model.ts';
