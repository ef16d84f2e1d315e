import { regressSmall } from './small-regression.ts';

/** A monthly series that walks and is known with noise, and what may move it. */
export interface NoisyWalkInput {
  /** Level of each period, NaN in a period without one. */
  readonly values: Float64Array;
  /** Precision of each level in any unit, such as the observations behind it; not read where the level is NaN. */
  readonly precision: Float64Array;
  /** Regressors of the level, one value a period; a period in which one is NaN is left out. */
  readonly columns: readonly Float64Array[];
  /** Noise and persistence that an earlier fit found, to be kept. Default: the most likely ones. */
  readonly dynamics?: WalkDynamics;
}

/** How a level moves by itself. */
export interface WalkDynamics {
  /** Variance of the noise of a period of mean precision over the variance of a step's innovation. */
  readonly noise: number;
  /** Lag-one correlation of the steps. */
  readonly persistence: number;
}

/** Generalised least squares of a level on columns around a walk with drift. */
export interface NoisyWalkRegression {
  /** Of the columns, in their order; constant and drift are not in it. */
  readonly coefficients: Float64Array;
  /** Covariance of the coefficients. */
  readonly covariance: readonly Float64Array[];
  /** Sum of squares that the columns together explain, over their number and the residual variance. */
  readonly fisherRatio: number;
  readonly degreesOfFreedom: number;
  readonly dynamics: WalkDynamics;
}

const NOISES = [0, 0.05, 0.2, 0.5, 1, 2, 4, 8, 16, 40, 100, 400];
const PERSISTENCES = [-0.2, 0, 0.2, 0.4, 0.6];
/** Keeps the first innovation variance above zero where nothing is noise. */
/** What is believed of persistence beforehand, standard deviation around 0: a short series tells little of it. */
const PERSISTENCE_DEVIATION = 0.2;
const LEAST_NOISE = 1e-6;

/**
 * Regresses a level that walks with persistent steps, and is known with a noise that shrinks with each period's
 * precision, on columns: every series goes through the Kalman filter of that walk, which leaves innovations that are
 * independent of each other (Harvey 1989, section 3.4), and least squares is done on those. Noise and persistence are
 * those of the largest restricted likelihood on a grid, persistence being drawn to none; that they are
 * estimated is not in the errors, so that of 60 periods a test at 5 % claims about 8 %. Undefined where the columns are collinear or the periods too few.
 */
export function regressNoisyWalk(input: NoisyWalkInput): NoisyWalkRegression | undefined {
  const { columns } = input;
  const periods = usablePeriods(input);
  if (periods.length < columns.length + 6) return undefined;
  const best =
    input.dynamics === undefined
      ? mostLikely(input, periods)
      : withDynamics(input, { periods, dynamics: input.dynamics });
  if (best === undefined) return undefined;
  const { regression, emptySquares } = best.fit;
  const variance = regression.residualSquares / regression.degreesOfFreedom;
  if (!(variance > 0)) return undefined;
  return {
    coefficients: regression.coefficients.slice(2),
    covariance: regression.inverse.slice(2).map((row) => row.slice(2).map((value) => variance * value)),
    fisherRatio: (emptySquares - regression.residualSquares) / columns.length / variance,
    degreesOfFreedom: regression.degreesOfFreedom,
    dynamics: best.dynamics,
  };
}

interface Candidate {
  readonly fit: Fitted;
  readonly dynamics: WalkDynamics;
}

function withDynamics(
  input: NoisyWalkInput,
  options: { readonly periods: readonly number[]; readonly dynamics: WalkDynamics },
): Candidate | undefined {
  const fit = fitGiven(input, options);
  return fit === undefined ? undefined : { fit, dynamics: options.dynamics };
}

/** Searches the noise without persistence, then the persistence, then the noise again: a third of the whole grid. */
function mostLikely(input: NoisyWalkInput, periods: readonly number[]): Candidate | undefined {
  let best: Candidate | undefined;
  const search = (candidates: readonly WalkDynamics[]): void => {
    for (const dynamics of candidates) {
      const candidate = withDynamics(input, { periods, dynamics });
      if (candidate !== undefined && (best === undefined || candidate.fit.likelihood > best.fit.likelihood)) {
        best = candidate;
      }
    }
  };
  search(NOISES.map((noise) => ({ noise, persistence: 0 })));
  const { noise = 0 } = best?.dynamics ?? {};
  search(PERSISTENCES.map((persistence) => ({ noise, persistence })));
  const { persistence = 0 } = best?.dynamics ?? {};
  if (persistence !== 0) search(NOISES.map((other) => ({ noise: other, persistence })));
  return best;
}

