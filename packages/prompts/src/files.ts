export { parseCases } from './files/case-file.ts';
export { type PromptFile, readCases, readPromptFolder, writePromptFile } from './files/prompt-folder.ts';
export { type PulledPrompt, pullPrompts } from './files/pull-prompts.ts';
export { type PushedPrompt, pushPrompts } from './files/push-prompts.ts';
