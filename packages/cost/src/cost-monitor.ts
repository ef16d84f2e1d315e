import type { AlertOutbox } from './alerts/alert-outbox.ts';
import type { Budget } from './budgets/budget.ts';
import type { BudgetStore } from './budgets/budget-store.ts';
import { raiseThresholdAlerts } from './budgets/raise-threshold-alerts.ts';
import { CostError } from './errors.ts';
import { forecastMonth, type MonthForecast } from './forecast/forecast-month.ts';
import type { SpendForecaster } from './forecast/spend-forecaster.ts';
import type { CallLedger, CostDimension, CostGroup } from './ledger/call-ledger.ts';
import { type RepricedPeriod, repriceCalls } from './ledger/reprice.ts';
import type { ModelRecommendation, QualityEvidenceSource } from './model-choice/model-evidence.ts';
import { type ModelChoiceOptions, recommendModels } from './model-choice/recommend-models.ts';
import { nanoUsdOf } from './nano-usd.ts';
import type { PriceBook } from './prices/price-book.ts';

export interface CostMonitorOptions {
  readonly ledger: CallLedger;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
  /** For `alertOnThreshold`: the budgets, what is spent of them, and where alerts are put. */
  readonly budgets?: {
    readonly inForce: () => Promise<readonly Budget[]> | readonly Budget[];
    readonly store: BudgetStore;
    readonly outbox: AlertOutbox;
  };
  /** For `optimizeModelSelection`. Default: no quality is known, and that is what it says. */
  readonly evidence?: QualityEvidenceSource;
  /** For `reprice`. */
  readonly priceBook?: PriceBook;
  /** Default: the level of the last days goes on. */
  readonly forecaster?: SpendForecaster;
}

export interface CostBreakdown {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly totalNanoUsd: bigint;
  readonly callCount: number;
  /** Calls without a price: the true total is higher. */
  readonly unpricedCallCount: number;
  readonly byFeature: readonly CostGroup[];
  readonly byModel: readonly CostGroup[];
  readonly byPromptVersion: readonly CostGroup[];
  readonly byUser: readonly CostGroup[];
}

const DAY_MS = 86_400_000;
const DAYS_OF_EVIDENCE = 30;

/**
 * What language models cost, read from the ledger, and what to do about it.
 *
 * @example
 * const monitor = new CostMonitor({ ledger: memoryCallLedger(), now: Date.now, newId: randomUUID });
 * await monitor.trackUsage('openai', 'gpt-6-luna', 1300, 0.00025);
 * const { totalNanoUsd } = await monitor.getDailyCosts();
 */
export class CostMonitor {
  readonly #options: CostMonitorOptions;

  constructor(options: CostMonitorOptions) {
    this.#options = options;
  }

  /** Books a call that ran outside of a metered model. `costUsd` is in dollars, `tokens` is their total. */
  async trackUsage(provider: string, model: string, tokens: number, costUsd: number): Promise<void> {
    if (!Number.isSafeInteger(tokens) || tokens < 0) {
      throw new CostError(
        'invalid-amount',
        `${tokens} is no count of tokens: pass a whole number that is not negative.`,
      );
    }
    const { ledger, now, newId } = this.#options;
    await ledger.book([
      {
        attemptId: newId(),
        startedAt: now(),
        durationMs: 0,
        provider,
        requestedModel: model,
        servedModel: model,
        feature: null,
        userId: null,
        jobId: null,
        promptName: null,
        promptVersion: null,
        outcome: 'answered',
        errorCode: null,
        tokenCount: tokens,
        usageSource: 'reported',
        costNanoUsd: nanoUsdOf(costUsd),
        priceSource: 'caller',
      },
    ]);
  }

  /** The costs of a day in UTC, by default of today. */
  async getDailyCosts(options: { readonly day?: string } = {}): Promise<CostBreakdown> {
    const day = options.day ?? new Date(this.#options.now()).toISOString().slice(0, 10);
    const from = Date.parse(`${day}T00:00:00Z`);
    const by = (dimension: CostDimension) => this.#options.ledger.costs({ from, to: from + DAY_MS, by: dimension });
    const [byFeature, byModel, byPromptVersion, byUser] = await Promise.all([
      by('feature'),
      by('servedModel'),
      by('promptVersion'),
      by('userId'),
    ]);
    return {
      day,
      totalNanoUsd: byModel.reduce((sum, group) => sum + group.costNanoUsd, 0n),
      callCount: byModel.reduce((sum, group) => sum + group.callCount, 0),
      unpricedCallCount: byModel.reduce((sum, group) => sum + group.unpricedCallCount, 0),
      byFeature,
      byModel,
      byPromptVersion,
      byUser,
    };
  }

  /**
   * Raises an alert for every budget of which this share is spent, such as 0.8 for 80 %, once a budget, window and threshold
   * however often and from wherever it is called. Answers how many were new; `deliverAlerts` tells people. Without budgets
   * it is an error with `not-configured`.
   */
  async alertOnThreshold(threshold: number): Promise<number> {
    if (!(threshold > 0 && threshold <= 10)) {
      throw new CostError('invalid-amount', `${threshold} is no share of a budget: give 0.8 for 80 %.`);
    }
    const { budgets, now } = this.#options;
    if (budgets === undefined) throw notConfigured('alertOnThreshold', 'budgets');
    const inForce = await budgets.inForce();
    return raiseThresholdAlerts(budgets, { budgets: inForce, at: now(), thresholds: [threshold] });
  }

  /** Whether another model does the work of a feature as well for less, from the calls of the last 30 days. */
  optimizeModelSelection(options: ModelChoiceOptions = {}): Promise<readonly ModelRecommendation[]> {
    const { ledger, evidence, now } = this.#options;
    const to = now() + 1;
    return recommendModels(
      { ledger, ...(evidence === undefined ? {} : { evidence }) },
      { from: to - DAYS_OF_EVIDENCE * DAY_MS, to, ...options },
    );
  }

  /** What this month in UTC will have cost when it is over, with an interval. */
  forecastMonth(options: { readonly confidenceLevel?: number } = {}): Promise<MonthForecast> {
    const { ledger, forecaster, now } = this.#options;
    return forecastMonth(ledger, { at: now(), ...options, ...(forecaster === undefined ? {} : { forecaster }) });
  }

  /** Books as adjustments by how much the calls of [from, to) were priced wrongly. Without prices it is `not-configured`. */
  async reprice(period: {
    readonly from: number;
    readonly to: number;
    readonly reason: string;
  }): Promise<RepricedPeriod> {
    const { ledger, priceBook, now } = this.#options;
    if (priceBook === undefined) throw notConfigured('reprice', 'priceBook');
    return repriceCalls({ ledger, priceBook }, { ...period, at: now() });
  }
}

function notConfigured(method: string, option: string): CostError {
  return new CostError('not-configured', `${method} needs the option "${option}": pass it to the CostMonitor.`);
}
