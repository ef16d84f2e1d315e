import { type GenerateRequest, type LanguageModel, LlmError, type Usage, type WrapModel } from '@pa/llm-core';
import type { AlertOutbox } from '../alerts/alert-outbox.ts';
import { unpricedAlert } from '../alerts/unpriced-alert.ts';
import { callUsage } from '../estimates/call-usage.ts';
import { type HoldEstimator, worstCaseHolds } from '../estimates/hold-estimator.ts';
import { usdText } from '../nano-usd.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { inRegion, priceUsage } from '../prices/price-usage.ts';
import { type Budget, isCountedBy } from './budget.ts';
import type { BudgetStore, Reservation } from './budget-store.ts';
import { raiseThresholdAlerts, thresholdAlertId } from './raise-threshold-alerts.ts';
import { windowStart } from './window-start.ts';

/**
 * What happens to a call of a model without a price: `block` refuses it, `ceiling` sets the given amount aside and books it
 * as spent, `allow` lets it through uncounted.
 */
export type UnpricedPolicy = 'block' | 'allow' | { readonly ceilingNanoUsd: bigint };

export interface BudgetOptions {
  readonly store: BudgetStore;
  /** The budgets, or what gives those that are in force when a call begins. */
  readonly budgets: readonly Budget[] | (() => Promise<readonly Budget[]>);
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
  /** Where alerts are put: of budgets at their thresholds, and of models without a price. Default: none are raised. */
  readonly alerts?: AlertOutbox;
  /** The region that a model is bound to, where its answers do not say so themselves. */
  readonly regionOf?: (model: { readonly provider: string; readonly modelId: string }) => string | undefined;
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
  readonly budgets: readonly Budget[];
}

interface Options extends BudgetOptions {
  /** Alerts that were raised already by this process: a budget whose thresholds all were is not asked for again. */
  readonly raised: Set<string>;
}

/**
 * Sets money aside before each attempt and puts what it cost in its place after it. A call that does not fit into every
 * budget that counts it is an `LlmError` with `budget-exceeded`, and nothing was sent.
 */
export function withBudget(budgetOptions: BudgetOptions): WrapModel {
  const options: Options = { ...budgetOptions, raised: new Set() };
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

async function reserve(options: Options, call: Call): Promise<Held | null> {
  const { store, now, newId, leaseMs = 900_000 } = options;
  const { model, request } = call;
  const subject = { ...request.context, modelId: model.modelId };
  const budgets = (await inForce(options, model)).filter((budget) => isCountedBy(budget, subject));
  if (budgets.length === 0) return null;
  const at = now();
  const amountNanoUsd = await amountOf(options, { ...call, at });
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
  if (reservation.status === 'held') return { ...call, holdId, at, amountNanoUsd, budgets };
  const limit = budgets.find((budget) => budget.id === reservation.budgetId)?.limitNanoUsd ?? 0n;
  throw refusal(model, {
    message: `The budget "${reservation.budgetId}" of $${usdText(limit)} has spent $${usdText(reservation.spentNanoUsd)} and holds $${usdText(reservation.heldNanoUsd)}; this call may need $${usdText(amountNanoUsd)}: raise the limit or wait for its next window.`,
  });
}

async function inForce(options: Options, model: LanguageModel): Promise<readonly Budget[]> {
  if (typeof options.budgets !== 'function') return options.budgets;
  try {
    return await options.budgets();
  } catch (error) {
    options.onStoreError?.(error);
    throw refusal(model, {
      message: 'Which budgets there are cannot be read, so nothing is spent: bring their store back.',
      cause: error,
    });
  }
}

/** What to set aside; `null` where the call goes uncounted. */
async function amountOf(
  options: Options,
  { model, request, at }: Call & { readonly at: number },
): Promise<bigint | null> {
  const row = options.priceBook({ provider: model.provider, model: model.modelId, at });
  if (row !== null) return (options.holds ?? DEFAULT_HOLDS).estimate({ request, row });
  options.onUnpriced?.(model);
  await raise(options, () =>
    options.alerts?.put([unpricedAlert({ provider: model.provider, model: model.modelId }, { at })]),
  );
  const { unpriced = 'block' } = options;
  if (unpriced === 'allow') return null;
  if (unpriced !== 'block') return unpriced.ceilingNanoUsd;
  throw refusal(model, {
    message: `The model ${model.modelId} of ${model.provider} has no price, so its budget cannot be kept: add a price, or set what such a call may cost.`,
  });
}

const DEFAULT_HOLDS = worstCaseHolds();

async function settle(options: Options, held: Held | null, outcome: Outcome): Promise<void> {
  if (held === null) return;
  const { model, request, at, holdId, budgets } = held;
  const asked = options.priceBook({ provider: model.provider, model: model.modelId, at });
  const row =
    outcome.served === undefined
      ? asked
      : options.priceBook({ provider: outcome.served.provider, model: outcome.served.servedModel, at });
  const usage = outcome.usage === null ? null : inRegion(outcome.usage, options.regionOf?.(model));
  const priced = row === null || usage === null ? null : priceUsage(usage, row);
  // Used and without a price: what was set aside is taken as spent.
  const amountNanoUsd = usage === null ? 0n : (priced?.nanoUsd ?? held.amountNanoUsd);
  if (outcome.served !== undefined && asked !== null && priced !== null) {
    options.holds?.observe({ request, row: asked, costNanoUsd: priced.nanoUsd });
  }
  try {
    await options.store.settle({ holdId, amountNanoUsd });
  } catch (error) {
    options.onStoreError?.(error);
    void settleLater(options, { holdId, amountNanoUsd });
    return;
  }
  await raise(options, () => raiseThresholds(options, { budgets, at: options.now() }));
}

const SETTLE_AGAIN_AFTER_MS = [100, 400, 1_600, 6_400, 25_600];

/** The answer is not kept waiting: what it cost is booked behind its back. Where that fails too, the hold runs out. */
async function settleLater(
  { store, onStoreError }: Options,
  settlement: Parameters<BudgetStore['settle']>[0],
): Promise<void> {
  let failure: unknown;
  for (const delayMs of SETTLE_AGAIN_AFTER_MS) {
    await new Promise<void>((resolve) => setTimeout(resolve, delayMs).unref());
    try {
      await store.settle(settlement);
      return;
    } catch (error) {
      failure = error;
    }
  }
  onStoreError?.(failure);
}

async function raiseThresholds(
  { store, alerts, raised }: Options,
  { budgets, at }: { readonly budgets: readonly Budget[]; readonly at: number },
): Promise<void> {
  if (alerts === undefined) return;
  const outbox: Pick<AlertOutbox, 'put'> = {
    async put(batch) {
      const count = await alerts.put(batch);
      for (const { alertId } of batch) raised.add(alertId);
      return count;
    },
  };
  const open = budgets.filter((budget) =>
    (budget.alertAt ?? []).some((threshold) => !raised.has(thresholdAlertId(budget, { threshold, at }))),
  );
  await raiseThresholdAlerts({ store, outbox }, { budgets: open, at });
}

/** An alert that cannot be raised fails no call: the next look raises it. */
async function raise(options: Options, put: () => Promise<unknown> | undefined): Promise<void> {
  try {
    await put();
  } catch (error) {
    options.onStoreError?.(error);
  }
}

function refusal(model: LanguageModel, why: { readonly message: string; readonly cause?: unknown }): LlmError {
  const { message, cause } = why;
  return new LlmError('budget-exceeded', message, { provider: model.provider, modelId: model.modelId, cause });
}
