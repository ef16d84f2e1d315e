import type { Usage } from '@pa/llm-core';
import type { PriceRow, TokenRates } from './price-row.ts';
import { vendorRules } from './vendor-rules.ts';

export interface PricedUsage {
  readonly nanoUsd: bigint;
  /** True where the request fell into the band for long prompts. */
  readonly longPrompt: boolean;
}

/**
 * What a call cost, exact to the nano-dollar (half a nano-dollar rounds up). `null` where the usage says nothing at all, and
 * where it was served at a tier whose price is not known. A part that is not reported counts as none; reasoning is priced as
 * output.
 */
export function priceUsage(usage: Usage, row: PriceRow): PricedUsage | null {
  if (usage.total === undefined) return null;
  const hundredths = tierHundredths(row, usage.serviceTier);
  if (hundredths === undefined) return null;
  const writes = Object.entries(usage.input.cacheWrite ?? {});
  const uncached = usage.input.uncached ?? 0;
  const cacheRead = usage.input.cacheRead ?? 0;
  const inputTokens = uncached + cacheRead + writes.reduce((sum, [, count]) => sum + count, 0);
  const longPrompt = row.longPrompt !== undefined && inputTokens > row.longPrompt.aboveInputTokens;
  const rates: TokenRates = longPrompt && row.longPrompt !== undefined ? row.longPrompt.rates : row.rates;
  let perMillion = BigInt(uncached) * rates.input + BigInt(cacheRead) * (rates.cacheRead ?? rates.input);
  for (const [ttl, count] of writes) perMillion += BigInt(count) * writeRate(rates, ttl);
  perMillion += BigInt((usage.output.text ?? 0) + (usage.output.reasoning ?? 0)) * rates.output;
  const region = usage.region === undefined ? 100n : vendorRules(row.provider).regionHundredths;
  const scaled = perMillion * hundredths * region;
  return { nanoUsd: (scaled + HALF) / NANO_USD_PER_SCALED, longPrompt };
}

/** A usage bound to a region where it does not name one itself. */
export function inRegion(usage: Usage, region: string | undefined): Usage {
  return region === undefined || usage.region !== undefined ? usage : { ...usage, region };
}

/** The highest price at which a model can be served, in hundredths of the list price: dearest tier, bound to a region. */
export function dearestHundredths(row: PriceRow): bigint {
  const { tierHundredths: tiers, regionHundredths } = vendorRules(row.provider);
  const dearest = Object.values({ ...tiers, ...row.tierHundredths }).reduce((most, each) =>
    each > most ? each : most,
  );
  return (dearest * regionHundredths) / 100n;
}

/** A million tokens, hundredths of the tier and hundredths of the region. */
const NANO_USD_PER_SCALED = 1_000_000n * 100n * 100n;
const HALF = NANO_USD_PER_SCALED / 2n;

function tierHundredths(row: PriceRow, tier: string | undefined): bigint | undefined {
  if (tier === undefined) return 100n;
  return row.tierHundredths?.[tier] ?? vendorRules(row.provider).tierHundredths[tier];
}

function writeRate(rates: TokenRates, ttl: string): bigint {
  const listed = rates.cacheWrite[ttl] ?? rates.cacheWrite['default'];
  return listed ?? Object.values(rates.cacheWrite).reduce((most, each) => (each > most ? each : most), rates.input);
}
