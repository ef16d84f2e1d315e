import type { GenerateRequest } from '@pa/llm-core';
import type { PriceRow, TokenRates } from '../prices/price-row.ts';
import { dearestHundredths, priceUsage } from '../prices/price-usage.ts';
import { worstCaseUsage } from './worst-case-usage.ts';

interface PricedCall {
  readonly request: GenerateRequest;
  readonly row: PriceRow;
}

/** How much to set aside for a call, integer nano-dollars. */
export interface HoldEstimator {
  /** More than the call can cost: a budget holds as strictly as this does. */
  estimate(call: PricedCall): bigint;
  /** What a call of its kind comes to at most, going by those before it; `null` where too few are known. Default: `null`. */
  likely?(call: PricedCall): bigint | null;
  /** Hears what a call of the same prompt version came to. */
  observe(call: PricedCall & { readonly costNanoUsd: bigint }): void;
}

/** Sets aside more than a call can cost, so that a budget holds whatever is asked. It covers every service tier and region. */
export function worstCaseHolds(): HoldEstimator {
  return { estimate: worstCase, observe: () => {} };
}

export interface LearnedHoldOptions {
  /** Calls of a prompt version that are remembered. Default 200. */
  readonly remembered?: number;
  /** Calls before its history is believed. Default 20. */
  readonly minimumCalls?: number;
  /** What the dearest remembered call is multiplied by. Default 1.25. */
  readonly margin?: number;
}

/**
 * Sets aside the worst case as `worstCaseHolds` does, and learns what calls of the same feature, prompt version and model
 * come to: what the dearest recent one came to of its worst case, with a margin, and never more than that. So a budget stays
 * strict, and a call that finds its money held by others knows whether waiting for them will help.
 */
export function learnedHolds(options: LearnedHoldOptions = {}): HoldEstimator {
  const { remembered = 200, minimumCalls = 20, margin = 1.25 } = options;
  const shares = new Map<string, number[]>();
  const kindOf = (request: GenerateRequest, row: PriceRow): string =>
    JSON.stringify([
      request.context?.feature ?? null,
      request.context?.promptName ?? null,
      request.context?.promptVersion ?? null,
      row.provider,
      row.model,
    ]);
  return {
    estimate: worstCase,
    likely({ request, row }) {
      const history = shares.get(kindOf(request, row)) ?? [];
      if (history.length < minimumCalls) return null;
      const share = Math.min(1, Math.max(...history) * margin);
      return (worstCase({ request, row }) * BigInt(Math.ceil(share * 1e6)) + 999_999n) / 1_000_000n;
    },
    observe({ request, row, costNanoUsd }) {
      const worst = worstCase({ request, row });
      if (worst === 0n) return;
      const kind = kindOf(request, row);
      const history = shares.get(kind) ?? [];
      history.push(Number((costNanoUsd * 1_000_000n) / worst) / 1e6);
      if (history.length > remembered) history.shift();
      shares.set(kind, history);
    },
  };
}

/** The dearest way in which the request can be served: written to the dearest cache, at the dearest tier, in a bound region. */
function worstCase({ request, row }: PricedCall): bigint {
  const { longPrompt } = row;
  // A provider may write its cache unasked: price the prompt at the dearest rate there is.
  const dearest: PriceRow = {
    ...row,
    rates: allInputAtItsDearest(row.rates),
    ...(longPrompt === undefined
      ? {}
      : { longPrompt: { ...longPrompt, rates: allInputAtItsDearest(longPrompt.rates) } }),
  };
  const nanoUsd = priceUsage(worstCaseUsage(request), dearest)?.nanoUsd ?? 0n;
  return (nanoUsd * dearestHundredths(row) + 99n) / 100n;
}

function allInputAtItsDearest(rates: TokenRates): TokenRates {
  const input = Object.values(rates.cacheWrite).reduce((most, rate) => (rate > most ? rate : most), rates.input);
  return { ...rates, input };
}
