/** Which components an exponential smoothing model has, in the taxonomy of Hyndman et al. (2008). */
export interface EtsForm {
  readonly error: 'additive' | 'multiplicative';
  readonly trend: 'none' | 'additive' | 'damped';
  readonly season: 'none' | 'additive' | 'multiplicative';
}

export interface EtsParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
  readonly level: number;
  readonly trend: number;
  /** First-season states, in the order of the first values; empty without a season. */
  readonly seasonal: Float64Array;
}

export interface EtsState {
  readonly level: number;
  readonly trend: number;
  readonly seasonal: Float64Array;
  readonly squaredError: number;
  readonly logScale: number;
}

/** Short name of a form, such as "ETS(M,Ad,M)". */
export function etsName({ error, trend, season }: EtsForm): string {
  const trends = { none: 'N', additive: 'A', damped: 'Ad' };
  const seasons = { none: 'N', additive: 'A', multiplicative: 'M' };
  return `ETS(${error === 'additive' ? 'A' : 'M'},${trends[trend]},${seasons[season]})`;
}

/**
 * Runs the innovations form of an exponential smoothing model through a series. `buffer` is scratch space of one value a
 * season. The states after the last value, the sum of squared (relative) errors and the sum of log |forecast| that the
 * likelihood of multiplicative errors needs. An infinite squared error where a level or forecast is not positive though
 * the form needs it.
 */
export function runEts(
  series: Float64Array,
  options: {
    readonly form: EtsForm;
    readonly parameters: EtsParameters;
    readonly buffer: Float64Array;
  },
): EtsState {
  const { form, parameters, buffer } = options;
  const { alpha, beta, gamma, phi } = parameters;
  const season = buffer.length;
  const isRelative = form.error === 'multiplicative';
  const isFactor = form.season === 'multiplicative';
  const hasSeason = form.season !== 'none';
  const hasTrend = form.trend !== 'none';
  buffer.set(parameters.seasonal);
  let level = parameters.level;
  let trend = hasTrend ? parameters.trend : 0;
  let squaredError = 0;
  let logScale = 0;
  let position = 0;
  const { length } = series;
  for (let t = 0; t < length; t++) {
    const base = level + phi * trend;
    const seasonal = hasSeason ? buffer[position]! : 0;
    const predicted = hasSeason ? (isFactor ? base * seasonal : base + seasonal) : base;
    const error = series[t]! - predicted;
    if (isRelative) {
      if (!(predicted > 0)) return failed(buffer);
      const relative = error / predicted;
      squaredError += relative * relative;
      logScale += Math.log(predicted);
    } else {
      squaredError += error * error;
    }
    const forLevel = isFactor ? error / seasonal : error;
    if (hasSeason) {
      if (isFactor) {
        if (!(base > 0)) return failed(buffer);
        buffer[position] = seasonal + (gamma * error) / base;
      } else {
        buffer[position] = seasonal + gamma * error;
      }
      if (++position === season) position = 0;
    }
    level = base + alpha * forLevel;
    if (hasTrend) trend = phi * trend + beta * forLevel;
  }
  return { level, trend, seasonal: buffer, squaredError, logScale };
}

function failed(buffer: Float64Array): EtsState {
  return { level: Number.NaN, trend: 0, seasonal: buffer, squaredError: Number.POSITIVE_INFINITY, logScale: 0 };
}

/** Point forecasts of steps 1 to `horizon` after a series of `length` values. */
export function forecastEts(
  state: EtsState,
  options: { readonly form: EtsForm; readonly phi: number; readonly length: number; readonly horizon: number },
): Float64Array {
  const { form, phi, length } = options;
  const season = state.seasonal.length;
  const path = new Float64Array(options.horizon);
  let faded = 0;
  let factor = 1;
  for (let step = 0; step < path.length; step++) {
    factor *= phi;
    faded += factor;
    const base = state.level + (form.trend === 'none' ? 0 : faded * state.trend);
    const seasonal = form.season === 'none' ? 0 : state.seasonal[(length + step) % season]!;
    path[step] = form.season === 'none' ? base : form.season === 'multiplicative' ? base * seasonal : base + seasonal;
  }
  return path;
}
