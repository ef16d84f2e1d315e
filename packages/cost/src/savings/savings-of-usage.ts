import type { Usage } from '@pa/llm-core';
import type { PriceRow } from '../prices/price-row.ts';
import { priceUsage } from '../prices/price-usage.ts';

/** What a call cost less than the same tokens uncached and at once would have. */
export interface UsageSavings {
  /** Negative where more was paid for writing the cache than was saved by reading it. */
  readonly promptCacheNanoUsd: bigint;
  readonly batchNanoUsd: bigint;
}

/** The two savings add up: first the cache at the tier as served, then the tier on what is left. `null` without a price. */
export function savingsOfUsage(usage: Usage, row: PriceRow): UsageSavings | null {
  const paid = priceUsage(usage, row);
  const uncached = priceUsage(withoutPromptCache(usage), row);
  if (paid === null || uncached === null) return null;
  const { serviceTier, ...atOnce } = usage;
  const listed = serviceTier === 'batch' ? priceUsage(withoutPromptCache(atOnce), row) : null;
  return {
    promptCacheNanoUsd: uncached.nanoUsd - paid.nanoUsd,
    batchNanoUsd: listed === null ? 0n : listed.nanoUsd - uncached.nanoUsd,
  };
}

/** The same tokens, all of them sent anew. */
export function withoutPromptCache<Counted extends Usage>(usage: Counted): Counted {
  const { uncached, cacheRead, cacheWrite } = usage.input;
  const written = Object.values(cacheWrite ?? {}).reduce((sum, count) => sum + count, 0);
  return {
    ...usage,
    input: { uncached: (uncached ?? 0) + (cacheRead ?? 0) + written, cacheRead: 0, cacheWrite: undefined },
  };
}
