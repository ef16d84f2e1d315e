import {
  type IsoDate,
  type MarketData,
  type MarketScope,
  parentSegment,
  type SegmentId,
  segmentsOf,
  type Vehicle,
} from '@pa/engines';

/** What is stored of one segment, its children included. */
export interface SegmentCount {
  readonly segment: SegmentId;
  readonly parent: SegmentId | null;
  readonly make: string;
  readonly model: string | null;
  readonly generation: string | null;
  readonly trim: string | null;
  readonly saleCount: number;
  readonly activeListingCount: number;
  readonly firstSaleOn: IsoDate | null;
  readonly lastSaleOn: IsoDate | null;
  /** True where at least one row is generated. */
  readonly synthetic: boolean;
}

/** What is stored of one market, counted in one pass. */
export interface MarketCensus {
  readonly market: MarketScope;
  readonly saleCount: number;
  readonly activeListingCount: number;
  readonly firstSaleOn: IsoDate | null;
  readonly lastSaleOn: IsoDate | null;
  readonly synthetic: boolean;
  /** Ordered by id, so that a parent stands before its children. */
  readonly segments: ReadonlyMap<SegmentId, SegmentCount>;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Counts the sales and running listings of a market; memory grows with its segments and not with its rows. */
export async function takeCensus(
  marketData: MarketData,
  options: { readonly market: MarketScope; readonly asOf: IsoDate },
): Promise<MarketCensus> {
  const { market, asOf } = options;
  const segments = new Map<SegmentId, Mutable<SegmentCount>>();
  const total = { saleCount: 0, activeListingCount: 0, synthetic: false };
  let firstSaleOn: IsoDate | null = null;
  let lastSaleOn: IsoDate | null = null;

  for await (const sale of marketData.sales({ market, asOf })) {
    total.saleCount += 1;
    total.synthetic ||= sale.synthetic;
    firstSaleOn = earlier(firstSaleOn, sale.endedOn);
    lastSaleOn = later(lastSaleOn, sale.endedOn);
    for (const count of countsOf(sale.vehicle, segments)) {
      count.saleCount += 1;
      count.synthetic ||= sale.synthetic;
      count.firstSaleOn = earlier(count.firstSaleOn, sale.endedOn);
      count.lastSaleOn = later(count.lastSaleOn, sale.endedOn);
    }
  }
  for await (const listing of marketData.activeListings({ asOf, currency: market.currency })) {
    total.activeListingCount += 1;
    total.synthetic ||= listing.synthetic;
    for (const count of countsOf(listing.vehicle, segments)) {
      count.activeListingCount += 1;
      count.synthetic ||= listing.synthetic;
    }
  }
  const ordered = [...segments.values()].sort((left, right) => compareSegments(left.segment, right.segment));
  return {
    market,
    ...total,
    firstSaleOn,
    lastSaleOn,
    segments: new Map(ordered.map((count) => [count.segment, count])),
  };
}

function countsOf(vehicle: Vehicle, segments: Map<SegmentId, Mutable<SegmentCount>>): Mutable<SegmentCount>[] {
  return segmentsOf(vehicle).map((segment, depth) => {
    const known = segments.get(segment);
    if (known !== undefined) return known;
    const count: Mutable<SegmentCount> = {
      segment,
      parent: parentSegment(segment),
      make: vehicle.make,
      model: depth >= 1 ? vehicle.model : null,
      generation: depth >= 2 ? vehicle.generation : null,
      trim: depth >= 3 ? vehicle.trim : null,
      saleCount: 0,
      activeListingCount: 0,
      firstSaleOn: null,
      lastSaleOn: null,
      synthetic: false,
    };
    segments.set(segment, count);
    return count;
  });
}

/** By levels, so that `porsche/911` and all below it stand before `porsche/911-x`. */
function compareSegments(left: SegmentId, right: SegmentId): number {
  const leftKey = left.replaceAll('/', '\u0000');
  const rightKey = right.replaceAll('/', '\u0000');
  return leftKey < rightKey ? -1 : leftKey > rightKey ? 1 : 0;
}

function earlier(known: IsoDate | null, day: IsoDate): IsoDate {
  return known === null || day < known ? day : known;
}

function later(known: IsoDate | null, day: IsoDate): IsoDate {
  return known === null || day > known ? day : known;
}
