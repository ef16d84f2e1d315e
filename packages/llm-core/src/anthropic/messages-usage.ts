import type { Message } from '@anthropic-ai/sdk/resources/messages/messages';
import { createUsage, type Usage } from '../usage.ts';

/** What `inference_geo` says where no region was asked for. */
const UNBOUND_REGIONS: ReadonlySet<string> = new Set(['global', 'not_available']);

/**
 * The usage of the Messages API as a partition: `input_tokens` excludes what was read from and written to the cache,
 * `output_tokens` includes thinking. Fields may be absent or null; then they are not known.
 */
export function fromMessagesUsage(usage: Partial<Message['usage']>): Usage {
  const written = usage.cache_creation_input_tokens ?? undefined;
  const short = usage.cache_creation?.ephemeral_5m_input_tokens ?? 0;
  const long = usage.cache_creation?.ephemeral_1h_input_tokens ?? 0;
  const rest = (written ?? 0) - short - long;
  const thinking = usage.output_tokens_details?.thinking_tokens ?? undefined;
  const output = usage.output_tokens ?? undefined;
  return createUsage({
    input: {
      uncached: usage.input_tokens ?? undefined,
      cacheRead: usage.cache_read_input_tokens ?? undefined,
      cacheWrite:
        written === undefined && (usage.cache_creation ?? undefined) === undefined
          ? undefined
          : {
              ...(short > 0 ? { '5m': short } : {}),
              ...(long > 0 ? { '1h': long } : {}),
              ...(rest > 0 ? { default: rest } : {}),
            },
    },
    output: {
      text: output === undefined ? undefined : Math.max(0, output - (thinking ?? 0)),
      reasoning: thinking,
    },
    source: 'reported',
    ...tierOf(usage),
    ...(usage.inference_geo && !UNBOUND_REGIONS.has(usage.inference_geo) ? { region: usage.inference_geo } : {}),
    raw: usage,
  });
}

/** Fast mode is told as a speed of its own and billed as a tier. */
function tierOf(usage: Partial<Message['usage']>): { readonly serviceTier?: string } {
  if (usage.speed === 'fast') return { serviceTier: 'fast' };
  return usage.service_tier ? { serviceTier: usage.service_tier } : {};
}
