import { dayOfInstant, type IsoDate } from '../market/calendar.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { MarketScope } from '../market/price.ts';
import { checkDataQuality, type DataQualityReport } from './check-data-quality.ts';
import { type MarketMovement, marketMovement } from './market-movement.ts';
import type { PipelineDependencies } from './pipeline-dependencies.ts';
import { type ScanOptions, type ScanResult, scanNewListings } from './scan-new-listings.ts';
import { type AnalysisReader, createAnalysisReader } from './stored-analysis.ts';

/** How the segments of a market moved. */
export interface MarketMovements {
  readonly status: 'ok';
  readonly market: MarketScope;
  /** The day of the analysis the figures are from. */
  readonly asOf: IsoDate;
  /** Those with a direction first, then by the size of the change. */
  readonly movements: readonly MarketMovement[];
}

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

  /** The change of every index of a market over some months (default 3), from the newest analysis up to `asOf`. */
  async analyzeMarketMovements(
    request: { readonly market?: MarketScope; readonly asOf?: IsoDate; readonly monthCount?: number } = {},
  ): Promise<MarketMovements | NotEnoughData> {
    const { stores, now } = this.#dependencies;
    const { market, asOf = dayOfInstant(now()), monthCount = 3 } = request;
    const analysis = await this.#analyses.read({ ...(market === undefined ? {} : { market }), asOf });
    if (analysis.status !== 'ok') return analysis;
    const movements: MarketMovement[] = [];
    for (const segment of analysis.segments) {
      const stored = await stores.marketIndices.latest({ market: analysis.market, segment, asOf: analysis.asOf });
      const movement = stored?.asOf === analysis.asOf ? marketMovement(stored.index, { monthCount }) : null;
      if (movement !== null) movements.push(movement);
    }
    movements.sort(
      (left, right) =>
        Number(left.direction === 'flat') - Number(right.direction === 'flat') ||
        Math.abs(right.change) - Math.abs(left.change) ||
        (left.segment < right.segment ? -1 : 1),
    );
    return { status: 'ok', market: analysis.market, asOf: analysis.asOf, movements };
  }

  /** Counts what cannot be true and what is missing among the rows of every market. */
  async validateDataQuality(options: { readonly asOf?: IsoDate } = {}): Promise<readonly DataQualityReport[]> {
    return checkDataQuality(this.#dependencies, options);
  }
}
