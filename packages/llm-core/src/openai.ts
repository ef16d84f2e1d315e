export { openAIModel } from './openai/openai-model.ts';
