import type { BookedCall, CallLedger } from '../ledger/call-ledger.ts';
import { allCalls } from '../ledger/all-calls.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { priceUsage } from '../prices/price-usage.ts';

/** Which model a call would have gone to; `null` leaves it where it was. */
export type Substitute = (call: BookedCall) => {
  readonly provider: string;
  readonly model: string;
  /** Tokens of that model for a token of this one, of the same text. Default 1. */
  readonly tokenFactor?: number;
} | null;

export interface ReplayedFeature {
  readonly feature: string | null;
  readonly callCount: number;
  readonly actualNanoUsd: bigint;
  readonly replayedNanoUsd: bigint;
}

export interface Replay {
  /** Calls whose cost is known on both sides. Both sums are theirs. */
  readonly comparedCallCount: number;
  readonly actualNanoUsd: bigint;
  readonly replayedNanoUsd: bigint;
  readonly byFeature: readonly ReplayedFeature[];
  /** Calls left out: without a usage, without a cost, or without a price on the other model. */
  readonly leftOutCallCount: number;
  /** What the figures do not know. */
  readonly caveats: readonly string[];
}

/**
 * Prices the calls of [from, to) as if other models had served them, with the same tokens at the prices of the time of each
 * call. It compares money: whether the other model would have done the work is a question for tests.
 */
export async function replayLedger(
  ports: { readonly ledger: Pick<CallLedger, 'calls'>; readonly priceBook: PriceBook },
  query: {
    readonly from: number;
    readonly to: number;
    readonly substitute: Substitute;
    /** Prices of this instant in place of those of each call, for a model that is younger than the calls. */
    readonly pricesAt?: number;
  },
): Promise<Replay> {
  const features = new Map<string | null, ReplayedFeature>();
  let leftOutCallCount = 0;
  let sameTokens = false;
  for await (const call of allCalls(ports.ledger, query)) {
    const target = query.substitute(call);
    const replayed = target === null ? costOf(call) : replayedCost(call, { ...target, ...query, ...ports });
    const actual = costOf(call);
    if (replayed === null || actual === null) {
      leftOutCallCount += 1;
      continue;
    }
    sameTokens ||= target !== null && target.tokenFactor === undefined;
    const known = features.get(call.feature);
    features.set(call.feature, {
      feature: call.feature,
      callCount: (known?.callCount ?? 0) + 1,
      actualNanoUsd: (known?.actualNanoUsd ?? 0n) + actual,
      replayedNanoUsd: (known?.replayedNanoUsd ?? 0n) + replayed,
    });
  }
  const byFeature = [...features.values()].sort((left, right) => (left.actualNanoUsd > right.actualNanoUsd ? -1 : 1));
  return {
    comparedCallCount: byFeature.reduce((sum, { callCount }) => sum + callCount, 0),
    actualNanoUsd: byFeature.reduce((sum, { actualNanoUsd }) => sum + actualNanoUsd, 0n),
    replayedNanoUsd: byFeature.reduce((sum, { replayedNanoUsd }) => sum + replayedNanoUsd, 0n),
    byFeature,
    leftOutCallCount,
    caveats: [
      'Answers of another model are longer or shorter, and it may fail more often: this prices the tokens that were used.',
      ...(sameTokens
        ? ['Another vendor counts the same text in other tokens: give a token factor where you know it.']
        : []),
      ...(leftOutCallCount > 0 ? [`${leftOutCallCount} calls are left out of both sums.`] : []),
    ],
  };
}

function costOf(call: BookedCall): bigint | null {
  if (call.costNanoUsd === null && call.adjustedNanoUsd === null) return null;
  return (call.costNanoUsd ?? 0n) + (call.adjustedNanoUsd ?? 0n);
}

function replayedCost(
  call: BookedCall,
  target: NonNullable<ReturnType<Substitute>> & { readonly priceBook: PriceBook; readonly pricesAt?: number },
): bigint | null {
  if (call.usage === undefined) return null;
  const { provider, model, priceBook, pricesAt, tokenFactor = 1 } = target;
  const row = priceBook({ provider, model, at: pricesAt ?? call.startedAt });
  if (row === null) return null;
  const scale = (count: number | undefined) => (count === undefined ? undefined : Math.round(count * tokenFactor));
  const { input, output } = call.usage;
  const writes = Object.entries(input.cacheWrite ?? {}).map(([ttl, count]) => [ttl, Math.round(count * tokenFactor)]);
  const { serviceTier, ...rest } = call.usage;
  const usage = {
    ...rest,
    input: {
      uncached: scale(input.uncached),
      cacheRead: scale(input.cacheRead),
      cacheWrite: input.cacheWrite === undefined ? undefined : (Object.fromEntries(writes) as Record<string, number>),
    },
    output: { text: scale(output.text), reasoning: scale(output.reasoning) },
  };
  // A tier of one vendor is no tier of the other, but a batch is a batch at both.
  const keepsTier = serviceTier !== undefined && (provider === call.provider || serviceTier === 'batch');
  return priceUsage(keepsTier ? { ...usage, serviceTier } : usage, row)?.nanoUsd ?? null;
}
