import type { IsoDate } from '../../market/calendar.ts';
import type { NotEnoughData } from '../../market/not-enough-data.ts';
import type { FittedModelStore } from '../../market/ports/fitted-model-store.ts';
import { type MarketScope, marketKey } from '../../market/price.ts';
import { ANALYSIS_CHECKPOINT } from '../fitted-model-kinds.ts';
import type { FittedMarket } from '../market-fitter.ts';
import { PIPELINE_VERSION } from './daily-context.ts';

/** Keeps a finished analysis until it is stored, so that a run which stops half way does not fit again. */
export interface AnalysisCheckpoint {
  load(): Promise<FittedMarket | NotEnoughData | null>;
  save(analysis: FittedMarket | NotEnoughData): Promise<void>;
  /** Drops the content: everything in it has its own place by now. */
  empty(): Promise<void>;
}

/** The checkpoint of one market, day, and state of its rows. An analysis of other rows is never loaded. */
export function analysisCheckpoint(
  store: FittedModelStore,
  options: { readonly market: MarketScope; readonly asOf: IsoDate; readonly dataHash: string },
): AnalysisCheckpoint {
  const { asOf, dataHash } = options;
  const key = { kind: ANALYSIS_CHECKPOINT, market: marketKey(options.market), version: PIPELINE_VERSION, asOf };
  return {
    async load() {
      const record = await store.latest(key);
      if (record === null || record.asOf !== asOf || record.dataHash !== dataHash) return null;
      return record.payload as FittedMarket | NotEnoughData | null;
    },
    async save(analysis) {
      await store.save({ ...key, dataHash, payload: analysis });
    },
    async empty() {
      await store.save({ ...key, dataHash, payload: null });
    },
  };
}
