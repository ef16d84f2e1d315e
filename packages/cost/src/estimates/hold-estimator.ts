import type { GenerateRequest } from '@pa/llm-core';
import type { PriceRow, TokenRates } from '../prices/price-row.ts';
import { dearestHundredths, priceUsage } from '../prices/price-usage.ts';
import { worstCaseUsage } from './worst-case-usage.ts';

/** How much to set aside for a call, integer nano-dollars. */
export interface HoldEstimator {
  estimate(call: { readonly request: GenerateRequest; readonly row: PriceRow }): bigint;
  /** Hears what a call of the same prompt version came to. */
  observe(call: { readonly request: GenerateRequest; readonly row: PriceRow; readonly costNanoUsd: bigint }): void;
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
 * Sets aside what the dearest recent call of the same feature, prompt version and model came to of its worst case, with a
 * margin, and never more than the worst case. Many more calls fit into a budget at once than by the worst case alone; a call
 * that is dearer than all of its kind can take the budget over its limit by the difference.
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
    estimate({ request, row }) {
      const worst = worstCase({ request, row });
      const history = shares.get(kindOf(request, row)) ?? [];
      if (history.length < minimumCalls) return worst;
      const share = Math.min(1, Math.max(...history) * margin);
      return (worst * BigInt(Math.ceil(share * 1e6)) + 999_999n) / 1_000_000n;
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
function worstCase({ request, row }: { readonly request: GenerateRequest; readonly row: PriceRow }): bigint {
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
