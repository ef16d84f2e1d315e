import { createUsage, estimateTokens, type GenerateRequest, type Usage } from '@pa/llm-core';

/** English prose has about four characters to a token, tables and code fewer. */
const CHARACTERS_PER_TOKEN = 4;

/**
 * What a call that broke off has used, as far as it can be told from outside: its whole prompt and what had arrived of the
 * answer. Never 0 for a prompt that is not empty. What the provider charges for hidden reasoning is not in it.
 */
export function estimateUsage(request: GenerateRequest, options: { readonly arrivedText: string }): Usage {
  const { maxOutputTokens: _, ...prompt } = request;
  return createUsage({
    input: {
      uncached: estimateTokens({ ...prompt, maxOutputTokens: 0 }),
      cacheRead: undefined,
      cacheWrite: undefined,
    },
    output: { text: Math.ceil(options.arrivedText.length / CHARACTERS_PER_TOKEN), reasoning: undefined },
    source: 'estimated',
  });
}
