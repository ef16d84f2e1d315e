import type {
  AnalysisDepth,
  IsoDate,
  MarketScope,
  NotEnoughData,
  PredictionVerdict,
  PricePredictionAnswer,
  PricePredictionRequest,
  UnknownVehicle,
} from '@pa/engines';

/** Answers from fitted models that are stored; never fits one. `LLMPredictor` of the engines is one. */
export interface PricePredictor {
  /** The API always says which market and day, and how much the reader wants to be told. */
  predictPrices(
    request: PricePredictionRequest & {
      readonly market: MarketScope;
      readonly asOf: IsoDate;
      readonly depth: AnalysisDepth;
    },
  ): Promise<PricePredictionAnswer | NotEnoughData | UnknownVehicle>;
  /** Settles a prediction that is due; answers `null` for an unknown id. */
  validatePrediction(predictionId: string): Promise<PredictionVerdict | null>;
}
