import { selectQuantile } from '../select-quantile.ts';

/** Largest step of the rounding, as a share of the median gradient's size, before pairs are summed instead. */
const COARSEST_STEP = 1 / 64;
/** Gradients that the median is taken from, evenly spread over the rows. */
const SAMPLED = 1001;
/** Bits of a whole number that a 64-bit float holds exactly. */
const EXACT_BITS = 53;

/**
 * A gradient and the row that has it as one number, `unit` + gradient * `scale` rounded: sums of those are whole
 * numbers below 2^53, therefore exact in any order, and hold the number of rows and the sum of the gradients at once.
 * That halves the work of a histogram. (Shi et al. 2022 round gradients to far fewer bits without loss.)
 */
export interface GradientPacking {
  readonly unit: number;
  readonly scale: number;
}

/**
 * The finest packing for these rows, powers of two both; null where it would be too coarse: so many rows, or gradients
 * so unequal, that the rounding could be felt.
 */
export function chooseGradientPacking(gradients: Float64Array, rows: Uint32Array): GradientPacking | null {
  let largest = 0;
  for (let i = 0; i < rows.length; i++) largest = Math.max(largest, Math.abs(gradients[rows[i]!]!));
  if (!(largest > 0 && largest < Number.POSITIVE_INFINITY)) return null;
  const countBits = Math.ceil(Math.log2(rows.length + 1));
  const sumBits = EXACT_BITS - countBits;
  // Half of the range is for negative sums, and a sum has up to as many gradients as there are rows.
  const scale = 2 ** (sumBits - 2 - countBits - Math.ceil(Math.log2(largest)));
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY)) return null;
  return 1 / scale <= COARSEST_STEP * medianSize(gradients, rows) ? { unit: 2 ** sumBits, scale } : null;
}

/** The median, and not a mean square, which a single wild row would raise along with the step that it forces. */
function medianSize(gradients: Float64Array, rows: Uint32Array): number {
  const stride = Math.ceil(rows.length / SAMPLED);
  const sizes = new Float64Array(Math.ceil(rows.length / stride));
  for (let i = 0; i < sizes.length; i++) sizes[i] = Math.abs(gradients[rows[i * stride]!]!);
  return selectQuantile(sizes, { from: 0, to: sizes.length, probability: 0.5 });
}

/** Packs the gradients of `rows` into `packed`. */
export function packGradients(
  packed: Float64Array,
  data: { readonly gradients: Float64Array; readonly rows: Uint32Array; readonly packing: GradientPacking },
): void {
  const { gradients, rows } = data;
  const { unit, scale } = data.packing;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    packed[row] = unit + Math.floor(gradients[row]! * scale + 0.5);
  }
}
