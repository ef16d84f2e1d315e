import type {
  AnomalyStore,
  ConversationStore,
  FeatureEventLog,
  FittedModelStore,
  InsightStore,
  ListingStore,
  MarketData,
  MarketIndexStore,
  NotificationOutbox,
  OptionComputer,
  OptionStore,
  PredictionLedger,
  PreferenceStore,
  QualityAssessor,
  RunLedger,
} from '@pa/engines';
import type { RateLimitOptions } from './http/rate-limit.ts';
import type { AnswerCachePort } from './ports/answer-cache.ts';
import type { AnalystDesk } from './ports/analyst-desk.ts';
import type { Authorize } from './ports/authorize.ts';
import type { SingleCarValuer } from './ports/car-valuer.ts';
import type { CostAccounts } from './ports/cost-accounts.ts';
import type { InsightWriter } from './ports/insight-writer.ts';
import type { PromptDesk } from './ports/prompt-desk.ts';
import type { PricePredictor } from './ports/price-predictor.ts';

/** The stores the API reads and writes: a part of the engines' stores. */
export interface ApiStores {
  readonly listings: ListingStore;
  readonly marketData: MarketData;
  readonly options: OptionStore;
  readonly fittedModels: FittedModelStore;
  readonly marketIndices: MarketIndexStore;
  readonly predictions: PredictionLedger;
  readonly anomalies: AnomalyStore;
  readonly insights: InsightStore;
  readonly runs: RunLedger;
  readonly events: FeatureEventLog;
  readonly notifier: NotificationOutbox;
  readonly preferences: PreferenceStore;
  readonly conversations: Pick<ConversationStore, 'forget'>;
}

/** What the stored data are, for people. Read at every request, so that a getter may tell what changed meanwhile. */
export interface Dataset {
  readonly name: string;
  /** True where the data are generated. Rows that say so themselves are found without this. */
  readonly synthetic: boolean;
}

/** Everything the API needs; it makes none of it and keeps no state but caches. */
export interface ApiDependencies {
  readonly stores: ApiStores;
  readonly predictor: PricePredictor;
  readonly insightWriter: InsightWriter;
  /** Values single cars. Default: a `CarValuer` over the stores. */
  readonly carValuer?: SingleCarValuer;
  /** Computes what options are worth where no ladder is stored. Default: in the thread of the server. */
  readonly optionComputer?: OptionComputer;
  /** Assesses the stored rows. Default: in the thread of the server, which answers nothing else meanwhile. */
  readonly assessQuality?: QualityAssessor;
  readonly dataset: Dataset;
  /** Asks for a scan of the listings that are new. Default: none is asked for. */
  readonly enqueueScan?: () => Promise<void>;
  /** Cost of language models in [from, to), epoch milliseconds. Default: the cost of the texts stored for that day. */
  readonly llmCostNanoUsd?: (period: { readonly from: number; readonly to: number }) => Promise<bigint>;
  /** What language models cost, and their budgets. Default: questions about them are answered with 503. */
  readonly costs?: CostAccounts;
  /** The cache of answers. Default: questions about it are answered with 503. */
  readonly cache?: AnswerCachePort;
  /** Prompts and experiments. Default: questions about them are answered with 503. */
  readonly prompts?: PromptDesk;
  /** Answers questions in words. Default: questions are answered with 503. */
  readonly analyst?: AnalystDesk;
  /** Default: everybody may do everything, which is right for a loopback address only. */
  readonly authorize?: Authorize;
  /** Told of every unexpected error. Default: `console.error`. */
  readonly onError?: (error: unknown, context: { readonly requestId: string; readonly path: string }) => void;
  /** Other origins whose pages may call, such as `https://admin.example.com`. Default: none, and no CORS headers. */
  readonly allowedOrigins?: readonly string[];
  /**
   * Host names (without a port) that requests may be for, such as `localhost`. Give them wherever everybody may do
   * everything. Default: any.
   */
  readonly allowedHosts?: readonly string[];
  /** `false` switches it off. Default: 1,200 requests a minute and client, counted in this process. */
  readonly rateLimit?: RateLimitOptions | false;
  /** Largest body of `POST /listings` in bytes. Default: 16 MiB. All other bodies: 64 KiB. */
  readonly listingsBodyLimitBytes?: number;
  /** How long counts of the stored rows are kept while their number stays and no run ends. Default: 600,000. */
  readonly censusAgeMs?: number;
  /** Epoch milliseconds. Default: the clock of the process. */
  readonly now?: () => number;
  /** Default: random UUIDs. */
  readonly newId?: () => string;
}
