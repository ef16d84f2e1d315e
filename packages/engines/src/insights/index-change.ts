import { addDays, addMonths } from '../market/calendar.ts';
import type { FactPeriod } from '../market/insight.ts';
import type { MarketIndex } from '../market/market-index.ts';

/** How an index moved over some months up to its last one. */
export interface IndexChange {
  /** Relative change of the level: 0.04 is 4 % more. */
  readonly change: number;
  /** True where the 90 % bands of the two months do not overlap. */
  readonly isClear: boolean;
  /** Sales in the months compared, the first of them left out. */
  readonly saleCount: number;
}

/** The change over the given months, or `null` where the index does not reach back that far. */
export function indexChange(index: MarketIndex, months: number): IndexChange | null {
  const last = index.points.at(-1);
  if (last === undefined) return null;
  const firstMonth = addMonths(last.month, -months);
  const first = index.points.find((point) => point.month === firstMonth);
  if (first === undefined || !(first.level > 0)) return null;
  return {
    change: last.level / first.level - 1,
    isClear: last.lower90 > first.upper90 || last.upper90 < first.lower90,
    saleCount: index.points.reduce((sum, point) => sum + (point.month > firstMonth ? point.saleCount : 0), 0),
  };
}

/** The days of the sales that an index change counts: those of the months up to the last one, to its end. */
export function spanPeriod(index: MarketIndex, months: number): FactPeriod {
  const lastMonth = index.points.at(-1)?.month ?? '1970-01';
  return { from: `${addMonths(lastMonth, 1 - months)}-01`, to: addDays(`${addMonths(lastMonth, 1)}-01`, -1) };
}
