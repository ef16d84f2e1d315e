import type { CallLedger } from '@pa/cost';
import type { IsoDate } from '../market/calendar.ts';
import type { EngineStores } from '../market/engine-stores.ts';
import type { BatchWriter } from '../narrate/batch-writer.ts';
import type { Writer } from '../narrate/writer.ts';
import type { MarketPredictor } from './fit-predictions.ts';
import type { MarketFitter } from './market-fitter.ts';
import type { OptionComputer } from './option-computer.ts';
import type { QualityAssessor } from './quality-assessor.ts';
import type { PromptOptimizer } from './prompt-optimizer.ts';

/** What changed in a day, for whoever keeps answers. */
export interface MarketChange {
  readonly asOf: IsoDate;
  /** Keys of the markets with new findings, such as `sold/USD`. */
  readonly markets: readonly string[];
}

/** What every pipeline and front door is given. Only `stores` and `now` are needed. */
export interface PipelineDependencies {
  readonly stores: EngineStores;
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
  /** Notices about anomalies a day, on the average. Default: one for every critical anomaly. */
  readonly alarmsPerDay?: number;
  /** Computes the analysis of a market. Default: in the calling thread. */
  readonly fitMarket?: MarketFitter;
  /** Computes the predictions of a day that is past. Default: in the calling thread. */
  readonly fitPredictions?: MarketPredictor;
  /** Computes what options are worth. Default: in the calling thread. */
  readonly optionComputer?: OptionComputer;
  /** Assesses rows. Default: in the calling thread. */
  readonly assessQuality?: QualityAssessor;
  /** Writes with a language model; what it writes is proved. Default: template text, which costs nothing. */
  readonly writer?: Writer;
  /** Writes several texts in one request, where `writer` is given too. Default: a request for each text. */
  readonly batchWriter?: BatchWriter;
  /** What calls of language models cost, for the text of the week on it. Default: that text is left out. */
  readonly calls?: Pick<CallLedger, 'costs'>;
  /** Looks for better prompts. Default: `optimizePrompts` says that it needs a key. */
  readonly promptOptimizer?: PromptOptimizer;
  /** Drops or renews kept answers that the change made old; answers how many. Default: there are none. */
  readonly refreshCache?: (change: MarketChange) => Promise<number>;
}
