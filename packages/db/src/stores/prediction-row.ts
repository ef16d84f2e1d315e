import type {
  Fact,
  Interval,
  LedgerEntry,
  MixedCar,
  PredictionOutcome,
  PricePrediction,
  SalePriceKind,
  TimeHorizon,
} from '@pa/engines';
import type { ColumnTypes } from './recordset.ts';

/** The columns of `price_predictions` that a prediction fills. */
export interface PredictionRow {
  readonly id: string;
  readonly price_kind: string;
  readonly currency: string;
  readonly segment: string;
  readonly make: string;
  readonly model: string;
  readonly generation: string | null;
  readonly trim: string | null;
  readonly horizon: string;
  readonly prediction_date: string;
  readonly target_date: string;
  readonly reference_model_year: number;
  readonly reference_mileage: number;
  readonly reference_sale_count: number;
  readonly reference_mix: readonly MixedCar[] | null;
  readonly current_price: number;
  readonly index_growth: number | null;
  readonly naive_price: number;
  readonly predicted_price_low: number | null;
  readonly predicted_price_avg: number;
  readonly predicted_price_high: number | null;
  readonly intervals: readonly Interval[];
  readonly sale_count: number;
  readonly has_skill: boolean;
  readonly model_version: string;
  readonly synthetic: boolean;
  readonly market_conditions: readonly Fact[] | null;
  readonly key_assumptions: readonly string[] | null;
  readonly risk_factors: readonly string[] | null;
}

/** The columns that an outcome fills; all `null` until then. */
export interface OutcomeRow {
  readonly settled_on: string | null;
  readonly outcome_sale_count: number | null;
  readonly actual_avg_price: number | null;
  readonly actual_min_price: number | null;
  readonly actual_max_price: number | null;
  readonly absolute_percentage_error: number | null;
  readonly naive_absolute_percentage_error: number | null;
  readonly covered: PredictionOutcome['covered'] | null;
  readonly attribution: PredictionOutcome['attribution'] | null;
}

/** The columns of a prediction with their types. */
export const PREDICTION_COLUMNS: ColumnTypes<PredictionRow> = {
  id: 'uuid',
  price_kind: 'text',
  currency: 'text',
  segment: 'text',
  make: 'text',
  model: 'text',
  generation: 'text',
  trim: 'text',
  horizon: 'text',
  prediction_date: 'date',
  target_date: 'date',
  reference_model_year: 'double precision',
  reference_mileage: 'double precision',
  reference_sale_count: 'double precision',
  reference_mix: 'jsonb',
  current_price: 'numeric',
  index_growth: 'double precision',
  naive_price: 'numeric',
  predicted_price_low: 'numeric',
  predicted_price_avg: 'numeric',
  predicted_price_high: 'numeric',
  intervals: 'jsonb',
  sale_count: 'double precision',
  has_skill: 'boolean',
  model_version: 'text',
  synthetic: 'boolean',
  market_conditions: 'jsonb',
  key_assumptions: 'text[]',
  risk_factors: 'text[]',
};

/** The columns of an outcome with their types. */
export const OUTCOME_COLUMNS: ColumnTypes<OutcomeRow> = {
  settled_on: 'date',
  outcome_sale_count: 'double precision',
  actual_avg_price: 'numeric',
  actual_min_price: 'numeric',
  actual_max_price: 'numeric',
  absolute_percentage_error: 'double precision',
  naive_absolute_percentage_error: 'double precision',
  covered: 'jsonb',
  attribution: 'jsonb',
};

/** A prediction as its row. */
export function toPredictionRow(prediction: PricePrediction): PredictionRow {
  const { market, referenceCar, intervals } = prediction;
  const widest = intervals.toSorted((left, right) => right.confidenceLevel - left.confidenceLevel)[0];
  return {
    id: prediction.id,
    price_kind: market.priceKind,
    currency: market.currency,
    segment: prediction.segment,
    make: prediction.make,
    model: prediction.model,
    generation: prediction.generation,
    trim: prediction.trim,
    horizon: prediction.horizon,
    prediction_date: prediction.asOf,
    target_date: prediction.targetDate,
    reference_model_year: referenceCar.modelYear,
    reference_mileage: referenceCar.mileage,
    reference_sale_count: referenceCar.saleCount,
    reference_mix: referenceCar.mix ?? null,
    current_price: prediction.currentPrice,
    index_growth: prediction.indexGrowth ?? null,
    naive_price: prediction.naivePrice,
    predicted_price_low: widest?.lower ?? null,
    predicted_price_avg: prediction.predictedPrice,
    predicted_price_high: widest?.upper ?? null,
    intervals,
    sale_count: prediction.saleCount,
    has_skill: prediction.hasSkill,
    model_version: prediction.modelVersion,
    synthetic: prediction.synthetic,
    market_conditions: prediction.context?.marketConditions ?? null,
    key_assumptions: prediction.context?.keyAssumptions ?? null,
    risk_factors: prediction.context?.riskFactors ?? null,
  };
}

/** A row as its prediction. */
export function toPrediction(row: PredictionRow): PricePrediction {
  return {
    id: row.id,
    market: { priceKind: row.price_kind as SalePriceKind, currency: row.currency },
    segment: row.segment,
    make: row.make,
    model: row.model,
    generation: row.generation,
    trim: row.trim,
    horizon: row.horizon as TimeHorizon,
    asOf: row.prediction_date,
    targetDate: row.target_date,
    referenceCar: {
      modelYear: row.reference_model_year,
      mileage: row.reference_mileage,
      saleCount: row.reference_sale_count,
      ...(row.reference_mix === null ? {} : { mix: row.reference_mix }),
    },
    currentPrice: row.current_price,
    ...(row.index_growth === null ? {} : { indexGrowth: row.index_growth }),
    predictedPrice: row.predicted_price_avg,
    intervals: row.intervals,
    naivePrice: row.naive_price,
    saleCount: row.sale_count,
    hasSkill: row.has_skill,
    modelVersion: row.model_version,
    synthetic: row.synthetic,
    ...(row.market_conditions === null || row.key_assumptions === null || row.risk_factors === null
      ? {}
      : {
          context: {
            marketConditions: row.market_conditions,
            keyAssumptions: row.key_assumptions,
            riskFactors: row.risk_factors,
          },
        }),
  };
}

/** A row with what came of the prediction, if anything yet. */
export function toLedgerEntry(row: PredictionRow & OutcomeRow): LedgerEntry {
  const prediction = toPrediction(row);
  if (row.settled_on === null) return { prediction, outcome: null };
  // The columns of an outcome are filled together.
  const outcome: PredictionOutcome = {
    predictionId: row.id,
    settledOn: row.settled_on,
    saleCount: row.outcome_sale_count ?? 0,
    actualPrice: row.actual_avg_price ?? Number.NaN,
    actualLow: row.actual_min_price ?? Number.NaN,
    actualHigh: row.actual_max_price ?? Number.NaN,
    absolutePercentageError: row.absolute_percentage_error ?? Number.NaN,
    naiveAbsolutePercentageError: row.naive_absolute_percentage_error ?? Number.NaN,
    covered: row.covered ?? [],
    ...(row.attribution === null || row.attribution === undefined ? {} : { attribution: row.attribution }),
  };
  return { prediction, outcome };
}
