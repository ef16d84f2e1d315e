import { createRandom } from './random.ts';

/**
 * Draws positions of a series of `length` values in blocks of neighbours (circular block bootstrap, Politis and Romano
 * 1992), so that what follows from what stays together. One draw of `length` positions at each call.
 */
export function blockDraws(length: number, options: { readonly blockLength: number; readonly seed: number }) {
  const random = createRandom(options.seed);
  const block = Math.max(1, Math.min(length, Math.round(options.blockLength)));
  return (): Int32Array => {
    const positions = new Int32Array(length);
    for (let filled = 0; filled < length; filled += block) {
      const start = Math.floor(random.uniform() * length);
      for (let offset = 0; offset < block && filled + offset < length; offset++) {
        positions[filled + offset] = (start + offset) % length;
      }
    }
    return positions;
  };
}
