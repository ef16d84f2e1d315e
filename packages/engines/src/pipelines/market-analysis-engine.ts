import {
  analyseMarketMovements,
  type MarketMovements,
  type MarketMovementsRequest,
} from './analyse-market-movements.ts';
import { analyseMarketTrends, type MarketTrends, type MarketTrendsRequest } from './analyse-market-trends.ts';
import type { UnknownVehicle } from './find-segments.ts';
import { type AccuracyRequest, reportLedgerAccuracy } from './ledger-accuracy.ts';
import { detectPriceAnomalies, type MarketBreaks } from './market-breaks.ts';
import { type CorrelationRequest, correlateSegments, type SegmentCorrelations } from './market-correlations.ts';
import type { AccuracyReport } from '../forecasting/accuracy/report-accuracy.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { MarketAnalysisDependencies, SegmentRequest } from './read-segment-indices.ts';
import { generateSeasonalAnalysis, type SeasonalAnalysis, type SeasonalAnalysisRequest } from './seasonal-analysis.ts';
import { type AnalysisReader, createAnalysisReader } from './stored-analysis.ts';

/**
 * The front door for questions about markets over time. Reads what the daily run stored and never fits.
 *
 * @example
 * const engine = new MarketAnalysisEngine({ stores, now: Date.now });
 * const trends = await engine.analyzeMarketTrends({ model: '911', generation: '993', from: '2024-01' });
 */
export class MarketAnalysisEngine {
  readonly #dependencies: MarketAnalysisDependencies;
  readonly #analyses: AnalysisReader;

  constructor(dependencies: MarketAnalysisDependencies) {
    this.#dependencies = dependencies;
    this.#analyses = createAnalysisReader(dependencies.stores);
  }

  /** The price level of the segments that the words name, without the mix of cars, with its change and its forecast. */
  async analyzeMarketTrends(request: MarketTrendsRequest): Promise<MarketTrends | NotEnoughData | UnknownVehicle> {
    return analyseMarketTrends(request, { dependencies: this.#dependencies, analyses: this.#analyses });
  }

  /** How every segment moved over some months, and the movements of index, volume and mix that the detectors told. */
  async analyzeMarketMovements(request: MarketMovementsRequest = {}): Promise<MarketMovements | NotEnoughData> {
    return analyseMarketMovements(request, { dependencies: this.#dependencies, analyses: this.#analyses });
  }

  /** Lasting breaks of the level and of the growth of the segments that the words name. */
  async detectPriceAnomalies(request: SegmentRequest): Promise<MarketBreaks | NotEnoughData | UnknownVehicle> {
    return detectPriceAnomalies(request, { dependencies: this.#dependencies, analyses: this.#analyses });
  }

  /** Whether prices of like cars have a season, the best months to buy and to sell with their odds, and the mix apart. */
  async generateSeasonalAnalysis(
    request: SeasonalAnalysisRequest,
  ): Promise<SeasonalAnalysis | NotEnoughData | UnknownVehicle> {
    return generateSeasonalAnalysis(request, { dependencies: this.#dependencies, analyses: this.#analyses });
  }

  /** How the growth of segments goes together, and which of them lead. */
  async correlateMarkets(request: CorrelationRequest = {}): Promise<SegmentCorrelations | NotEnoughData> {
    return correlateSegments(request, { dependencies: this.#dependencies, analyses: this.#analyses });
  }

  /** How the settled predictions did, misses included. */
  async reportAccuracy(request: AccuracyRequest = {}): Promise<AccuracyReport> {
    return reportLedgerAccuracy(this.#dependencies.stores.predictions, request);
  }
}
