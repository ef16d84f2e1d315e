import {
  type GenerateRequest,
  type GenerateResult,
  isLlmError,
  type LanguageModel,
  type Usage,
  type WrapModel,
} from '@pa/llm-core';
import type { AlertOutbox } from './alerts/alert-outbox.ts';
import { unpricedAlert } from './alerts/unpriced-alert.ts';
import { callUsage } from './estimates/call-usage.ts';
import { estimateUsage } from './estimates/estimate-usage.ts';
import type { CallLedger } from './ledger/call-ledger.ts';
import type { CallRecord } from './ledger/call-record.ts';
import type { PriceBook } from './prices/price-book.ts';
import { inRegion, priceUsage } from './prices/price-usage.ts';
import type { SavingLine, SavingsLedger } from './savings/savings-ledger.ts';
import { savingsOfUsage } from './savings/savings-of-usage.ts';

export interface MeteringOptions {
  readonly ledger: CallLedger;
  readonly priceBook: PriceBook;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Where it is booked what the provider's prompt cache and its batch rate saved. Default: nowhere. */
  readonly savings?: SavingsLedger;
  /** Where a model without a price is told of, once a day. Default: nowhere. */
  readonly alerts?: AlertOutbox;
  /** The region that a model is bound to, where its answers do not say so themselves. */
  readonly regionOf?: (model: { readonly provider: string; readonly modelId: string }) => string | undefined;
  /** Hears where savings or an alert could not be written, which fails no call. */
  readonly onNoteError?: (error: unknown) => void;
}

/** Refusals of ours that reached no provider and so cost nothing. */
const localRefusals: ReadonlySet<string> = new Set([
  'rate-limited',
  'breaker-open',
  'budget-exceeded',
  'not-configured',
]);

/**
 * Books every attempt with what it cost, failed and aborted ones included; where the provider did not say what a broken
 * call used, that is estimated. It stands inside retry and fallback, so that
 * each attempt is a booking of its own, under the id of the attempt where it has one: what is read again, such as the answers
 * of a batch, is booked once. A ledger that cannot be written fails the call: unbooked money is not spent twice.
 */
export function withMetering(options: MeteringOptions): WrapModel {
  return (model) => ({
    provider: model.provider,
    modelId: model.modelId,
    async generate(request) {
      const startedAt = options.now();
      try {
        const result = await model.generate(request);
        await book(options, answered(options, { model, request, startedAt, result }));
        return result;
      } catch (error) {
        await bookFailure(options, { model, request, startedAt, error, arrivedText: '' });
        throw error;
      }
    },
    async *stream(request) {
      const startedAt = options.now();
      let settled = false;
      let arrivedText = '';
      try {
        for await (const event of model.stream(request)) {
          if (event.type === 'text-delta' || event.type === 'reasoning-delta') arrivedText += event.text;
          if (event.type === 'finish') {
            settled = true;
            await book(options, answered(options, { model, request, startedAt, result: event.result }));
          }
          yield event;
        }
      } catch (error) {
        if (!settled) await bookFailure(options, { model, request, startedAt, error, arrivedText });
        settled = true;
        throw error;
      } finally {
        // The reader went away before the end: the provider has been paid for what it wrote.
        if (!settled) {
          const call = { model, request, startedAt };
          const used = usageFields(options, { ...call, usage: estimateUsage(request, { arrivedText }) });
          await book(options, { ...blank(options, call), ...used, outcome: 'aborted', errorCode: 'aborted' });
        }
      }
    },
  });
}

interface Call {
  readonly model: LanguageModel;
  readonly request: GenerateRequest;
  readonly startedAt: number;
}

function blank(
  options: MeteringOptions,
  { model, request, startedAt }: Call,
): Omit<CallRecord, 'outcome' | 'errorCode'> {
  return {
    attemptId: options.newId(),
    startedAt,
    durationMs: options.now() - startedAt,
    provider: model.provider,
    requestedModel: model.modelId,
    servedModel: null,
    feature: request.context?.feature ?? null,
    userId: request.context?.userId ?? null,
    jobId: request.context?.jobId ?? null,
    promptName: request.context?.promptName ?? null,
    promptVersion: request.context?.promptVersion ?? null,
    tokenCount: null,
    usageSource: null,
    costNanoUsd: null,
    priceSource: null,
  };
}

