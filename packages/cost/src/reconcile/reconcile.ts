import type { Usage } from '@pa/llm-core';
import { allCalls } from '../ledger/all-calls.ts';
import type { BookedCall, CallLedger } from '../ledger/call-ledger.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { priceUsage } from '../prices/price-usage.ts';
import { withoutSnapshot } from '../prices/snapshot-suffix.ts';
import type { VendorLine } from './vendor-line.ts';

/**
 * Why a day of a model differs. `rounding`: by less than the vendor's cents. `missing-in-ledger`: the vendor served calls that
 * were never booked here. `missing-at-vendor`: the report does not have the model on that day. `unpriced`: calls of ours have
 * no price. `estimated`: calls of ours broke off and were estimated. `tokens`: the counts of tokens differ. `price`: none of
 * these, so that a price, a tier or a region is not what we think.
 */
export type Discrepancy =
  | 'rounding'
  | 'missing-in-ledger'
  | 'missing-at-vendor'
  | 'unpriced'
  | 'estimated'
  | 'tokens'
  | 'price';

export interface ReconciledLine {
  readonly day: string;
  readonly model: string | null;
  /** What the vendor billed, or its tokens at our prices; `null` where those have no price. */
  readonly vendorNanoUsd: bigint | null;
  readonly ledgerNanoUsd: bigint;
  readonly vendorTokens: number | null;
  readonly ledgerTokens: number;
  readonly ledgerCallCount: number;
  /** Empty where both say the same. */
  readonly discrepancies: readonly Discrepancy[];
}

export interface Reconciliation {
  readonly provider: string;
  /** `billed`: the vendor's money. `priced`: the vendor's tokens at our prices, without the bands of long prompts. */
  readonly basis: 'billed' | 'priced';
  readonly vendorNanoUsd: bigint;
  readonly ledgerNanoUsd: bigint;
  /** Ours less theirs, as a share of theirs; `null` where theirs is 0. */
  readonly driftShare: number | null;
  readonly lines: readonly ReconciledLine[];
}

const DAY_MS = 86_400_000;
const CENT_NANO_USD = 10_000_000n;

/**
 * Lays a vendor's report beside the ledger, day by day and model by model, and says why they differ. All lines must be of one
 * report, and there must be one; only the days that it spans are compared.
 */
export async function reconcile(
  lines: readonly VendorLine[],
  ports: { readonly ledger: Pick<CallLedger, 'calls'>; readonly priceBook: PriceBook },
): Promise<Reconciliation> {
  const [first] = lines;
  if (first === undefined) throw new TypeError('there is no line to reconcile');
  const { provider } = first;
  const days = lines.map(({ day }) => day).sort();
  const namesModels = lines.some(({ model }) => model !== null);
  const keyOf = (day: string, model: string | null) => `${day}\n${namesModels ? (model ?? '') : ''}`;
  const theirs = Map.groupBy(lines, ({ day, model }) => keyOf(day, model));
  const ours = new Map<string, BookedCall[]>();
  const period = {
    from: Date.parse(`${days[0]}T00:00:00Z`),
    to: Date.parse(`${days.at(-1)}T00:00:00Z`) + DAY_MS,
  };
  for await (const call of allCalls(ports.ledger, period)) {
    if (call.provider !== provider) continue;
    const day = new Date(call.startedAt).toISOString().slice(0, 10);
    const key = keyOf(day, withoutSnapshot(call.servedModel ?? call.requestedModel));
    const known = ours.get(key);
    if (known === undefined) ours.set(key, [call]);
    else known.push(call);
  }
  const compared = [...new Set([...theirs.keys(), ...ours.keys()])]
    .sort()
    .map((key) => compare(key, { theirs: theirs.get(key) ?? [], ours: ours.get(key) ?? [], provider, ...ports }))
    // Attempts that reached nobody are nothing to anybody.
    .filter(
      (line) =>
        line.vendorTokens !== 0 || line.ledgerTokens > 0 || line.ledgerNanoUsd > 0n || line.vendorNanoUsd !== 0n,
    );
  const sum = (of: (line: ReconciledLine) => bigint | null) =>
    compared.reduce((total, line) => total + (of(line) ?? 0n), 0n);
  const vendorNanoUsd = sum((line) => line.vendorNanoUsd);
  const ledgerNanoUsd = sum((line) => line.ledgerNanoUsd);
  return {
    provider,
    basis: first.billedNanoUsd === null ? 'priced' : 'billed',
    vendorNanoUsd,
    ledgerNanoUsd,
    driftShare: vendorNanoUsd === 0n ? null : Number(ledgerNanoUsd - vendorNanoUsd) / Number(vendorNanoUsd),
    lines: compared,
  };
}

