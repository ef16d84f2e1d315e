import type { Usage } from '@pa/llm-core';
import type { PriceRow, TokenRates } from './price-row.ts';

export interface PricedUsage {
  readonly nanoUsd: bigint;
  /** True where the request fell into the band for long prompts. */
  readonly longPrompt: boolean;
}

/** Share of the list price that a service tier costs, in hundredths. Tiers that are not listed cost the list price. */
const TIER_HUNDREDTHS: Readonly<Record<string, bigint>> = { batch: 50n, flex: 50n, priority: 200n, fast: 200n };

/**
 * What a call cost, exact to the nano-dollar (half a nano-dollar rounds up). `null` where the usage says nothing at all.
 * A part that is not reported counts as none; reasoning is priced as output.
 */
export function priceUsage(usage: Usage, row: PriceRow): PricedUsage | null {
  if (usage.total === undefined) return null;
  const writes = Object.entries(usage.input.cacheWrite ?? {});
  const uncached = usage.input.uncached ?? 0;
  const cacheRead = usage.input.cacheRead ?? 0;
  const inputTokens = uncached + cacheRead + writes.reduce((sum, [, count]) => sum + count, 0);
  const longPrompt = row.longPrompt !== undefined && inputTokens > row.longPrompt.aboveInputTokens;
  const rates: TokenRates = longPrompt && row.longPrompt !== undefined ? row.longPrompt.rates : row.rates;
  let perMillion = BigInt(uncached) * rates.input + BigInt(cacheRead) * (rates.cacheRead ?? rates.input);
  for (const [ttl, count] of writes) {
    perMillion += BigInt(count) * (rates.cacheWrite[ttl] ?? rates.cacheWrite['default'] ?? rates.input);
  }
  perMillion += BigInt((usage.output.text ?? 0) + (usage.output.reasoning ?? 0)) * rates.output;
  const scaled = perMillion * (TIER_HUNDREDTHS[usage.serviceTier ?? ''] ?? 100n);
  return { nanoUsd: (scaled + 50_000_000n) / 100_000_000n, longPrompt };
}
