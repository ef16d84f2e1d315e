import {
  type AnalystDesk,
  type AnswerCachePort,
  type Api,
  type CostAccounts,
  createApi,
  type PromptDesk as PromptDeskPort,
} from '@pa/api';
import {
  type CarValuer,
  type EngineStores,
  LLMPredictor,
  MarketInsightsGenerator,
  type PipelineDependencies,
} from '@pa/engines';
import { findSampleMarket } from './sample-market.ts';

/** The API of this process. `refresh` looks again at what the stored data are. */
export interface ProductApi {
  readonly api: Api;
  refresh(): Promise<void>;
}

/** Wires the API to the pipelines' front doors. */
export async function createProductApi(
  dependencies: PipelineDependencies,
  options: {
    readonly costs: CostAccounts;
    readonly cache: AnswerCachePort;
    readonly prompts: PromptDeskPort;
    readonly analyst: AnalystDesk;
    readonly carValuer?: CarValuer;
    /** Names under which the server may be asked; `null` for any. */
    readonly allowedHosts: readonly string[] | null;
    readonly enqueueScan: () => Promise<void>;
    readonly onError: (line: string) => void;
  },
): Promise<ProductApi> {
  const { stores, now } = dependencies;
  let synthetic = await holdsSampleMarket(stores);
  const api = createApi({
    stores,
    predictor: new LLMPredictor(dependencies),
    insightWriter: new MarketInsightsGenerator(dependencies),
    // Read at every request: an import takes the sample market out while the server runs.
    dataset: {
      get name() {
        return synthetic ? 'Sample market (synthetic)' : 'Imported market';
      },
      get synthetic() {
        return synthetic;
      },
    },
    ...(options.allowedHosts === null ? {} : { allowedHosts: options.allowedHosts }),
    llmCostNanoUsd: async (period) => {
      const groups = await options.costs.ledger.costs({ ...period, by: 'provider' });
      return groups.reduce((sum, group) => sum + group.costNanoUsd, 0n);
    },
    costs: options.costs,
    ...(dependencies.optionComputer === undefined ? {} : { optionComputer: dependencies.optionComputer }),
    ...(dependencies.assessQuality === undefined ? {} : { assessQuality: dependencies.assessQuality }),
    cache: options.cache,
    prompts: options.prompts,
    analyst: options.analyst,
    ...(options.carValuer === undefined ? {} : { carValuer: options.carValuer }),
    enqueueScan: options.enqueueScan,
    onError: (error, { path, requestId }) =>
      options.onError(
        `Request ${requestId} to ${path} failed: ${error instanceof Error ? error.message : String(error)}`,
      ),
    now,
  });
  return {
    api,
    async refresh() {
      synthetic = await holdsSampleMarket(stores);
    },
  };
}

async function holdsSampleMarket(stores: EngineStores): Promise<boolean> {
  return (await findSampleMarket(stores)) !== null;
}
