import { InvalidInputError } from '../errors.ts';
import type { IsoDate } from '../market/calendar.ts';
import type { NotEnoughData } from '../market/not-enough-data.ts';
import type { PredictionLedger } from '../market/ports/prediction-ledger.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import { HORIZON_MONTHS, type PricePrediction, type TimeHorizon } from '../market/price-prediction.ts';
import type { SegmentId } from '../market/segment.ts';
import { findSegments, type UnknownVehicle, type VehicleWords } from './find-segments.ts';
import { type StoredAnalysis, tooFewSales } from './stored-analysis.ts';

/** What a caller wants predicted; an absent trim or generation widens the segment. */
export interface PricePredictionRequest extends VehicleWords {
  /** At least one; answered shortest first. */
  readonly horizons: readonly TimeHorizon[];
  /** Default: the market with most sales. */
  readonly market?: MarketScope;
  /** Nothing known later is read. Default: today by the clock. */
  readonly asOf?: IsoDate;
}

/** The predictions of one segment, shortest horizon first. */
export interface SegmentPredictions {
  readonly segment: SegmentId;
  readonly predictions: readonly PricePrediction[];
}

export interface FoundPredictions {
  readonly status: 'ok';
  /** The segment with most sales behind it first; further ones where the words name several. */
  readonly segments: readonly [SegmentPredictions, ...SegmentPredictions[]];
}

/** Finds the predictions that the daily run of an analysis recorded for the segments that words name. */
export async function findPredictions(
  request: PricePredictionRequest,
  options: { readonly analysis: StoredAnalysis; readonly ledger: PredictionLedger },
): Promise<FoundPredictions | NotEnoughData | UnknownVehicle> {
  const { analysis, ledger } = options;
  if (request.horizons.length === 0) {
    throw new InvalidInputError('A prediction needs a horizon: ask for at least one of 1m, 3m, 6m and 1y.');
  }
  const found = findSegments(request, { known: analysis.segments });
  if (found.status !== 'ok') return found;
  if (found.segments.length === 0) return tooFewSales(analysis, found.named);
  const horizons = [...new Set(request.horizons)].sort((left, right) => HORIZON_MONTHS[left] - HORIZON_MONTHS[right]);
  const query = { market: marketKey(analysis.market), asOf: analysis.asOf, limit: 1 };

  const segments: SegmentPredictions[] = [];
  for (const segment of found.segments) {
    const predictions: PricePrediction[] = [];
    for (const horizon of horizons) {
      for (const entry of await ledger.list({ ...query, segment, horizon })) predictions.push(entry.prediction);
    }
    if (predictions.length === horizons.length) segments.push({ segment, predictions });
  }
  segments.sort((left, right) => salesBehind(right) - salesBehind(left) || (left.segment < right.segment ? -1 : 1));
  const [first, ...others] = segments;
  if (first !== undefined) return { status: 'ok', segments: [first, ...others] };
  const refusal = found.segments.map((segment) => analysis.refusals[segment]).find((known) => known !== undefined);
  return refusal ?? tooFewSales(analysis, found.named);
}

function salesBehind({ predictions }: SegmentPredictions): number {
  return predictions[0]?.saleCount ?? 0;
}