function compare(
  key: string,
  sides: {
    readonly theirs: readonly VendorLine[];
    readonly ours: readonly BookedCall[];
    readonly provider: string;
    readonly priceBook: PriceBook;
  },
): ReconciledLine {
  const { theirs, ours } = sides;
  const [day = '', model = ''] = key.split('\n');
  const costs = theirs.map((line) => line.billedNanoUsd ?? priceOf(line, sides));
  const vendorNanoUsd = costs.includes(null) ? null : costs.reduce((sum: bigint, cost) => sum + (cost ?? 0n), 0n);
  const usages = theirs.flatMap(({ usage }) => (usage === null ? [] : [usage]));
  const line = {
    day,
    model: model === '' ? null : model,
    vendorNanoUsd,
    ledgerNanoUsd: ours.reduce((sum, call) => sum + (call.costNanoUsd ?? 0n) + (call.adjustedNanoUsd ?? 0n), 0n),
    vendorTokens: usages.length === 0 && theirs.length > 0 ? null : tokensOf(usages),
    ledgerTokens: ours.reduce((sum, call) => sum + (call.tokenCount ?? 0), 0),
    ledgerCallCount: ours.length,
  };
  return { ...line, discrepancies: discrepanciesOf(line, sides) };
}

function discrepanciesOf(
  line: Omit<ReconciledLine, 'discrepancies'>,
  { theirs, ours }: { readonly theirs: readonly VendorLine[]; readonly ours: readonly BookedCall[] },
): readonly Discrepancy[] {
  if (ours.length === 0) return ['missing-in-ledger'];
  if (theirs.length === 0) return line.ledgerTokens === 0 ? [] : ['missing-at-vendor'];
  const differs = line.vendorNanoUsd !== line.ledgerNanoUsd;
  const found: Discrepancy[] = [];
  const isUnpriced = (call: BookedCall) =>
    call.tokenCount !== null && call.costNanoUsd === null && call.adjustedNanoUsd === null;
  if (ours.some(isUnpriced)) found.push('unpriced');
  if (differs && ours.some((call) => call.usageSource === 'estimated')) found.push('estimated');
  if (line.vendorTokens !== null && line.vendorTokens !== line.ledgerTokens) found.push('tokens');
  if (!differs || found.length > 0) return found;
  const difference = (line.vendorNanoUsd ?? 0n) - line.ledgerNanoUsd;
  const size = difference < 0n ? -difference : difference;
  return [size <= CENT_NANO_USD * BigInt(theirs.length) ? 'rounding' : 'price'];
}

/** Tokens of a whole day say nothing of the length of single prompts: they are priced outside of the bands. */
function priceOf(
  line: VendorLine,
  { provider, priceBook }: { readonly provider: string; readonly priceBook: PriceBook },
): bigint | null {
  const at = Date.parse(`${line.day}T00:00:00Z`);
  const row = line.model === null ? null : priceBook({ provider, model: line.model, at });
  if (row === null || line.usage === null) return null;
  const { longPrompt: _, ...outsideBands } = row;
  return priceUsage(line.usage, outsideBands)?.nanoUsd ?? null;
}

function tokensOf(usages: readonly Omit<Usage, 'raw'>[]): number {
  return usages.reduce((sum, { total }) => sum + (total ?? 0), 0);
}
