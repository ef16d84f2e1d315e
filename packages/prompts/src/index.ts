export { contentHash } from './content-hash.ts';
export { isPromptError, PromptError, type PromptErrorCode } from './errors.ts';
export { memoryPromptStore } from './memory/memory-prompt-store.ts';
export type { LLMPrompt, PromptContent, PromptDeployment, PromptDraft } from './prompt.ts';
export { type DeployOptions, type FoundPrompt, PromptManager, type PromptManagerOptions } from './prompt-manager.ts';
export type { PromptStore } from './prompt-store.ts';
export { defineTemplate, fence, type Template } from './template.ts';
