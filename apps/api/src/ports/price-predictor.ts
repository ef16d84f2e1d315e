import type {
  IsoDate,
  LedgerEntry,
  MarketInsight,
  MarketScope,
  NotEnoughData,
  PricePrediction,
  SegmentId,
  TimeHorizon,
} from '@pa/engines';

/** What a caller wants predicted; an absent trim or generation widens the segment. */
export interface PricePredictionRequest {
  readonly make?: string;
  readonly model: string;
  readonly generation?: string;
  readonly trim?: string;
  readonly horizons: readonly TimeHorizon[];
  readonly market: MarketScope;
  /** Nothing known later is read. */
  readonly asOf: IsoDate;
}

/** The predictions of one segment, shortest horizon first. */
export interface SegmentPredictions {
  readonly segment: SegmentId;
  readonly predictions: readonly PricePrediction[];
}

/** Predictions with the words and facts that belong to them. */
export interface PricePredictionAnswer {
  readonly status: 'ok';
  readonly segment: SegmentId;
  readonly predictions: readonly PricePrediction[];
  /** Further segments that the words name, such as the other generations of a trim; most sales first. */
  readonly alternatives: readonly SegmentPredictions[];
  readonly insight: MarketInsight;
}

/** The words name no vehicle that the taxonomy knows. */
export interface UnknownVehicle {
  readonly status: 'unknown-vehicle';
  /** One sentence. */
  readonly reason: string;
  /** Names that are known and near, nearest first; may be empty. */
  readonly candidates: readonly string[];
}

/** What came of asking for a prediction's outcome. */
export type PredictionVerdict =
  | { readonly status: 'settled' | 'pending'; readonly entry: LedgerEntry }
  | { readonly status: 'not-enough-data'; readonly entry: LedgerEntry; readonly reason: string };

/** Answers from fitted models that are stored; never fits one. */
export interface PricePredictor {
  predictPrices(request: PricePredictionRequest): Promise<PricePredictionAnswer | NotEnoughData | UnknownVehicle>;
  /** Settles a prediction that is due; answers `null` for an unknown id. */
  validatePrediction(predictionId: string): Promise<PredictionVerdict | null>;
}
