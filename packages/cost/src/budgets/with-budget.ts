import { setTimeout as sleep } from 'node:timers/promises';
import { type GenerateRequest, type LanguageModel, LlmError, type Usage, type WrapModel } from '@pa/llm-core';
import type { AlertOutbox } from '../alerts/alert-outbox.ts';
import { unpricedAlert } from '../alerts/unpriced-alert.ts';
import { callUsage } from '../estimates/call-usage.ts';
import { type HoldEstimator, worstCaseHolds } from '../estimates/hold-estimator.ts';
import { usdText } from '../nano-usd.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { inRegion, priceUsage } from '../prices/price-usage.ts';
import { type Budget, isCountedBy } from './budget.ts';
import type { BudgetState, BudgetStore, Reservation } from './budget-store.ts';
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
  /**
   * How long a call that does not fit only because of what others hold waits for them, milliseconds. It is refused at once
   * where what is spent, and what the holds are likely to come to, leave no room anyway. Default 0.
   */
  readonly waitForRoomMs?: number;
  /**
   * When the money of a call that never came back is free again, milliseconds. Longer than any attempt lasts, or what it cost
   * is counted late. Default 900,000.
   */
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
  readonly expiresAt: number;
  readonly amountNanoUsd: bigint;
  readonly budgets: readonly Budget[];
}

/** What to set aside for a call, and what calls like it come to; `null` where that is not known. */
interface Amount {
  readonly nanoUsd: bigint;
  readonly likelyNanoUsd: bigint | null;
}

/** A call that waits for room looks again after so long, and then after twice as long each time, milliseconds. */
const FIRST_LOOK_MS = 25;
const LAST_LOOK_MS = 400;

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
  const { newId, waitForRoomMs = 0, leaseMs = 900_000 } = options;
  const { model, request } = call;
  const subject = { ...request.context, modelId: model.modelId };
  const budgets = (await inForce(options, model)).filter((budget) => isCountedBy(budget, subject));
  if (budgets.length === 0) return null;
  const amount = await amountOf(options, { ...call, at: options.now() });
  if (amount === null) return null;
  const holdId = newId();
  let waitedMs = 0;
  for (let sleepMs = FIRST_LOOK_MS; ; sleepMs = Math.min(sleepMs * 2, LAST_LOOK_MS)) {
    const at = options.now();
    const held: Held = { ...call, holdId, at, expiresAt: at + leaseMs, amountNanoUsd: amount.nanoUsd, budgets };
    const reservation = await tryToHold(options, held);
    if (reservation === null) return null;
    if (reservation.status === 'held') return held;
    const limitNanoUsd = budgets.find((budget) => budget.id === reservation.budgetId)?.limitNanoUsd ?? 0n;
    const isInTime = waitedMs + sleepMs <= waitForRoomMs && at + sleepMs < (request.deadlineAt ?? Infinity);
    if (!isInTime || !mayFindRoom(reservation, { limitNanoUsd, amount })) {
      throw refusal(model, {
        message: `The budget "${reservation.budgetId}" of $${usdText(limitNanoUsd)} has spent $${usdText(reservation.spentNanoUsd)} and holds $${usdText(reservation.heldNanoUsd)}; this call may need $${usdText(amount.nanoUsd)}: raise the limit or wait for its next window.`,
      });
    }
    await sleep(sleepMs, undefined, request.signal === undefined ? {} : { signal: request.signal }).catch((cause) => {
      const message = 'The call was given up while it waited for room in its budget.';
      throw new LlmError('aborted', message, { provider: model.provider, modelId: model.modelId, cause });
    });
    waitedMs += sleepMs;
  }
}

/** `null` where the store does not answer and every budget lets the call pass all the same. */
async function tryToHold(options: Options, hold: Held): Promise<Reservation | null> {
  const { model, budgets, holdId, at, expiresAt, amountNanoUsd } = hold;
  const claims = budgets.map((budget) => ({
    budgetId: budget.id,
    limitNanoUsd: budget.limitNanoUsd,
    windowStart: windowStart(budget.window, { at }),
  }));
  try {
    return await options.store.reserve({ holdId, at, expiresAt, amountNanoUsd, claims });
  } catch (error) {
    options.onStoreError?.(error);
    const strict = budgets.find((budget) => budget.whenStoreFails !== 'allow');
    if (strict === undefined) return null;
    throw refusal(model, {
      message: `The budget "${strict.id}" cannot be read, so nothing is spent: bring its store back, or let it say "allow" for this case.`,
      cause: error,
    });
  }
}

/** True where the call fits once the holds have come to what calls like it come to, and to nothing where that is not known. */
function mayFindRoom(
  { spentNanoUsd, heldNanoUsd }: BudgetState,
  { limitNanoUsd, amount }: { readonly limitNanoUsd: bigint; readonly amount: Amount },
): boolean {
  const { nanoUsd, likelyNanoUsd } = amount;
  const cameTo = likelyNanoUsd === null || nanoUsd === 0n ? 0n : (heldNanoUsd * likelyNanoUsd) / nanoUsd;
  return spentNanoUsd + cameTo + nanoUsd <= limitNanoUsd;
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

/** `null` where the call goes uncounted. */
async function amountOf(
  options: Options,
  { model, request, at }: Call & { readonly at: number },
): Promise<Amount | null> {
  const row = options.priceBook({ provider: model.provider, model: model.modelId, at });
  if (row !== null) {
    const { holds = DEFAULT_HOLDS } = options;
    return { nanoUsd: holds.estimate({ request, row }), likelyNanoUsd: holds.likely?.({ request, row }) ?? null };
  }
  options.onUnpriced?.(model);
  await raise(options, () =>
    options.alerts?.put([unpricedAlert({ provider: model.provider, model: model.modelId }, { at })]),
  );
  const { unpriced = 'block' } = options;
  if (unpriced === 'allow') return null;
  if (unpriced !== 'block') return { nanoUsd: unpriced.ceilingNanoUsd, likelyNanoUsd: null };
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
