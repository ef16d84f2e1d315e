import { normalQuantile } from '../statistics/normal-quantile.ts';
import { type Tally, wilsonInterval } from '../statistics/proportions.ts';
import type { CallSample, Measured, MeasuredModel } from './model-evidence.ts';

const LATENCY_SHARE = 0.95;

/** The three counts with their intervals. There must be an answer and a success. */
export function measure(
  sample: CallSample,
  options: { readonly tally: Tally; readonly confidenceLevel: number },
): Pick<MeasuredModel, 'quality' | 'latencyMs' | 'costPerSuccessNanoUsd'> {
  const { tally, confidenceLevel } = options;
  return {
    quality: { value: tally.successes / tally.trials, ...wilsonInterval(tally, { confidenceLevel }) },
    latencyMs: quantileInterval(sample.answerMs, confidenceLevel),
    costPerSuccessNanoUsd: costPerSuccess(sample, options),
  };
}

/**
 * A quantile with the order statistics that hold it, free of any distribution: the number of values below it is binomial.
 *
 * W. J. Conover, "Practical Nonparametric Statistics" (1999), section 3.2.
 */
function quantileInterval(values: readonly number[], confidenceLevel: number): Measured {
  const sorted = values.toSorted((left, right) => left - right);
  const n = sorted.length;
  const spread = normalQuantile(0.5 + confidenceLevel / 2) * Math.sqrt(n * LATENCY_SHARE * (1 - LATENCY_SHARE));
  const at = (rank: number) => sorted[Math.min(n, Math.max(1, Math.ceil(rank))) - 1] ?? 0;
  return {
    value: at(n * LATENCY_SHARE),
    lower: at(n * LATENCY_SHARE - spread),
    upper: at(n * LATENCY_SHARE + spread + 1),
  };
}

/**
 * Cost of all attempts by answers, by the share of successes. Its interval is taken on the logarithm, where the variances of
 * the cost of an answer and of the share add up (the delta method): both come from samples of their own.
 */
function costPerSuccess(
  { costsNanoUsd, answerMs }: CallSample,
  { tally, confidenceLevel }: { readonly tally: Tally; readonly confidenceLevel: number },
): Measured {
  const n = costsNanoUsd.length;
  const mean = costsNanoUsd.reduce((sum, cost) => sum + cost, 0) / n;
  const variance = costsNanoUsd.reduce((sum, cost) => sum + (cost - mean) ** 2, 0) / Math.max(1, n - 1);
  const answered = answerMs.length / n;
  const quality = tally.successes / tally.trials;
  const value = mean / answered / quality;
  if (mean === 0) return { value: 0, lower: 0, upper: 0 };
  const logVariance =
    variance / n / mean ** 2 + (1 - answered) / (n * answered) + (1 - quality) / (tally.trials * quality);
  const factor = Math.exp(normalQuantile(0.5 + confidenceLevel / 2) * Math.sqrt(logVariance));
  return { value, lower: value / factor, upper: value * factor };
}
