import { InvalidInputError } from '../../errors.ts';

/** A covariance matrix that borrows from a simpler one where the sample is short. */
export interface ShrinkageCovariance {
  /** Row after row, `size` x `size`. */
  readonly matrix: Float64Array;
  readonly size: number;
  /** Weight of the simple matrix, from 0 (the sample alone) to 1. */
  readonly shrinkage: number;
}

/**
 * The covariance of columns, shrunk towards equal variances without correlation. Source: Ledoit and Wolf (2004), "A
 * well-conditioned estimator for large-dimensional covariance matrices". Fewer than 2 rows, or rows of different length,
 * are an `InvalidInputError`.
 *
 * @param rows one a month, each with the return of every asset
 */
export function shrinkageCovariance(rows: readonly (readonly number[])[]): ShrinkageCovariance {
  const count = rows.length;
  const size = rows[0]?.length ?? 0;
  if (count < 2 || size === 0 || rows.some((row) => row.length !== size || !row.every(Number.isFinite))) {
    throw new InvalidInputError('A covariance needs at least 2 rows of finite returns of the same length: give more.');
  }
  const means = Array.from({ length: size }, (_, i) => rows.reduce((sum, row) => sum + row[i]!, 0) / count);
  const centred = rows.map((row) => row.map((value, i) => value - means[i]!));
  const sample = new Float64Array(size * size);
  const squares = new Float64Array(size * size);
  for (const row of centred) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const product = row[i]! * row[j]!;
        sample[i * size + j]! += product / count;
        squares[i * size + j]! += product * product;
      }
    }
  }
  let trace = 0;
  for (let i = 0; i < size; i++) trace += sample[i * size + i]!;
  const mean = trace / size;
  let deltaSum = 0;
  let betaSum = 0;
  for (let k = 0; k < size * size; k++) {
    deltaSum += sample[k]! ** 2;
    betaSum += squares[k]!;
  }
  const sampleNorm = deltaSum;
  const delta = (sampleNorm - 2 * mean * trace + size * mean ** 2) / size;
  const beta = Math.min((betaSum / count - sampleNorm) / (size * count), delta);
  const shrinkage = delta === 0 ? 0 : Math.max(0, beta / delta);
  const matrix = sample.map((value, k) => (1 - shrinkage) * value + (k % (size + 1) === 0 ? shrinkage * mean : 0));
  return { matrix, size, shrinkage };
}
