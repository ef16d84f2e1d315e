import type { IsoDate } from '../market/calendar.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import {
  analyseMarketMovements,
  type MarketMovements,
  type MarketMovementsRequest,
} from './analyse-market-movements.ts';
import { checkDataQuality, type DataQualityReport } from './check-data-quality.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import { type ScanOptions, type ScanResult, scanNewListings } from './scan-new-listings.ts';
import { type AnalysisReader, createAnalysisReader } from './stored-analysis.ts';

/**
 * The front door for what does not fit: new listings, markets that move, rows that cannot be true.
 *
 * @example
 * const pipeline = new AnomalyDetectionPipeline({ stores, now: Date.now });
 * const { anomalies } = await pipeline.scanNewListings();
 */
export class AnomalyDetectionPipeline {
  readonly #dependencies: PipelineDependencies;
  readonly #analyses: AnalysisReader;

  constructor(dependencies: PipelineDependencies) {
    this.#dependencies = dependencies;
    this.#analyses = createAnalysisReader(dependencies.stores);
  }

  /** Scores what was added or changed since the last scan, once, and keeps what it finds. */
  async scanNewListings(options: ScanOptions = {}): Promise<ScanResult> {
    return scanNewListings(this.#dependencies, options);
  }

  /**
   * The change of every index of a market over some months (default 3), from the newest analysis up to `asOf`, and the
   * movements of index, volume and mix that its detectors told.
   */
  async analyzeMarketMovements(request: MarketMovementsRequest = {}): Promise<MarketMovements | NotEnoughData> {
    return analyseMarketMovements(request, { dependencies: this.#dependencies, analyses: this.#analyses });
  }

  /** Counts what cannot be true and what is missing among the rows of every market. */
  async validateDataQuality(options: { readonly asOf?: IsoDate } = {}): Promise<readonly DataQualityReport[]> {
    return checkDataQuality(this.#dependencies, options);
  }
}
