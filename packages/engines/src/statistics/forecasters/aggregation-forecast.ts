import { fitNaive } from '../naive-forecast.ts';
import type { SeriesForecast } from '../series-forecast.ts';
import { fitAutomaticEts } from './automatic-ets.ts';

const BLOCKS = [1, 2, 3, 4, 6, 12] as const;

/** Blocks that a series must have to be smoothed at a level of aggregation. */
const MINIMUM_BLOCKS = 8;

/**
 * Multiple temporal aggregation (Kourentzes, Petropoulos and Trapero 2014) of a series without a season: the means of
 * blocks of 1, 2, 3, 4, 6 and 12 values are each forecast by automatic exponential smoothing and averaged at the pace of
 * the series, so that long blocks speak for the trend and short ones for the newest level. Fewer than eight values give
 * the last one for ever.
 */
export function fitAggregation(
  values: ArrayLike<number>,
  options: { /** Default: true where all values are above zero. */ readonly relativeErrors?: boolean } = {},
): SeriesForecast {
  const series = Float64Array.from(values);
  const levels = BLOCKS.filter((size) => Math.floor(series.length / size) >= MINIMUM_BLOCKS).map((size) => ({
    size,
    fitted: fitAutomaticEts(blockMeans(series, size), {
      season: 1,
      seasonal: false,
      ...(options.relativeErrors === undefined ? {} : { relativeErrors: options.relativeErrors }),
    }),
  }));
  if (levels.length === 0) return fitNaive(series);
  return {
    method: 'multiple temporal aggregation',
    parameters: { levels: levels.length },
    forecast: (horizon) => {
      const path = new Float64Array(horizon);
      for (const { size, fitted } of levels) {
        const blocks = fitted.forecast(Math.ceil(horizon / size) + 2);
        for (let step = 0; step < horizon; step++) {
          path[step] = path[step]! + betweenBlocks(blocks, (step + 0.5) / size - 0.5) / levels.length;
        }
      }
      return path;
    },
  };
}

/** Means of whole blocks; the oldest values that fill no block are left out. */
function blockMeans(series: Float64Array, size: number): Float64Array {
  const count = Math.floor(series.length / size);
  const offset = series.length - count * size;
  return Float64Array.from({ length: count }, (_, block) => {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += series[offset + block * size + i]!;
    return sum / size;
  });
}

/** Linear between the middles of blocks, and along the first two before the middle of the first. */
function betweenBlocks(blocks: Float64Array, position: number): number {
  const below = Math.max(0, Math.floor(position));
  const share = position - below;
  return (1 - share) * blocks[below]! + share * blocks[below + 1]!;
}
