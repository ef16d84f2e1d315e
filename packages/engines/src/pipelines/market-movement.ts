import type { IsoMonth } from '../market/calendar.ts';
import type { MarketIndex, MarketIndexPoint } from '../market/market-index.ts';
import type { SegmentId } from '../market/segment.ts';

/** How the level of one segment changed over a number of months. */
export interface MarketMovement {
  readonly segment: SegmentId;
  /** The month of the newest level. */
  readonly month: IsoMonth;
  readonly monthCount: number;
  /** Level against level, as a share: 0.02 is two percent up. */
  readonly change: number;
  /** 90 % interval of the change. */
  readonly lower90: number;
  readonly upper90: number;
  /** Sales of the segment between the two levels. */
  readonly saleCount: number;
  /** `flat` where the interval of the change holds zero: the data do not tell the direction. */
  readonly direction: 'rising' | 'falling' | 'flat';
}

/** Two-sided 90 % point of the normal distribution. */
const Z_90 = 1.6448536269514722;

/**
 * The change of an index over the last `monthCount` months, or `null` where it is shorter. The errors of the two levels
 * are taken as independent on the log scale; smoothing makes them correlate positively, so the interval is rather too
 * wide than too narrow.
 */
export function marketMovement(index: MarketIndex, options: { readonly monthCount: number }): MarketMovement | null {
  const { monthCount } = options;
  const last = index.points.at(-1);
  const first = index.points.at(-1 - monthCount);
  if (last === undefined || first === undefined || monthCount < 1) return null;
  const logChange = Math.log(last.level / first.level);
  const margin = Z_90 * Math.hypot(logSpread(first), logSpread(last));
  const since = index.points.slice(-monthCount);
  return {
    segment: index.segment,
    month: last.month,
    monthCount,
    change: Math.expm1(logChange),
    lower90: Math.expm1(logChange - margin),
    upper90: Math.expm1(logChange + margin),
    saleCount: since.reduce((sum, point) => sum + point.saleCount, 0),
    direction: logChange - margin > 0 ? 'rising' : logChange + margin < 0 ? 'falling' : 'flat',
  };
}

function logSpread({ lower90, upper90 }: MarketIndexPoint): number {
  return Math.log(upper90 / lower90) / (2 * Z_90);
}
