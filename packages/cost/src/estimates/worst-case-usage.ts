import { createUsage, type GenerateRequest, type Usage } from '@pa/llm-core';

const DEFAULT_MAXIMUM_OUTPUT_TOKENS = 4096;
/** Roles, separators and the provider's own instructions, for the request and again for every message. */
const OVERHEAD_TOKENS = 64;
/** Instructions that providers add where there are tools, or a form to keep to: several hundred tokens. */
const ADDED_INSTRUCTION_TOKENS = 1_024;

/**
 * More than a call can use: every byte of its prompt as a token (a token of a byte-level vocabulary is at least one byte),
 * written to the dearest cache where the request asks for one, and its whole output limit.
 */
export function worstCaseUsage(request: GenerateRequest): Usage {
  const { signal: _signal, context: _context, maxOutputTokens, temperature: _temperature, ...prompt } = request;
  const isInstructed = (request.tools?.length ?? 0) > 0 || request.output !== undefined;
  const inputTokens =
    Buffer.byteLength(JSON.stringify(prompt)) +
    OVERHEAD_TOKENS * (1 + request.messages.length) +
    (isInstructed ? ADDED_INSTRUCTION_TOKENS : 0);
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
