import type { GenerateRequest } from '@pa/llm-core';
import type { PriceRow } from '../prices/price-row.ts';
import { priceUsage } from '../prices/price-usage.ts';
import { worstCaseUsage } from './worst-case-usage.ts';

/** How much to set aside for a call, integer nano-dollars. */
export interface HoldEstimator {
  estimate(call: { readonly request: GenerateRequest; readonly row: PriceRow }): bigint;
  /** Hears what a call of the same prompt version came to. */
  observe(call: { readonly request: GenerateRequest; readonly row: PriceRow; readonly costNanoUsd: bigint }): void;
}

/** Sets aside more than a call can cost, so that a budget holds whatever is asked. Twice the list price covers every service tier. */
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

/** The dearest tier: priority and fast cost twice the list price. */
function worstCase({ request, row }: { readonly request: GenerateRequest; readonly row: PriceRow }): bigint {
  const usage = { ...worstCaseUsage(request), serviceTier: 'priority' };
  const writes = Object.values(row.rates.cacheWrite);
  const dearestWrite = writes.reduce((dearest, rate) => (rate > dearest ? rate : dearest), row.rates.input);
  // A provider may write its cache unasked: price the prompt at the dearest rate there is.
  const rates = { ...row.rates, input: dearestWrite };
  const longWrites = Object.values(row.longPrompt?.rates.cacheWrite ?? {});
  const longPrompt =
    row.longPrompt === undefined
      ? {}
      : {
          longPrompt: {
            ...row.longPrompt,
            rates: {
              ...row.longPrompt.rates,
              input: longWrites.reduce(
                (dearest, rate) => (rate > dearest ? rate : dearest),
                row.longPrompt.rates.input,
              ),
            },
          },
        };
  return priceUsage(usage, { ...row, rates, ...longPrompt })?.nanoUsd ?? 0n;
}
