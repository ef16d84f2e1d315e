import { createUsage, type GenerateRequest, type Usage } from '@pa/llm-core';

const DEFAULT_MAXIMUM_OUTPUT_TOKENS = 4096;
/** Roles, separators and the provider's own instructions, for the request and again for every message. */
const OVERHEAD_TOKENS = 64;

/**
 * More than a call can use: every byte of its prompt as a token (a token of a byte-level vocabulary is at least one byte),
 * written to the dearest cache where the request asks for one, and its whole output limit.
 */
export function worstCaseUsage(request: GenerateRequest): Usage {
  const { signal: _signal, context: _context, maxOutputTokens, temperature: _temperature, ...prompt } = request;
  const inputTokens = Buffer.byteLength(JSON.stringify(prompt)) + OVERHEAD_TOKENS * (1 + request.messages.length);
  const cached = request.promptCache !== undefined;
  return createUsage({
    input: {
      uncached: cached ? 0 : inputTokens,
      cacheRead: undefined,
      cacheWrite: cached ? { [request.promptCache?.lifetime === 'long' ? '1h' : '5m']: inputTokens } : undefined,
    },
    output: { text: maxOutputTokens ?? DEFAULT_MAXIMUM_OUTPUT_TOKENS, reasoning: undefined },
    source: 'estimated',
  });
}
