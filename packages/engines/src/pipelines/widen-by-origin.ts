import type { Interval } from '../market/interval.ts';
import type { MarketIndexPoint } from '../market/market-index.ts';
import { normalQuantile } from '../statistics/normal-distribution.ts';

const BAND_LEVEL = 0.9;

/**
 * Intervals of a growth, widened by what is not known of the level it starts from: on each side the root of the sum of
 * both squares, on the log scale. The band of the level is taken as that of a normal distribution.
 */
export function widenByOrigin(
  intervals: readonly Interval[],
  { growth, origin }: { readonly growth: number; readonly origin: MarketIndexPoint },
): readonly Interval[] {
  const below = Math.log(origin.level / origin.lower90);
  const above = Math.log(origin.upper90 / origin.level);
  return intervals.map(({ confidenceLevel, lower, upper }) => {
    const share = normalQuantile((1 + confidenceLevel) / 2) / normalQuantile((1 + BAND_LEVEL) / 2);
    return {
      confidenceLevel,
      lower: growth * Math.exp(-Math.hypot(Math.log(growth / lower), share * below)),
      upper: growth * Math.exp(Math.hypot(Math.log(upper / growth), share * above)),
    };
  });
}