interface Fitted {
  readonly regression: NonNullable<ReturnType<typeof regressSmall>>;
  readonly emptySquares: number;
  readonly likelihood: number;
}

function usablePeriods({ values, columns }: NoisyWalkInput): readonly number[] {
  return [...values.keys()].filter((t) => {
    return Number.isFinite(values[t]!) && columns.every((column) => Number.isFinite(column[t]!));
  });
}

function fitGiven(
  input: NoisyWalkInput,
  options: { readonly periods: readonly number[]; readonly dynamics: WalkDynamics },
): Fitted | undefined {
  const { periods } = options;
  const first = periods[0]!;
  const ones = new Float64Array(input.values.length).fill(1);
  const drift = ones.map((_, t) => (t - first) / periods.length);
  const { whitened, logVariance } = whiten([input.values, ones, drift, ...input.columns], { ...options, input });
  const targets = whitened.map((row) => row[0]!);
  const rows = whitened.map((row) => row.slice(1));
  const regression = regressSmall(rows, targets);
  const empty = regressSmall(
    rows.map((row) => row.slice(0, 2)),
    targets,
  );
  if (regression === undefined || empty === undefined || !(regression.residualSquares > 0)) return undefined;
  const { degreesOfFreedom, residualSquares } = regression;
  const prior = -0.5 * (options.dynamics.persistence / PERSISTENCE_DEVIATION) ** 2;
  const likelihood =
    prior -
    0.5 *
      (logVariance +
        degreesOfFreedom * Math.log(residualSquares / degreesOfFreedom) -
        logDeterminant(regression.inverse));
  return { regression, emptySquares: empty.residualSquares, likelihood };
}

/** Innovations of every series by one filter, divided by their standard deviation: one row a period. */
function whiten(
  series: readonly Float64Array[],
  options: { readonly periods: readonly number[]; readonly dynamics: WalkDynamics; readonly input: NoisyWalkInput },
): { readonly whitened: readonly number[][]; readonly logVariance: number } {
  const { periods, input, dynamics } = options;
  const { persistence } = dynamics;
  const meanPrecision = periods.reduce((sum, t) => sum + input.precision[t]!, 0) / periods.length;
  const levels = new Float64Array(series.length);
  const steps = new Float64Array(series.length);
  // Covariance of level and step. The level of the first period is the constant's, so that it starts without doubt.
  let levelVariance = 0;
  let covariance = 0;
  let stepVariance = 1 / (1 - persistence * persistence);
  let logVariance = 0;
  const whitened: number[][] = [];
  let at = 0;
  for (let t = periods[0]!; t <= periods.at(-1)!; t++) {
    if (t > periods[0]!) {
      for (let i = 0; i < series.length; i++) {
        steps[i] = persistence * steps[i]!;
        levels[i] = levels[i]! + steps[i]!;
      }
      const moved = persistence * persistence * stepVariance;
      const carried = persistence * covariance;
      levelVariance += 2 * carried + moved + 1;
      covariance = carried + moved + 1;
      stepVariance = moved + 1;
    }
    if (t !== periods[at]) continue;
    at++;
    const noise = Math.max(LEAST_NOISE, (dynamics.noise * meanPrecision) / input.precision[t]!);
    const total = levelVariance + noise;
    const root = Math.sqrt(total);
    const levelGain = levelVariance / total;
    const stepGain = covariance / total;
    whitened.push(
      series.map((values, i) => {
        const surprise = values[t]! - levels[i]!;
        levels[i] = levels[i]! + levelGain * surprise;
        steps[i] = steps[i]! + stepGain * surprise;
        return surprise / root;
      }),
    );
    stepVariance -= stepGain * covariance;
    covariance *= 1 - levelGain;
    levelVariance *= 1 - levelGain;
    logVariance += Math.log(total);
  }
  return { whitened, logVariance };
}

/** Of a positive definite matrix, by elimination. */
function logDeterminant(matrix: readonly Float64Array[]): number {
  const rows = matrix.map((row) => Float64Array.from(row));
  let sum = 0;
  rows.forEach((row, pivot) => {
    sum += Math.log(Math.max(Number.MIN_VALUE, row[pivot]!));
    for (let below = pivot + 1; below < rows.length; below++) {
      const factor = rows[below]![pivot]! / row[pivot]!;
      rows[below] = rows[below]!.map((value, j) => value - factor * row[j]!);
    }
  });
  return sum;
}
