/**
 * Mean symmetric absolute percentage error in percent, from 0 to 200: the M3 and M4 form, 200 |y - f| / (|y| + |f|)
 * (Makridakis and Hibon 2000). A step where both are zero is a hit. NaN without a step.
 */
export function symmetricPercentageError(
  forecast: ArrayLike<number>,
  options: { readonly actual: ArrayLike<number> },
): number {
  const { actual } = options;
  let sum = 0;
  for (let step = 0; step < actual.length; step++) {
    const size = Math.abs(actual[step]!) + Math.abs(forecast[step]!);
    if (size > 0) sum += Math.abs(actual[step]! - forecast[step]!) / size;
    else if (Number.isNaN(size)) return Number.NaN;
  }
  return (200 * sum) / actual.length;
}

/** Mean absolute error in the unit of the series; NaN without a step. */
export function meanAbsoluteError(
  forecast: ArrayLike<number>,
  options: { readonly actual: ArrayLike<number> },
): number {
  const { actual } = options;
  let sum = 0;
  for (let step = 0; step < actual.length; step++) sum += Math.abs(actual[step]! - forecast[step]!);
  return sum / actual.length;
}

/**
 * The unit of MASE and MSIS (Hyndman and Koehler 2006): the mean absolute change of the training values against the
 * same season a cycle before. A series no longer than a cycle is measured by its steps of one; NaN where nothing moves
 * or fewer than two values exist, and a score in that unit does not exist either.
 */
export function seasonalScale(train: ArrayLike<number>, options: { readonly season: number }): number {
  const lag = train.length > options.season ? options.season : 1;
  let sum = 0;
  for (let t = lag; t < train.length; t++) sum += Math.abs(train[t]! - train[t - lag]!);
  const scale = sum / (train.length - lag);
  return scale > 0 ? scale : Number.NaN;
}
