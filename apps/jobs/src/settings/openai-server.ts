import type { Settings } from './read-settings.ts';

/** Which API is spoken: compatible servers speak Chat Completions, OpenAI's newest models the Responses API alone. */
export function openAIApi({ values }: Settings): 'responses' | 'chat' {
  return values.OPENAI_API ?? (values.OPENAI_BASE_URL === undefined ? 'responses' : 'chat');
}

/** Whose models they are, for prices and the audit: a server that speaks Chat Completions behind an address of its own is not OpenAI. */
export function openAIProvider(settings: Settings): 'openai' | 'openai-compatible' {
  return openAIApi(settings) === 'chat' && settings.values.OPENAI_BASE_URL !== undefined
    ? 'openai-compatible'
    : 'openai';
}
