export interface LocalLevelInput {
  /** Mean of the observations of each period; ignored where `precision` is 0. */
  readonly means: Float64Array;
  /** Precision of each mean: observations over their variance. 0 for a period without any. */
  readonly precision: Float64Array;
  /** Variance of the step from one period to the next. Positive. */
  readonly stepVariance: number;
  /** Variance of the level of the first period around 0. Positive. */
  readonly priorVariance: number;
}

export interface LocalLevel {
  /** The level of each period given all observations. */
  readonly smoothed: Float64Array;
  readonly smoothedVariance: Float64Array;
  /** The level of each period given the observations up to and with it. */
  readonly filtered: Float64Array;
  readonly filteredVariance: Float64Array;
  readonly logLikelihood: number;
  /** Variance of (level - level of period `base`), each period, given all observations. */
  varianceAgainst(base: number): Float64Array;
}

/** Beyond these a product of variances is turned into a logarithm, before it leaves the range of a number. */
const SMALLEST_PRODUCT = 1e-200;
const LARGEST_PRODUCT = 1e200;

/** The log likelihood that `smoothLocalLevel` answers, without the levels: what a search over variances needs. */
export function localLevelLikelihood(input: LocalLevelInput): number {
  const { means, precision, stepVariance } = input;
  let level = 0;
  let variance = input.priorVariance;
  let logLikelihood = 0;
  let product = 1;
  for (let t = 0; t < means.length; t++) {
    if (t > 0) variance += stepVariance;
    const information = precision[t]!;
    if (!(information > 0)) continue;
    const surprise = means[t]! - level;
    const total = variance + 1 / information;
    const gain = variance / total;
    product *= 2 * Math.PI * total;
    if (product < SMALLEST_PRODUCT || product > LARGEST_PRODUCT) {
      logLikelihood -= 0.5 * Math.log(product);
      product = 1;
    }
    logLikelihood -= (0.5 * surprise * surprise) / total;
    level += gain * surprise;
    variance = gain / information;
  }
  return logLikelihood - 0.5 * Math.log(product);
}

/**
 * The local level model (random walk plus noise) by the Kalman filter and the fixed-interval smoother of Rauch, Tung and
 * Striebel (Durbin and Koopman 2012, chapter 2), with a noise that shrinks with the observations of each period.
 */
export function smoothLocalLevel(input: LocalLevelInput): LocalLevel {
  const { means, precision, stepVariance } = input;
  const count = means.length;
  const filtered = new Float64Array(count);
  const filteredVariance = new Float64Array(count);
  let level = 0;
  let variance = input.priorVariance;
  let logLikelihood = 0;
  for (let t = 0; t < count; t++) {
    if (t > 0) variance += stepVariance;
    const information = precision[t]!;
    if (information > 0) {
      const noise = 1 / information;
      const surprise = means[t]! - level;
      const total = variance + noise;
      logLikelihood -= 0.5 * (Math.log(2 * Math.PI * total) + (surprise * surprise) / total);
      level += (variance / total) * surprise;
      variance = (variance * noise) / total;
    }
    filtered[t] = level;
    filteredVariance[t] = variance;
  }

  const smoothed = Float64Array.from(filtered);
  const smoothedVariance = Float64Array.from(filteredVariance);
  const gains = new Float64Array(count);
  for (let t = count - 2; t >= 0; t--) {
    const predicted = filteredVariance[t]! + stepVariance;
    const gain = filteredVariance[t]! / predicted;
    gains[t] = gain;
    smoothed[t] = filtered[t]! + gain * (smoothed[t + 1]! - filtered[t]!);
    smoothedVariance[t] = filteredVariance[t]! + gain * gain * (smoothedVariance[t + 1]! - predicted);
  }

  const varianceAgainst = (base: number): Float64Array => {
    const answer = new Float64Array(count);
    const anchor = smoothedVariance[base]!;
    // Smoothed covariances chain through the gains: cov(s, t) = gain(s) ... gain(t - 1) var(t) for s < t.
    let chain = 1;
    for (let t = base - 1; t >= 0; t--) {
      chain *= gains[t]!;
      answer[t] = Math.max(0, smoothedVariance[t]! + anchor - 2 * chain * anchor);
    }
    chain = 1;
    for (let t = base + 1; t < count; t++) {
      chain *= gains[t - 1]!;
      answer[t] = Math.max(0, smoothedVariance[t]! + anchor - 2 * chain * smoothedVariance[t]!);
    }
    return answer;
  };

  return { smoothed, smoothedVariance, filtered, filteredVariance, logLikelihood, varianceAgainst };
}
