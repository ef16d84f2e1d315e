import type { PriceBook } from '../prices/price-book.ts';
import { priceUsage } from '../prices/price-usage.ts';
import { allCalls } from './all-calls.ts';
import type { BookedCall, CallLedger, CostAdjustment } from './call-ledger.ts';

export interface RepricedPeriod {
  readonly callCount: number;
  /** Calls whose cost changed. */
  readonly adjustedCallCount: number;
  /** Sum of the changes. */
  readonly deltaNanoUsd: bigint;
  /** Calls that have no price still, or no usage to price. */
  readonly unpricedCallCount: number;
}

const WRITTEN_AT_ONCE = 500;

/**
 * Prices the calls of [from, to) at what the price book says of their time today, and books the differences as adjustments.
 * Bookings stay as they are. Running it again changes nothing; two runs at once adjust every call once, because both number
 * the same adjustment alike.
 */
export async function repriceCalls(
  ports: { readonly ledger: CallLedger; readonly priceBook: PriceBook },
  period: {
    readonly from: number;
    readonly to: number;
    /** Epoch milliseconds at which it is done. */
    readonly at: number;
    readonly reason: string;
  },
): Promise<RepricedPeriod> {
  const { ledger, priceBook } = ports;
  const { from, to, at, reason } = period;
  let callCount = 0;
  let adjustedCallCount = 0;
  let deltaNanoUsd = 0n;
  let unpricedCallCount = 0;
  let adjustments: CostAdjustment[] = [];
  const write = async () => {
    adjustedCallCount += await ledger.adjust(adjustments);
    adjustments = [];
  };
  for await (const call of allCalls(ledger, { from, to })) {
    callCount += 1;
    const priced = priceOf(call, priceBook);
    if (priced === null) {
      unpricedCallCount += 1;
      continue;
    }
    const delta = priced.nanoUsd - (call.costNanoUsd ?? 0n) - (call.adjustedNanoUsd ?? 0n);
    const wasPriced = call.costNanoUsd !== null || call.adjustedNanoUsd !== null;
    if (delta === 0n && wasPriced) continue;
    deltaNanoUsd += delta;
    adjustments.push({
      adjustmentId: `reprice/${call.attemptId}/${call.adjustmentCount + 1}`,
      attemptId: call.attemptId,
      adjustedAt: at,
      deltaNanoUsd: delta,
      priceSource: priced.source,
      reason,
    });
    if (adjustments.length === WRITTEN_AT_ONCE) await write();
  }
  await write();
  return { callCount, adjustedCallCount, deltaNanoUsd, unpricedCallCount };
}

function priceOf(call: BookedCall, priceBook: PriceBook): { readonly nanoUsd: bigint; readonly source: string } | null {
  // What a caller booked by its own amount is not ours to price.
  if (call.usage === undefined) return null;
  const row = priceBook({
    provider: call.provider,
    model: call.servedModel ?? call.requestedModel,
    at: call.startedAt,
  });
  const priced = row === null ? null : priceUsage(call.usage, row);
  return row === null || priced === null ? null : { nanoUsd: priced.nanoUsd, source: row.source };
}
