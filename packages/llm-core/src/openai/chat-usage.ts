import type { CompletionUsage } from 'openai/resources/completions';
import { createUsage, unknownUsage, type Usage } from '../usage.ts';

/**
 * The usage of Chat Completions as a partition: `prompt_tokens` includes what was read from and written to the cache,
 * `completion_tokens` includes reasoning. Compatible servers leave details out; then they are not known.
 */
export function fromChatUsage(
  usage: Partial<CompletionUsage> | null | undefined,
  serviceTier: string | null | undefined,
): Usage {
  if (usage === null || usage === undefined) return unknownUsage('reported');
  const read = usage.prompt_tokens_details?.cached_tokens ?? undefined;
  const written = usage.prompt_tokens_details?.cache_write_tokens ?? undefined;
  const reasoning = usage.completion_tokens_details?.reasoning_tokens ?? undefined;
  const asked = usage.prompt_tokens ?? undefined;
  const answered = usage.completion_tokens ?? undefined;
  // Some servers count reasoning beside the completion: then the total says so.
  const isBeside = reasoning !== undefined && usage.total_tokens === (asked ?? 0) + (answered ?? 0) + reasoning;
  return createUsage({
    input: {
      uncached: asked === undefined ? undefined : Math.max(0, asked - (read ?? 0) - (written ?? 0)),
      cacheRead: read,
      cacheWrite: written === undefined ? undefined : written === 0 ? {} : { default: written },
    },
    output: {
      text: answered === undefined ? undefined : Math.max(0, isBeside ? answered : answered - (reasoning ?? 0)),
      reasoning,
    },
    source: 'reported',
    ...(serviceTier ? { serviceTier } : {}),
    raw: usage,
  });
}
