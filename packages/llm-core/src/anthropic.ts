export { anthropicModel } from './anthropic/anthropic-model.ts';
