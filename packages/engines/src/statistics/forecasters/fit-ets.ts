import type { SeriesForecast } from '../series-forecast.ts';
import type { EtsForm, EtsParameters } from './ets-model.ts';
import { etsName, forecastEts, runEts } from './ets-model.ts';
import { searchSimplex } from './nelder-mead.ts';
import { decomposeSeason } from './seasonal-indices.ts';

export interface FittedEts extends SeriesForecast {
  readonly form: EtsForm;
  /** Akaike's criterion with the correction for short series; smaller is better. */
  readonly aicc: number;
  /** Standard deviation of the one-step errors, relative to the forecast where errors are multiplicative. */
  readonly residualScale: number;
}

/**
 * Fits one exponential smoothing model by maximum likelihood: smoothing weights, first level and first trend by simplex
 * search, first seasonal states from the classical decomposition. Undefined where the form does not suit the series
 * (multiplicative with values not above zero, season with fewer than two whole cycles, or no finite likelihood).
 */
export function fitEts(
  values: ArrayLike<number>,
  options: { readonly form: EtsForm; readonly season: number; readonly maximumEvaluations?: number },
): FittedEts | undefined {
  const { form } = options;
  const series = Float64Array.from(values);
  const count = series.length;
  const hasSeason = form.season !== 'none';
  const needsPositive = form.error === 'multiplicative' || form.season === 'multiplicative';
  if (count < 4 || (hasSeason && count < 2 * options.season + 1)) return undefined;
  if (needsPositive && series.some((value) => !(value > 0))) return undefined;
  const start = startStates(series, form, options.season);
  const hasTrend = form.trend !== 'none';
  const isDamped = form.trend === 'damped';
  const buffer = new Float64Array(hasSeason ? options.season : 0);
  const spread = deviation(start.adjusted);
  const names: Axis[] = [
    { start: 0.5, lower: 0.0001, upper: 0.9999 },
    { start: start.level, lower: start.level - 3 * spread, upper: start.level + 3 * spread },
  ];
  if (hasTrend) {
    const reach = Math.max(Math.abs(start.trend), spread / 4);
    names.push({ start: 0.1, lower: 0.0001, upper: 0.9999 });
    names.push({ start: start.trend, lower: start.trend - 2 * reach, upper: start.trend + 2 * reach });
  }
  if (hasSeason) names.push({ start: 0.1, lower: 0.0001, upper: 0.9999 });
  if (isDamped) names.push({ start: 0.9, lower: 0.8, upper: 0.98 });
  const parameters = {
    alpha: 0,
    beta: 0,
    gamma: 0,
    phi: 1,
    level: 0,
    trend: 0,
    seasonal: start.seasonal,
  };
  const place = (point: Float64Array): EtsParameters => {
    let axis = 0;
    parameters.alpha = point[axis++]!;
    parameters.level = point[axis++]!;
    if (hasTrend) {
      // The trend may not react faster than the level, nor the season faster than what the level leaves.
      parameters.beta = point[axis++]! * parameters.alpha;
      parameters.trend = point[axis++]!;
    }
    if (hasSeason) parameters.gamma = point[axis++]! * (1 - parameters.alpha);
    if (isDamped) parameters.phi = point[axis++]!;
    return parameters;
  };
  const likelihood = (point: Float64Array): number => {
    const state = runEts(series, { form, parameters: place(point), buffer });
    return count * Math.log(state.squaredError + 1e-300) + 2 * state.logScale;
  };
  const found = searchSimplex(likelihood, {
    start: names.map((axis) => axis.start),
    lower: names.map((axis) => axis.lower),
    upper: names.map((axis) => axis.upper),
    maximumEvaluations: options.maximumEvaluations ?? 45 * names.length,
  });
  if (!Number.isFinite(found.value)) return undefined;
  const chosen = { ...place(found.point) };
  const state = runEts(series, { form, parameters: chosen, buffer });
  const last = { ...state, seasonal: Float64Array.from(state.seasonal) };
  const freedom = names.length + (hasSeason ? options.season - 1 : 0) + 1;
  const penalty = count - freedom - 1 > 0 ? (2 * freedom * count) / (count - freedom - 1) : Number.POSITIVE_INFINITY;
  const { alpha, beta, gamma, phi } = chosen;
  return {
    form,
    method: etsName(form),
    parameters: { alpha, ...(hasTrend ? { beta } : {}), ...(hasSeason ? { gamma } : {}), ...(isDamped ? { phi } : {}) },
    aicc: found.value + penalty,
    residualScale: Math.sqrt(state.squaredError / count),
    forecast: (horizon) => forecastEts(last, { form, phi, length: count, horizon }),
  };
}

interface Axis {
  readonly start: number;
  readonly lower: number;
  readonly upper: number;
}

function startStates(
  series: Float64Array,
  form: EtsForm,
  season: number,
): { level: number; trend: number; seasonal: Float64Array; adjusted: Float64Array } {
  let adjusted = series;
  let seasonal = new Float64Array(0);
  if (form.season !== 'none') {
    const decomposed = decomposeSeason(series, { season, form: form.season });
    adjusted = Float64Array.from(decomposed.adjusted);
    seasonal = Float64Array.from(decomposed.indices);
  }
  const reach = Math.min(Math.max(10, 2 * season), adjusted.length);
  const centre = (reach - 1) / 2;
  let mean = 0;
  let numerator = 0;
  let denominator = 0;
  for (let t = 0; t < reach; t++) {
    mean += adjusted[t]! / reach;
    numerator += (t - centre) * adjusted[t]!;
    denominator += (t - centre) ** 2;
  }
  const slope = numerator / denominator;
  if (form.trend === 'none') {
    let level = 0;
    const few = Math.min(6, reach);
    for (let t = 0; t < few; t++) level += adjusted[t]! / few;
    return { level, trend: 0, seasonal, adjusted };
  }
  return { level: mean - slope * (centre + 1), trend: slope, seasonal, adjusted };
}

function deviation(values: Float64Array): number {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let sum = 0;
  for (const value of values) sum += (value - mean) ** 2;
  return Math.sqrt(sum / values.length) || Math.abs(mean) || 1;
}
