import { CostError } from './errors.ts';
import type { CallLedger, CostDimension, CostGroup } from './ledger/call-ledger.ts';
import { nanoUsdOf } from './nano-usd.ts';

export interface CostMonitorOptions {
  readonly ledger: CallLedger;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly newId: () => string;
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

/** What language models cost, read from the ledger. */
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
}
