import type { Response } from 'openai/resources/responses/responses';
import { createUsage, unknownUsage, type Usage } from '../usage.ts';

type ResponseUsage = NonNullable<Response['usage']>;

/**
 * The usage of the Responses API as a partition: `input_tokens` includes what was read from and written to the cache,
 * `output_tokens` includes reasoning. Details may be absent; then they are not known, and nothing is taken off.
 */
export function fromResponsesUsage(response: Pick<Response, 'usage' | 'service_tier'>): Usage {
  const usage: Partial<ResponseUsage> | null | undefined = response.usage;
  if (usage === null || usage === undefined) return unknownUsage('reported');
  const input: Partial<ResponseUsage['input_tokens_details']> | undefined = usage.input_tokens_details;
  const read = input?.cached_tokens ?? undefined;
  const written = input?.cache_write_tokens ?? undefined;
  const asked = usage.input_tokens ?? undefined;
  const answered = usage.output_tokens ?? undefined;
  const reasoning: number | undefined = usage.output_tokens_details?.reasoning_tokens ?? undefined;
  return createUsage({
    input: {
      uncached: asked === undefined ? undefined : Math.max(0, asked - (read ?? 0) - (written ?? 0)),
      cacheRead: read,
      cacheWrite: written === undefined ? undefined : cacheWrites(written, input?.cache_write_tokens_details),
    },
    output: {
      text: answered === undefined ? undefined : Math.max(0, answered - (reasoning ?? 0)),
      reasoning,
    },
    source: 'reported',
    ...(response.service_tier ? { serviceTier: response.service_tier } : {}),
    raw: response.usage,
  });
}

function cacheWrites(
  total: number,
  details: ResponseUsage['input_tokens_details']['cache_write_tokens_details'],
): Readonly<Record<string, number>> {
  const short = details?.ttl_30m_tokens ?? 0;
  const long = details?.ttl_12h_tokens ?? 0;
  const rest = total - short - long;
  return {
    ...(short > 0 ? { '30m': short } : {}),
    ...(long > 0 ? { '12h': long } : {}),
    ...(rest > 0 ? { default: rest } : {}),
  };
}
