import { analyseMarketTrends, type MarketTrends, type MarketTrendsRequest } from './analyse-market-trends.ts';
import type { UnknownVehicle } from './find-segments.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import { type AnalysisReader, createAnalysisReader } from './stored-analysis.ts';

/**
 * The front door for questions about markets over time. Reads what the daily run stored and never fits.
 *
 * @example
 * const engine = new MarketAnalysisEngine({ stores, now: Date.now });
 * const trends = await engine.analyzeMarketTrends({ model: '911', generation: '993', from: '2024-01' });
 */
export class MarketAnalysisEngine {
  readonly #dependencies: PipelineDependencies;
  readonly #analyses: AnalysisReader;

  constructor(dependencies: PipelineDependencies) {
    this.#dependencies = dependencies;
    this.#analyses = createAnalysisReader(dependencies.stores);
  }

  /** The price level of the segments that the words name, without the mix of cars, with its change and its forecast. */
  async analyzeMarketTrends(request: MarketTrendsRequest): Promise<MarketTrends | NotEnoughData | UnknownVehicle> {
    return analyseMarketTrends(request, { dependencies: this.#dependencies, analyses: this.#analyses });
  }
}
