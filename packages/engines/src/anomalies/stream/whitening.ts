/**
 * Learns the map that makes the second moments of the shapes the identity, and answers it as a function. Directions without
 * any spread are kept from exploding by a small ridge.
 */
export function choleskyFactor(shapes: readonly Float64Array[]): (shape: Float64Array) => Float64Array {
  const size = shapes[0]!.length;
  const moments = new Float64Array(size * size);
  for (const shape of shapes) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) moments[i * size + j] = moments[i * size + j]! + shape[i]! * shape[j]!;
    }
  }
  let trace = 0;
  for (let i = 0; i < size; i++) trace += moments[i * size + i]!;
  const ridge = Math.max(1e-9, (trace / size) * 1e-8);
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = moments[i * size + j]! + (i === j ? ridge : 0);
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(ridge, sum)) : sum / lower[j * size + j]!;
    }
  }
  // Distances in x' M^-1 x are Euclidean in y where L y = x.
  return (shape) => {
    const white = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      let sum = shape[i]!;
      for (let k = 0; k < i; k++) sum -= lower[i * size + k]! * white[k]!;
      white[i] = sum / lower[i * size + i]!;
    }
    return white;
  };
}
