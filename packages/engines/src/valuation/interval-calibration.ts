import type { ConformalBand } from '../statistics/conformal-band.ts';
import { conformalBands } from '../statistics/conformal-band.ts';
import { quantile } from '../statistics/quantile.ts';
import { bandOf } from './spread-model.ts';

/** Central bands of 10 to 90 %: with the median between them their bounds are the 19 quantiles of 5 to 95 %. */
const BAND_LEVELS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;
const PRICE_BANDS = 5;
/** Below this many scores a cell takes the bands of its price alone, and below it those of all sales. */
const FEWEST_SCORES = 120;
/** Sales of the most specific segment from which on a car counts as well known. */
const DENSE_FROM = 6;

/** Conformal bands by cell of predicted price and data density, in units of the predicted spread. */
export interface IntervalCalibration {
  /** Bounds of the price bands, ten-thousandths of the log. */
  readonly priceBounds: readonly number[];
  /** For each price band the bands of thinly and of densely sold cars. */
  readonly cells: readonly (readonly [thin: readonly ConformalBand[], dense: readonly ConformalBand[]])[];
}

/** Calibrates on scores (residual over predicted spread) of sales that the fit had not seen. */
export function calibrateIntervals(
  scores: Float64Array,
  data: { readonly predicted: Float64Array; readonly saleCounts: ArrayLike<number> },
): IntervalCalibration {
  const priceBounds = Array.from({ length: PRICE_BANDS - 1 }, (_, band) =>
    Math.round(quantile(data.predicted, (band + 1) / PRICE_BANDS) * 10_000),
  );
  const all = rounded(conformalBands(scores, BAND_LEVELS));
  const cells = Array.from({ length: PRICE_BANDS }, (_, band) => {
    const select = (keep: (saleCount: number) => boolean): Float64Array =>
      scores.filter((_, row) => bandOf(priceBounds, data.predicted[row]!) === band && keep(data.saleCounts[row]!));
    const ofPrice = select(() => true);
    const wide = ofPrice.length < FEWEST_SCORES ? all : rounded(conformalBands(ofPrice, BAND_LEVELS));
    const cell = (subset: Float64Array): readonly ConformalBand[] =>
      subset.length < FEWEST_SCORES ? wide : rounded(conformalBands(subset, BAND_LEVELS));
    return [cell(select((count) => count < DENSE_FROM)), cell(select((count) => count >= DENSE_FROM))] as const;
  });
  return { priceBounds, cells };
}

/** The bands for a car. */
export function bandsOf(
  calibration: IntervalCalibration,
  car: { readonly logPrice: number; readonly saleCount: number },
): readonly ConformalBand[] {
  return calibration.cells[bandOf(calibration.priceBounds, car.logPrice)]![car.saleCount < DENSE_FROM ? 0 : 1];
}

function rounded(bands: readonly ConformalBand[]): readonly ConformalBand[] {
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  return bands.map(({ confidenceLevel, lower, upper }) => ({
    confidenceLevel,
    lower: round(lower),
    upper: round(upper),
  }));
}
