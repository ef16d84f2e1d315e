import { normalQuantile } from './normal-distribution.ts';

/**
 * The interval of a share by Wilson's score (1927), which holds for few observations and for shares of 0 and 1 too; from 0 to 1
 * where nothing was observed.
 */
export function shareInterval(
  { hits, count }: { readonly hits: number; readonly count: number },
  { confidenceLevel }: { readonly confidenceLevel: number },
): { readonly lower: number; readonly upper: number } {
  if (count === 0) return { lower: 0, upper: 1 };
  const z = normalQuantile((1 + confidenceLevel) / 2);
  const share = hits / count;
  const centre = share + z ** 2 / (2 * count);
  const reach = z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  const scale = 1 + z ** 2 / count;
  return { lower: Math.max(0, (centre - reach) / scale), upper: Math.min(1, (centre + reach) / scale) };
}
