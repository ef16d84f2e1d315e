import type { IsoDate, SegmentId } from '@pa/engines';
import type { MarketCensus } from './market-census.ts';

/** Days and number of the sales of a segment up to a day; an unknown segment has none. */
export function dataRangeOf(
  census: MarketCensus,
  options: { readonly segment: SegmentId; readonly asOf: IsoDate },
): { from: IsoDate | null; to: IsoDate | null; saleCount: number } {
  const count = census.segments.get(options.segment);
  if (
    count === undefined ||
    count.firstSaleOn === null ||
    count.lastSaleOn === null ||
    count.firstSaleOn > options.asOf
  ) {
    return { from: null, to: null, saleCount: 0 };
  }
  const to = count.lastSaleOn < options.asOf ? count.lastSaleOn : options.asOf;
  return { from: count.firstSaleOn, to, saleCount: count.saleCount };
}
