import type {
  InsightRequest,
  IsoDate,
  MarketInsight,
  MarketScope,
  NotEnoughData,
  Recommendation,
  RecommendationRequest,
  UnknownVehicle,
} from '@pa/engines';

/**
 * Writes a text about the market, or hands out the stored one for the same request and day.
 * `MarketInsightsGenerator` of the engines is one.
 */
export interface InsightWriter {
  /** The API always says which market and day. */
  generateInsight(
    request: InsightRequest & { readonly market: MarketScope; readonly asOf: IsoDate },
  ): Promise<MarketInsight | NotEnoughData | UnknownVehicle>;
  /** Writes a recommendation for one reader, who has agreed to the disclaimer. */
  generateRecommendation(
    request: RecommendationRequest & { readonly market: MarketScope; readonly asOf: IsoDate },
  ): Promise<Recommendation | NotEnoughData | UnknownVehicle>;
}
