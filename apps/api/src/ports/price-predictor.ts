import type {
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
  /** The API always says which market and day. */
  predictPrices(
    request: PricePredictionRequest & { readonly market: MarketScope; readonly asOf: IsoDate },
  ): Promise<PricePredictionAnswer | NotEnoughData | UnknownVehicle>;
  /** Settles a prediction that is due; answers `null` for an unknown id. */
  validatePrediction(predictionId: string): Promise<PredictionVerdict | null>;
}