function answered(options: MeteringOptions, call: Call & { readonly result: GenerateResult }): CallRecord {
  const { result } = call;
  const attempt = result.attempts.at(-1);
  return {
    ...blank(options, call),
    ...(attempt === undefined ? {} : { attemptId: attempt.attemptId }),
    servedModel: result.servedModel,
    outcome: 'answered',
    errorCode: null,
    ...usageFields(options, { ...call, served: result, usage: result.usage }),
  };
}

/** What was used and what that costs, at the prices of the model that served, else of the one that was asked. */
function usageFields(
  options: MeteringOptions,
  {
    model,
    startedAt,
    served,
    usage,
  }: Call & {
    readonly usage: Usage;
    readonly served?: { readonly provider: string; readonly servedModel: string };
  },
): Pick<CallRecord, 'tokenCount' | 'usageSource' | 'usage' | 'costNanoUsd' | 'priceSource'> {
  const { raw: _, ...parts } = inRegion(usage, options.regionOf?.(model));
  return {
    tokenCount: usage.total ?? null,
    usageSource: usage.source,
    usage: parts,
    ...price(options, {
      provider: served?.provider ?? model.provider,
      model: served?.servedModel ?? model.modelId,
      at: startedAt,
      usage: parts,
    }),
  };
}

function price(
  options: MeteringOptions,
  call: { readonly provider: string; readonly model: string; readonly at: number; readonly usage: Usage },
): Pick<CallRecord, 'costNanoUsd' | 'priceSource'> {
  const row = options.priceBook(call);
  const priced = row === null ? null : priceUsage(call.usage, row);
  return row === null || priced === null
    ? { costNanoUsd: null, priceSource: null }
    : { costNanoUsd: priced.nanoUsd, priceSource: row.source };
}

async function bookFailure(
  options: MeteringOptions,
  call: Call & { readonly error: unknown; readonly arrivedText: string },
): Promise<void> {
  const code = isLlmError(call.error) ? call.error.code : null;
  if (code !== null && localRefusals.has(code)) return;
  const usage = callUsage(call.request, call);
  const attempt = isLlmError(call.error) ? call.error.attempts.at(-1) : undefined;
  await book(options, {
    ...blank(options, call),
    ...(attempt === undefined ? {} : { attemptId: attempt.attemptId }),
    ...(usage === null ? {} : usageFields(options, { ...call, usage })),
    outcome: code === 'aborted' ? 'aborted' : 'failed',
    errorCode: code,
  });
}

async function book(options: MeteringOptions, record: CallRecord): Promise<void> {
  await options.ledger.book([record]);
  const { savings, alerts } = options;
  const { usage, provider, startedAt: at } = record;
  if (usage?.total === undefined || usage.source === 'cache') return;
  try {
    const model = record.servedModel ?? record.requestedModel;
    if (record.costNanoUsd === null) await alerts?.put([unpricedAlert({ provider, model }, { at })]);
    else if (savings !== undefined) {
      const row = options.priceBook({ provider, model, at });
      const lines = row === null ? [] : savingLines(record, savingsOfUsage(usage, row));
      if (lines.length > 0) await savings.record(lines);
    }
  } catch (error) {
    options.onNoteError?.(error);
  }
}

function savingLines(record: CallRecord, saved: ReturnType<typeof savingsOfUsage>): readonly SavingLine[] {
  const amounts = [
    ['prompt-cache', saved?.promptCacheNanoUsd ?? 0n],
    ['batch', saved?.batchNanoUsd ?? 0n],
  ] as const;
  return amounts
    .filter(([, savedNanoUsd]) => savedNanoUsd !== 0n)
    .map(([kind, savedNanoUsd]) => ({
      savingId: `${record.attemptId}/${kind}`,
      kind,
      at: record.startedAt,
      feature: record.feature,
      model: record.servedModel ?? record.requestedModel,
      savedNanoUsd,
      basis: record.usageSource === 'reported' ? 'measured' : 'estimated',
    }));
}
