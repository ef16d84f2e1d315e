export { anthropicBatches } from './anthropic/anthropic-batches.ts';
export { anthropicModel } from './anthropic/anthropic-model.ts';
export { countInputTokens } from './anthropic/count-input-tokens.ts';
