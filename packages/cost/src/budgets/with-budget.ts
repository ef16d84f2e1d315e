import { type GenerateRequest, type LanguageModel, LlmError, type Usage, type WrapModel } from '@pa/llm-core';
import { callUsage } from '../estimates/call-usage.ts';
import { type HoldEstimator, worstCaseHolds } from '../estimates/hold-estimator.ts';
import { usdText } from '../nano-usd.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { priceUsage } from '../prices/price-usage.ts';
import { type Budget, isCountedBy } from './budget.ts';
import type { BudgetStore, Reservation } from './budget-store.ts';
import { windowStart } from './window-start.ts';

/**
 * What happens to a call of a model without a price: `block` refuses it, `ceiling` sets the given amount aside and books it
 * as spent, `allow` lets it through uncounted.
 */
export type UnpricedPolicy = 'block' | 'allow' | { readonly ceilingNanoUsd: bigint };

export interface BudgetOptions {
  readonly store: BudgetStore;
  readonly budgets: readonly Budget[];
  readonly priceBook: PriceBook;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** How much is set aside for a call. Default: its worst case. */
  readonly holds?: HoldEstimator;
  /** When the money of a call that never came back is free again, milliseconds. Default 900,000. */
  readonly leaseMs?: number;
  /** Default `block`. */
  readonly unpriced?: UnpricedPolicy;
  /** Hears of a model without a price. */
  readonly onUnpriced?: (model: { readonly provider: string; readonly modelId: string }) => void;
  /** Hears of a store that failed, whatever was decided then. */
  readonly onStoreError?: (error: unknown) => void;
}

interface Call {
  readonly model: LanguageModel;
  readonly request: GenerateRequest;
}

interface Held extends Call {
  readonly holdId: string;
  readonly at: number;
  readonly amountNanoUsd: bigint;
}

/**
 * Sets money aside before each attempt and puts what it cost in its place after it. A call that does not fit into every
 * budget that counts it is an `LlmError` with `budget-exceeded`, and nothing was sent.
 */
export function withBudget(options: BudgetOptions): WrapModel {
  return (model) => ({
    provider: model.provider,
    modelId: model.modelId,
    async generate(request) {
      const held = await reserve(options, { model, request });
      try {
        const result = await model.generate(request);
        await settle(options, held, { usage: result.usage, served: result });
        return result;
      } catch (error) {
        await settle(options, held, { usage: callUsage(request, { error, arrivedText: '' }) });
        throw error;
      }
    },
    async *stream(request) {
      const held = await reserve(options, { model, request });
      let arrivedText = '';
      let outcome: Outcome | undefined;
      try {
        for await (const event of model.stream(request)) {
          if (event.type === 'text-delta' || event.type === 'reasoning-delta') arrivedText += event.text;
          if (event.type === 'finish') outcome = { usage: event.result.usage, served: event.result };
          yield event;
        }
      } catch (error) {
        outcome ??= { usage: callUsage(request, { error, arrivedText }) };
        throw error;
      } finally {
        // Without an outcome the reader went away: the provider is paid for what it wrote.
        const left = new LlmError('aborted', 'The reader left the stream before its end.');
        await settle(options, held, outcome ?? { usage: callUsage(request, { error: left, arrivedText }) });
      }
    },
  });
}

interface Outcome {
  /** `null` where nothing was used. */
  readonly usage: Usage | null;
  readonly served?: { readonly provider: string; readonly servedModel: string };
}

async function reserve(options: BudgetOptions, call: Call): Promise<Held | null> {
  const { store, now, newId, leaseMs = 900_000 } = options;
  const { model, request } = call;
  const subject = { ...request.context, modelId: model.modelId };
  const budgets = options.budgets.filter((budget) => isCountedBy(budget, subject));
  if (budgets.length === 0) return null;
  const at = now();
  const amountNanoUsd = amountOf(options, { ...call, at });
  if (amountNanoUsd === null) return null;
  const holdId = newId();
  const claims = budgets.map((budget) => ({
    budgetId: budget.id,
    limitNanoUsd: budget.limitNanoUsd,
    windowStart: windowStart(budget.window, { at }),
  }));
  let reservation: Reservation;
  try {
    reservation = await store.reserve({ holdId, at, expiresAt: at + leaseMs, amountNanoUsd, claims });
  } catch (error) {
    options.onStoreError?.(error);
    const strict = budgets.find((budget) => budget.whenStoreFails !== 'allow');
    if (strict === undefined) return null;
    throw refusal(model, {
      message: `The budget "${strict.id}" cannot be read, so nothing is spent: bring its store back, or let it say "allow" for this case.`,
      cause: error,
    });
  }
  if (reservation.status === 'held') return { ...call, holdId, at, amountNanoUsd };
  const limit = budgets.find((budget) => budget.id === reservation.budgetId)?.limitNanoUsd ?? 0n;
  throw refusal(model, {
    message: `The budget "${reservation.budgetId}" of $${usdText(limit)} has spent $${usdText(reservation.spentNanoUsd)} and holds $${usdText(reservation.heldNanoUsd)}; this call may need $${usdText(amountNanoUsd)}: raise the limit or wait for its next window.`,
  });
}

/** What to set aside; `null` where the call goes uncounted. */
function amountOf(options: BudgetOptions, { model, request, at }: Call & { readonly at: number }): bigint | null {
  const row = options.priceBook({ provider: model.provider, model: model.modelId, at });
  if (row !== null) return (options.holds ?? DEFAULT_HOLDS).estimate({ request, row });
  options.onUnpriced?.(model);
  const { unpriced = 'block' } = options;
  if (unpriced === 'allow') return null;
  if (unpriced !== 'block') return unpriced.ceilingNanoUsd;
  throw refusal(model, {
    message: `The model ${model.modelId} of ${model.provider} has no price, so its budget cannot be kept: add a price, or set what such a call may cost.`,
  });
}

const DEFAULT_HOLDS = worstCaseHolds();

async function settle(options: BudgetOptions, held: Held | null, outcome: Outcome): Promise<void> {
  if (held === null) return;
  const { model, request, at, holdId } = held;
  const asked = options.priceBook({ provider: model.provider, model: model.modelId, at });
  const row =
    outcome.served === undefined
      ? asked
      : options.priceBook({ provider: outcome.served.provider, model: outcome.served.servedModel, at });
  const priced = row === null || outcome.usage === null ? null : priceUsage(outcome.usage, row);
  // Used and without a price: what was set aside is taken as spent.
  const amountNanoUsd = outcome.usage === null ? 0n : (priced?.nanoUsd ?? held.amountNanoUsd);
  if (outcome.served !== undefined && asked !== null && priced !== null) {
    options.holds?.observe({ request, row: asked, costNanoUsd: priced.nanoUsd });
  }
  try {
    await options.store.settle({ holdId, amountNanoUsd });
  } catch (error) {
    options.onStoreError?.(error);
  }
}

function refusal(model: LanguageModel, why: { readonly message: string; readonly cause?: unknown }): LlmError {
  const { message, cause } = why;
  return new LlmError('budget-exceeded', message, { provider: model.provider, modelId: model.modelId, cause });
}
