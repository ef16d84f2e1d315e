import type { FactPeriod, FactSource } from '../market/insight.ts';
import { type MarketScope, marketKey } from '../market/price.ts';
import type { PricePrediction } from '../market/price-prediction.ts';
import type { SegmentId } from '../market/segment.ts';
import { segmentName, vehicleName } from './segment-name.ts';

/** The sales behind a prediction: those of its segment, known on its day. */
export function segmentSource(prediction: PricePrediction): FactSource {
  const { market, asOf } = prediction;
  return {
    query: `${market.priceKind} prices in ${market.currency} of ${vehicleName(prediction)} up to ${asOf}`,
    rows: { market: marketKey(market), segment: prediction.segment, to: asOf },
  };
}

/** Every sale of a market in these days. */
export function marketSource(market: MarketScope, period: FactPeriod): FactSource {
  return {
    query: `${marketKey(market)} sales from ${period.from} to ${period.to}`,
    rows: { market: marketKey(market), ...period },
  };
}

/** The sales of a segment that only its path is known of. */
export function pathSource(
  segment: SegmentId,
  options: { readonly market: MarketScope; readonly period?: FactPeriod },
): FactSource {
  const days = options.period === undefined ? '' : ` from ${options.period.from} to ${options.period.to}`;
  return {
    query: `${marketKey(options.market)} sales of ${segmentName(segment)}${days}`,
    rows: { market: marketKey(options.market), segment, ...options.period },
  };
}
