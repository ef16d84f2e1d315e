import type { GenerateRequest, Message } from '../language-model.ts';

const CHARACTERS_PER_TOKEN = 4;
const DEFAULT_MAXIMUM_OUTPUT_TOKENS = 4096;

/**
 * An estimate from above of what a request may use: its characters at four to a token, which English prose stays below, and
 * its whole output limit. For exact counts ask the provider (`countInputTokens`).
 */
export function estimateTokens(request: GenerateRequest): number {
  let characters = request.system?.length ?? 0;
  for (const message of request.messages) for (const part of message.content) characters += charactersOf(part);
  if (request.tools !== undefined) characters += JSON.stringify(request.tools).length;
  if (request.output !== undefined) characters += JSON.stringify(request.output.schema).length;
  return Math.ceil(characters / CHARACTERS_PER_TOKEN) + (request.maxOutputTokens ?? DEFAULT_MAXIMUM_OUTPUT_TOKENS);
}

function charactersOf(part: Message['content'][number]): number {
  if (part.type === 'text' || part.type === 'reasoning') return part.text.length;
  return part.type === 'tool-call' ? part.argumentsJson.length : part.resultText.length;
}
