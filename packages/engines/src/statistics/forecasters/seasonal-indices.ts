/** How a season acts on the level: by a factor or by an amount. */
export type SeasonForm = 'multiplicative' | 'additive';

export interface SeasonalDecomposition {
  readonly form: SeasonForm;
  /** One index a season, the first for the first value of the series; mean 1 (factors) or 0 (amounts). */
  readonly indices: Float64Array;
  /** The series with its season taken out. */
  readonly adjusted: Float64Array;
  /** The index of the value `step` places after the last (1 is the next). */
  ahead(step: number): number;
}

/** z of the two-sided 90 % test on the autocorrelation at the season, as in the M competitions. */
const CORRELATION_LIMIT = 1.645;

/** About the 99 % point of F for the twelve months of eight years. */
const VARIANCE_RATIO_LIMIT = 2.5;

/**
 * True where a test finds a season: the autocorrelation at the season differs from zero (Bartlett's variance, 90 %, the
 * test of the M3 and M4 competitions), or the seasons of the detrended series differ from each other (variance ratio,
 * 99 %), which also finds a season that a strong trend hides from the first. False below three whole seasons, for a
 * season of one and for a series that does not move.
 */
export function isSeasonal(series: ArrayLike<number>, season: number): boolean {
  if (hasSeasonalAutocorrelation(series, season)) return true;
  if (season <= 1 || series.length < 3 * season) return false;
  return varianceRatio(detrendedBySeason(series, { season, form: 'additive' })) > VARIANCE_RATIO_LIMIT;
}

/** The first of the two tests alone, as the competitions use it. */
export function hasSeasonalAutocorrelation(series: ArrayLike<number>, season: number): boolean {
  if (season <= 1 || series.length < 3 * season) return false;
  const correlations = autocorrelations(series, season);
  if (correlations === undefined) return false;
  let sum = 0;
  for (let lag = 1; lag < season; lag++) sum += correlations[lag]! ** 2;
  return Math.abs(correlations[season]!) > CORRELATION_LIMIT * Math.sqrt((1 + 2 * sum) / series.length);
}

/** Autocorrelations of lags 0 to `maximumLag`; undefined for a series that does not move. */
export function autocorrelations(series: ArrayLike<number>, maximumLag: number): Float64Array | undefined {
  const count = series.length;
  let mean = 0;
  for (let t = 0; t < count; t++) mean += series[t]! / count;
  let variance = 0;
  for (let t = 0; t < count; t++) variance += (series[t]! - mean) ** 2;
  if (!(variance > 0)) return undefined;
  const answer = new Float64Array(maximumLag + 1);
  for (let lag = 0; lag <= maximumLag; lag++) {
    let sum = 0;
    for (let t = lag; t < count; t++) sum += (series[t]! - mean) * (series[t - lag]! - mean);
    answer[lag] = sum / variance;
  }
  return answer;
}

/**
 * Classical decomposition by centred moving averages (Macaulay 1931). The indices may be drawn towards no season: by a
 * fixed share, or by the evidence as James and Stein (1961) do it (Miller and Williams 2003 for seasons), which keeps
 * the share 1 - 1 / F of them, F being the variance between the seasons over the variance within.
 */
export function decomposeSeason(
  series: ArrayLike<number>,
  options: {
    readonly season: number;
    readonly form: SeasonForm;
    /** Share taken off, or `evidence`. Default 0. */
    readonly shrinkage?: number | 'evidence';
  },
): SeasonalDecomposition {
  const { season, form, shrinkage = 0 } = options;
  const isFactor = form === 'multiplicative';
  const bySeason = detrendedBySeason(series, { season, form });
  const raw = bySeason.map(meanOf);
  const level = meanOf(raw);
  const keep = shrinkage === 'evidence' ? Math.max(0, 1 - 1 / varianceRatio(bySeason)) : 1 - shrinkage;
  const indices = Float64Array.from(raw, (value) =>
    isFactor ? 1 + keep * (value / level - 1) : keep * (value - level),
  );
  const adjusted = Float64Array.from(series, (value, t) =>
    isFactor ? value / indices[t % season]! : value - indices[t % season]!,
  );
  const { length } = series;
  return { form, indices, adjusted, ahead: (step) => indices[(length - 1 + step) % season]! };
}

function detrendedBySeason(
  series: ArrayLike<number>,
  options: { readonly season: number; readonly form: SeasonForm },
): readonly (readonly number[])[] {
  const { season, form } = options;
  const trend = centredMovingAverage(series, season);
  const bySeason = Array.from({ length: season }, (): number[] => []);
  for (let t = 0; t < series.length; t++) {
    if (Number.isNaN(trend[t]!)) continue;
    bySeason[t % season]!.push(form === 'multiplicative' ? series[t]! / trend[t]! : series[t]! - trend[t]!);
  }
  return bySeason;
}

/** F of a one-way analysis of variance; infinite where nothing varies within the groups, 0 where nothing varies. */
export function varianceRatio(groups: readonly (readonly number[])[]): number {
  let count = 0;
  let sum = 0;
  for (const group of groups) {
    count += group.length;
    for (const value of group) sum += value;
  }
  const mean = sum / count;
  let between = 0;
  let within = 0;
  for (const group of groups) {
    const centre = meanOf(group);
    between += group.length * (centre - mean) ** 2;
    for (const value of group) within += (value - centre) ** 2;
  }
  if (between === 0 || count <= groups.length) return 0;
  return between / (groups.length - 1) / (within / (count - groups.length));
}

function centredMovingAverage(series: ArrayLike<number>, season: number): Float64Array {
  const half = Math.floor(season / 2);
  const answer = new Float64Array(series.length).fill(Number.NaN);
  for (let t = half; t + half < series.length; t++) {
    let sum = 0;
    for (let lag = -half; lag <= half; lag++) {
      const isEnd = season % 2 === 0 && Math.abs(lag) === half;
      sum += (isEnd ? 0.5 : 1) * series[t + lag]!;
    }
    answer[t] = sum / season;
  }
  return answer;
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
