import type { CombinedForecast } from './combined-forecast.ts';
import { SCALE_COEFFICIENTS } from './combination-settings.ts';

/** Names of what the expected size of an error depends on, in the order of their coefficients. */
export const SCALE_FEATURES = [
  'one',
  'step',
  'cycle change',
  'member spread',
  'steps ahead',
  'seasonal',
  'persistence',
];

/** Added before a logarithm is taken, so that a series that does not move has a scale too. */
const FLOOR = 0.003;

/** The features of the expected error at each step ahead: on the log scale, or relative to the mean size. */
export function scaleFeatures(
  fitted: CombinedForecast,
  options: { readonly horizon: number },
): readonly Float64Array[] {
  const { features } = fitted;
  const logStep = features[3]! - 3;
  const step = Math.exp(logStep);
  const change = Math.exp(features[6]!) * (step + 0.007);
  return Array.from(fitted.spread(options.horizon), (spread, index) =>
    Float64Array.of(
      1,
      logStep,
      Math.log(change + FLOOR),
      Math.log(spread + FLOOR),
      Math.log(index + 1),
      features[1]!,
      features[4]!,
    ),
  );
}

/** The expected size of the error at each step ahead, of which intervals are multiples. */
export function errorScale(fitted: CombinedForecast, options: { readonly horizon: number }): Float64Array {
  return Float64Array.from(scaleFeatures(fitted, options), (row) => {
    let sum = 0;
    for (let index = 0; index < row.length; index++) sum += row[index]! * SCALE_COEFFICIENTS[index]!;
    return Math.exp(sum);
  });
}
