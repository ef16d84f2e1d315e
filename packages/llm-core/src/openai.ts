export { countInputTokens } from './openai/count-input-tokens.ts';
export { openAIBatches } from './openai/openai-batches.ts';
export { type ChatModelOptions, openAIChatModel } from './openai/openai-chat-model.ts';
export { openAIModel } from './openai/openai-model.ts';
