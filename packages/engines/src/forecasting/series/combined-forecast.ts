import type { SeriesForecast } from '../../statistics/series-forecast.ts';
import { fitNaive } from '../../statistics/naive-forecast.ts';
import { COMBINATION_MEMBERS, fitMembers } from './combination-members.ts';
import { WEIGHT_COEFFICIENTS } from './combination-settings.ts';
import { seriesFeatures } from './series-features.ts';

/** The fitted default combination of one series. */
export interface CombinedForecast extends SeriesForecast {
  readonly method: 'combination';
  /** True where the test found a season. */
  readonly seasonal: boolean;
  /** Of each member, in the order of `COMBINATION_MEMBERS`; they sum to 1. */
  readonly weights: Float64Array;
  readonly features: Float64Array;
  /**
   * How far the members lie apart at steps 1 to `horizon`: the weighted standard deviation of their logarithms, or of
   * their values over the mean size of the series where a value is not above zero.
   */
  spread(horizon: number): Float64Array;
}

/** Values below which only the naive forecast is given. */
const MINIMUM_VALUES = 4;

/**
 * The weighted mean of six methods (theta, smoothing, ARIMA, line). The weights depend on features of the
 * series through a softmax whose coefficients were chosen on rolling origins within the training parts of monthly
 * competition series (Montero-Manso, Athanasopoulos, Hyndman and Talagala 2020 do the same with trees); a member that a
 * short series cannot carry leaves its weight to the others. Below four values the last one for ever.
 */
export function fitCombination(
  values: ArrayLike<number>,
  options: { /** Values of one cycle: 12 for months. 1 knows no season. */ readonly season: number },
): CombinedForecast {
  const series = Float64Array.from(values);
  const { season } = options;
  const fitted =
    series.length < MINIMUM_VALUES ? { members: [fitNaive(series)], seasonal: false } : fitMembers(series, { season });
  const { seasonal } = fitted;
  const features = seriesFeatures(series, { season, seasonal });
  const isPositive = series.every((value) => value > 0);
  const size = series.reduce((sum, value) => sum + Math.abs(value) / series.length, 0) || 1;
  const lowest = isPositive ? Math.min(...series) / LOWEST_SHARE : Number.NEGATIVE_INFINITY;
  const weights = memberWeights(fitted.members, features);
  const paths = (horizon: number): readonly (Float64Array | undefined)[] =>
    fitted.members.map((member, index) => (weights[index]! > 0 ? member?.forecast(horizon) : undefined));
  return {
    method: 'combination',
    parameters: Object.fromEntries(COMBINATION_MEMBERS.map((name, index) => [name, weights[index] ?? 0])),
    seasonal,
    weights,
    features,
    forecast: (horizon) => {
      const answer = new Float64Array(horizon);
      paths(horizon).forEach((path, index) => {
        path?.forEach((value, step) => {
          answer[step] = answer[step]! + weights[index]! * Math.max(lowest, value);
        });
      });
      return answer;
    },
    spread: (horizon) => {
      const mean = new Float64Array(horizon);
      const square = new Float64Array(horizon);
      paths(horizon).forEach((path, index) => {
        path?.forEach((value, step) => {
          const scaled = isPositive ? Math.log(Math.max(lowest, value)) : value / size;
          mean[step] = mean[step]! + weights[index]! * scaled;
          square[step] = square[step]! + weights[index]! * scaled * scaled;
        });
      });
      return square.map((value, step) => Math.sqrt(Math.max(0, value - mean[step]! ** 2)));
    },
  };
}

/** A member of a positive series that falls below this part of its smallest value is stopped there. */
const LOWEST_SHARE = 100;

function memberWeights(members: readonly (SeriesForecast | undefined)[], features: Float64Array): Float64Array {
  const scores = Float64Array.from(members, (member, index) => {
    if (member === undefined) return Number.NEGATIVE_INFINITY;
    let score = 0;
    for (let row = 0; row < features.length; row++) score += features[row]! * (WEIGHT_COEFFICIENTS[row]![index] ?? 0);
    return score;
  });
  const highest = Math.max(...scores);
  const raw = scores.map((score) => Math.exp(score - highest));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight / total);
}
