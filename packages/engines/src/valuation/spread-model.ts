import { median, quantile } from '../statistics/quantile.ts';

/** Plain numbers of a spread model: log multipliers of a common spread, stored in ten-thousandths. */
export interface SpreadParameters {
  readonly logSpread: number;
  /** Bounds between bands of predicted log price, ascending, and the multiplier of each band (one more). */
  readonly bandBounds: readonly number[];
  readonly bands: readonly number[];
  /** Multiplier of each segment on top of its parents'. */
  readonly segments: Readonly<Record<string, number>>;
}

const BAND_COUNT = 8;
const SHRINKAGE = 40;
/** A segment whose spread differs by less is not worth a number. */
const LEAST_EFFECT = 0.02;

/**
 * Learns how far sales of a kind typically lie from their prediction: mean log absolute residual by band of predicted
 * price, then segment by segment from the make down, each shrunken to its parent as if it had 40 further sales there.
 */
export function fitSpread(
  sales: readonly { readonly segments: readonly string[] }[],
  data: { readonly residuals: Float64Array; readonly predicted: Float64Array },
): SpreadParameters {
  const absolute = data.residuals.map(Math.abs);
  const typical = Math.max(1e-3, median(absolute));
  // Residuals next to 0 would rule a mean of logs; below a tenth of the typical size they say no more than that.
  const logs = absolute.map((value) => Math.log(Math.max(value, typical / 10) / typical));
  const bandBounds = Array.from({ length: BAND_COUNT - 1 }, (_, band) =>
    toTenThousandths(quantile(data.predicted, (band + 1) / BAND_COUNT)),
  );
  const overall = mean(logs);
  const bandSums = new Float64Array(BAND_COUNT);
  const bandCounts = new Float64Array(BAND_COUNT);
  const bandOfSale = Uint8Array.from(data.predicted, (value) => bandOf(bandBounds, value));
  logs.forEach((value, row) => {
    const band = bandOfSale[row]!;
    bandSums[band] = bandSums[band]! + value - overall;
    bandCounts[band] = bandCounts[band]! + 1;
  });
  const bands = Array.from(bandSums, (sum, band) => toTenThousandths(sum / (bandCounts[band]! + SHRINKAGE)));
  const remaining = logs.map((value, row) => value - overall - bands[bandOfSale[row]!]! / 10_000);

  const segments: Record<string, number> = {};
  for (let depth = 0; depth < 4; depth++) {
    const sums = new Map<string, { sum: number; count: number }>();
    sales.forEach((sale, row) => {
      const name = sale.segments[depth];
      if (name === undefined) return;
      const entry = sums.get(name) ?? { sum: 0, count: 0 };
      entry.sum += remaining[row]!;
      entry.count++;
      sums.set(name, entry);
    });
    for (const [name, { sum, count }] of sums) {
      const effect = sum / (count + SHRINKAGE);
      if (Math.abs(effect) >= LEAST_EFFECT) segments[name] = toTenThousandths(effect);
    }
    sales.forEach((sale, row) => {
      remaining[row] = remaining[row]! - (segments[sale.segments[depth] ?? ''] ?? 0) / 10_000;
    });
  }

  // The common factor is set so that half of all residuals lie within their own spread.
  const unscaled = { logSpread: 0, bandBounds, bands, segments };
  const ratios = absolute.map(
    (value, row) => value / spreadOf(unscaled, { segments: sales[row]!.segments, logPrice: data.predicted[row]! }),
  );
  return { ...unscaled, logSpread: toTenThousandths(Math.log(Math.max(1e-3, median(ratios)))) };
}

/** The typical absolute log residual of a car with this predicted log price in these segments. */
export function spreadOf(
  parameters: SpreadParameters,
  car: { readonly segments: readonly string[]; readonly logPrice: number },
): number {
  let sum = parameters.logSpread + parameters.bands[bandOf(parameters.bandBounds, car.logPrice)]!;
  for (const segment of car.segments) sum += parameters.segments[segment] ?? 0;
  return Math.exp(sum / 10_000);
}

/** Position of a log price among bounds in ten-thousandths. */
export function bandOf(bounds: readonly number[], logPrice: number): number {
  let band = 0;
  while (band < bounds.length && logPrice * 10_000 >= bounds[band]!) band++;
  return band;
}

function toTenThousandths(value: number): number {
  return Math.round(value * 10_000);
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
