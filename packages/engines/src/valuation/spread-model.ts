import { sortedQuantile } from '../statistics/quantile.ts';
import { selectQuantile } from '../statistics/select-quantile.ts';
import type { SegmentTable } from './segment-table.ts';

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
  table: SegmentTable,
  data: { readonly residuals: Float64Array; readonly predicted: Float64Array },
): SpreadParameters {
  const { predicted } = data;
  const absolute = data.residuals.map(Math.abs);
  const typical = Math.max(1e-3, medianInPlace(Float64Array.from(absolute)));
  const sorted = Float64Array.from(predicted).sort();
  const bandBounds = Array.from({ length: BAND_COUNT - 1 }, (_, band) =>
    toTenThousandths(sortedQuantile(sorted, (band + 1) / BAND_COUNT)),
  );
  // Residuals next to 0 would rule a mean of logs; below a tenth of the typical size they say no more than that.
  const remaining = absolute.map((value) => Math.log(Math.max(value, typical / 10) / typical));
  const overall = mean(remaining);
  const bandOfSale = Uint8Array.from(predicted, (value) => bandOf(bandBounds, value));
  for (let row = 0; row < remaining.length; row++) remaining[row] = remaining[row]! - overall;
  const bands = shrunkenMeans(remaining, { groups: bandOfSale, groupCount: BAND_COUNT }).map(toTenThousandths);
  for (let row = 0; row < remaining.length; row++) {
    remaining[row] = remaining[row]! - bands[bandOfSale[row]!]! / 10_000;
  }

  const segments: Record<string, number> = {};
  table.ids.forEach((groups, depth) => {
    const names = table.names[depth]!;
    const effects = Float64Array.from(shrunkenMeans(remaining, { groups, groupCount: names.length }), (effect) =>
      Math.abs(effect) >= LEAST_EFFECT ? toTenThousandths(effect) : 0,
    );
    effects.forEach((effect, group) => {
      if (effect !== 0) segments[names[group]!] = effect;
    });
    for (let row = 0; row < remaining.length; row++) {
      const group = groups[row]!;
      if (group >= 0) remaining[row] = remaining[row]! - effects[group]! / 10_000;
    }
  });

  // The common factor is set so that half of all residuals lie within their own spread.
  const unscaled = { logSpread: 0, bandBounds, bands, segments };
  const ratios = spreadsOf(unscaled, { table, predicted });
  for (let row = 0; row < ratios.length; row++) ratios[row] = absolute[row]! / ratios[row]!;
  return { ...unscaled, logSpread: toTenThousandths(Math.log(Math.max(1e-3, medianInPlace(ratios)))) };
}

/** Mean of each group as if it had `SHRINKAGE` further values of 0; values of group -1 belong to none. */
function shrunkenMeans(
  values: Float64Array,
  { groups, groupCount }: { readonly groups: ArrayLike<number>; readonly groupCount: number },
): number[] {
  const sums = new Float64Array(groupCount);
  const counts = new Float64Array(groupCount);
  for (let row = 0; row < values.length; row++) {
    const group = groups[row]!;
    if (group < 0) continue;
    sums[group] = sums[group]! + values[row]!;
    counts[group] = counts[group]! + 1;
  }
  return Array.from(sums, (sum, group) => sum / (counts[group]! + SHRINKAGE));
}

/** `spreadOf` of many cars at once. */
export function spreadsOf(
  parameters: SpreadParameters,
  cars: { readonly table: SegmentTable; readonly predicted: Float64Array },
): Float64Array {
  const { table, predicted } = cars;
  const sums = predicted.map((logPrice) => {
    return parameters.logSpread + parameters.bands[bandOf(parameters.bandBounds, logPrice)]!;
  });
  table.ids.forEach((ids, depth) => {
    const effects = Float64Array.from(table.names[depth]!, (name) => parameters.segments[name] ?? 0);
    for (let row = 0; row < sums.length; row++) {
      const id = ids[row]!;
      if (id >= 0) sums[row] = sums[row]! + effects[id]!;
    }
  });
  return sums.map((sum) => Math.exp(sum / 10_000));
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

/** The median, by selection; reorders the values. */
function medianInPlace(values: Float64Array): number {
  return selectQuantile(values, { from: 0, to: values.length, probability: 0.5 });
}
