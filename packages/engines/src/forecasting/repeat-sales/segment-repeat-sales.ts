import { addMonths, type IsoDate, type IsoMonth, monthIndex, monthOf } from '../../market/calendar.ts';
import type { Sale } from '../../market/listing.ts';
import { type SegmentId, segmentsOf } from '../../market/segment.ts';
import { repeatSaleIndex } from './repeat-sale-index.ts';

/** The price level by cars that were sold more than once, 100 in the first month of a pair. */
export interface SegmentRepeatSales {
  readonly pairCount: number;
  readonly points: readonly { readonly month: IsoMonth; readonly level: number }[];
}

/** Pairs of sales below which a segment gets no such index. */
export const MINIMUM_REPEAT_PAIRS = 30;

/**
 * Repeat-sale indices of segments, where enough chassis numbers come back. `logValue` says what a car is worth on the day
 * of a sale without any market level, log scale, so that age and miles between the two sales are taken out; a sale
 * without one is left out. Sales after `asOf` are not read.
 */
export function segmentRepeatSales(
  sales: readonly Sale[],
  options: {
    readonly asOf: IsoDate;
    readonly segments: readonly SegmentId[];
    readonly logValue: (sale: Sale) => number | undefined;
  },
): ReadonlyMap<SegmentId, SegmentRepeatSales> {
  const known = sales.filter(({ vin, endedOn, knownOn }) => {
    return vin !== null && vin !== '' && endedOn <= options.asOf && knownOn <= options.asOf;
  });
  const pairs = [...Map.groupBy(known, ({ vin }) => vin!).values()].flatMap((own) => {
    if (own.length < 2) return [];
    const levels = own
      .toSorted((a, b) => (a.endedOn < b.endedOn ? -1 : a.endedOn > b.endedOn ? 1 : a.id < b.id ? -1 : 1))
      .flatMap((sale) => {
        const value = options.logValue(sale);
        return value === undefined ? [] : [{ sale, level: Math.log(sale.price.amount) - value }];
      });
    return levels.slice(1).map((second, at) => ({ first: levels[at]!, second }));
  });
  const wanted = new Set(options.segments);
  const bySegment = new Map<SegmentId, (typeof pairs)[number][]>();
  for (const pair of pairs) {
    for (const segment of segmentsOf(pair.second.sale.vehicle)) {
      if (!wanted.has(segment)) continue;
      const own = bySegment.get(segment);
      if (own === undefined) bySegment.set(segment, [pair]);
      else own.push(pair);
    }
  }
  return new Map(
    [...bySegment].flatMap(([segment, own]) => {
      const months = own.map(({ first }) => monthOf(first.sale.endedOn)).sort();
      const start = months[0]!;
      const period = (sale: Sale): number => monthIndex(monthOf(sale.endedOn)) - monthIndex(start);
      const moved = own.filter(({ first, second }) => period(second.sale) > period(first.sale));
      if (moved.length < MINIMUM_REPEAT_PAIRS) return [];
      const periodCount = 1 + Math.max(...moved.map(({ second }) => period(second.sale)));
      const levels = repeatSaleIndex(
        moved.map(({ first, second }) => ({
          firstPeriod: period(first.sale),
          secondPeriod: period(second.sale),
          logChange: second.level - first.level,
        })),
        { periodCount },
      );
      const points = Array.from(levels, (level, at) => ({
        month: addMonths(start, at),
        level: Math.round(1e4 * Math.exp(level)) / 100,
      }));
      return [[segment, { pairCount: moved.length, points }] as const];
    }),
  );
}
