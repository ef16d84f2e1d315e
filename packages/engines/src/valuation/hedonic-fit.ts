import { updateEffectVariance } from '../statistics/effect-variance.ts';
import { median } from '../statistics/quantile.ts';
import { nestedPrecisions } from '../statistics/nested-columns.ts';
import type { Preconditioner, RidgeSums } from '../statistics/ridge-preconditioner.ts';
import { blockPreconditioner, gatherSums, lessRows, preconditionerOf } from '../statistics/ridge-preconditioner.ts';
import { robustWeight } from '../statistics/robust-weight.ts';
import { ridgeEnergy, ridgeRightSide, solveRidge, solveRidgeSystem } from '../statistics/solve-ridge.ts';
import { EFFECT_GROUPS } from './effect-group.ts';
import type { EffectVocabulary } from './effect-vocabulary.ts';
import { FIRST_EFFECT_COLUMN, FIRST_RAMP_COLUMN, INTERCEPT_COLUMN } from './effect-vocabulary.ts';
import type { LevelLayout } from '../statistics/nested-levels.ts';
import { mergeCoefficients, mergePenalties, splitCoefficients } from './merged-columns.ts';
import type { LevelPaths } from './level-paths.ts';
import { fitLevelPaths, levelsOfSales } from './level-paths.ts';
import type { NestedEffects } from './nested-columns.ts';
import type { SaleDesign } from './sale-design.ts';
import { RAMP_COUNT, RAMP_STARTS, VALUE_CURVES } from './value-curve.ts';

/** Median absolute deviation of Student t errors with 4 degrees of freedom, in units of their scale. */
const MEDIAN_ABSOLUTE_T4 = 0.7407;

const MEDIAN_ABSOLUTE_NORMAL = 0.6745;

/** Exact to a few thousandths of the spread between cars; the outer iterations start from the last solution. */
const SOLVER: Solver = { tolerance: 1e-3, maximumIterations: 30 };

/**
 * A fit that leaves sales out starts from the one that has them and stops when so little of the way is left: an effect
 * must not remember a sale that is to be judged as unseen.
 */
const LEFT_OUT_SOLVER: Solver = { tolerance: 0.025, maximumIterations: 40 };

/** A car has at most three effects that bend one curve. */
const LOWEST_BEND = -0.3;

/**
 * Standard deviation of effects below which a group is not shrunken further, in units of that of a single sale. Where
 * groups cross one another their variances come out too low (the fixed point takes the other groups for known).
 */
const LEAST_SPREAD = 0.15;

export interface HedonicData {
  readonly design: SaleDesign;
  readonly vocabulary: EffectVocabulary;
  readonly layout: LevelLayout;
  readonly logPrices: Float64Array;
  /** Which effects lie within one another. */
  readonly nested: NestedEffects;
}

/** What the full fit finds out and the fits of the folds take over: it says nothing about a single sale. */
export interface HedonicScales {
  /** Variance of the effects of each group. */
  readonly variances: readonly number[];
  readonly stepVariances: readonly number[];
}

export interface HedonicFit {
  readonly coefficients: Float64Array;
  readonly levels: LevelPaths;
  readonly scales: HedonicScales;
  /** log price minus the fitted log price, all sales, also those that were left out. */
  readonly residuals: Float64Array;
}

/**
 * Fits log price = curves + shrunken effects + market level by iterating three steps: conjugate gradients for curves and
 * effects, the smoother for the level, and the robust weights and variances given both. `included` says which sales
 * count (absent: all).
 */
export function fitHedonic(
  data: HedonicData,
  options: {
    readonly iterations: number;
    /** The typical absolute residual of each sale, asked for anew before the first, second and fourth iteration. */
    readonly spreads: (residuals: Float64Array | null) => Float64Array;
    readonly included?: Uint8Array;
    /** A fit of the same sales to start from. */
    readonly after?: HedonicFit;
    /** What `readWholeFit` says of `after`; one that leaves sales out needs it. */
    readonly whole?: WholeFit;
  },
): HedonicFit {
  const { design, logPrices, layout, vocabulary, nested } = data;
  const { matrix } = design;
  const rowCount = matrix.rowCount;
  const { columns } = design;
  // Sums of the effects that hold for the same sales, until they are split at the end.
  const coefficients =
    options.after === undefined
      ? new Float64Array(matrix.columnCount)
      : mergeCoefficients(options.after.coefficients, columns);
  const { whole } = options;
  if (whole !== undefined) design.followCurves(coefficients);
  let solver = whole !== undefined ? LEFT_OUT_SOLVER : SOLVER;
  const residuals = Float64Array.from(options.after?.residuals ?? logPrices);
  const fitted = new Float64Array(rowCount);
  const level = new Float64Array(rowCount);
  // More than one iteration find the level without a memory of what was left out.
  if (options.after !== undefined && options.iterations === 1) levelsOfSales(layout, options.after.levels, level);
  const response = new Float64Array(rowCount);
  const weights = new Float64Array(rowCount);
  // Starting at the mean makes the solver's stopping rule speak of differences between cars and not of the price level.
  const centre = median(logPrices);
  if (options.after !== undefined) coefficients[INTERCEPT_COLUMN] = coefficients[INTERCEPT_COLUMN]! - centre;
  let variances: readonly number[] =
    options.after?.scales.variances ?? EFFECT_GROUPS.map(({ priorSpread }) => priorSpread ** 2);
  let levels: LevelPaths | undefined;
  let spreads: Float64Array = new Float64Array(0);
  let preconditioner: Preconditioner = () => undefined;
  const held = new Uint8Array(matrix.columnCount);

  for (let iteration = 0; iteration < options.iterations; iteration++) {
    const isFresh = iteration === 0 && options.after === undefined;
    if (iteration < 2 || iteration === 3) spreads = options.spreads(isFresh ? null : residuals);
    for (let row = 0; row < rowCount; row++) {
      response[row] = logPrices[row]! - centre - level[row]!;
      weights[row] = options.included?.[row] === 0 ? 0 : weightOf(isFresh ? 0 : residuals[row]!, spreads[row]!);
    }
    const penalties = mergePenalties(columnPenalties(vocabulary, variances), columns);
    if (whole === undefined) {
      // Weights and variances of a fresh fit change much at first, and little later.
      if (iteration === 0 || (options.after === undefined && (iteration === 1 || iteration === 3))) {
        preconditioner = blockPreconditioner(matrix, { weights, penalties, nested: nested.merged });
      }
    } else if (iteration === 0) {
      const gone = whole.weights.map((weight, row) => weight - weights[row]!);
      const sums = lessRows(whole.sums, { design: matrix, weights: gone });
      preconditioner = preconditionerOf(sums, { penalties, nested: nested.merged });
      forgetUnseen(coefficients, sums);
      const problem = { matrix, response, weights, penalties, preconditioner };
      solver = { ...solver, referenceEnergy: ridgeEnergy(coefficients, problem) };
    }
    releaseRamps(coefficients, { design, response, weights, penalties, held });
    solveMonotone(coefficients, { design, response, weights, penalties, held, preconditioner, solver });
    design.followCurves(coefficients);
    matrix.multiplyRows(coefficients, fitted);
    for (let row = 0; row < rowCount; row++) residuals[row] = logPrices[row]! - centre - fitted[row]!;
    levels = fitLevelPaths(layout, {
      values: residuals,
      weights,
      ...(options.after === undefined ? {} : { stepVariances: options.after.scales.stepVariances }),
    });
    levelsOfSales(layout, levels, level);
    for (let row = 0; row < rowCount; row++) residuals[row] = residuals[row]! - level[row]!;
    if (options.after === undefined)
      variances = updateVariances(coefficients, { data, weights, variances, spread: median(spreads) });
  }
  const penalties = columnPenalties(vocabulary, variances);
  const effects = settleBends(coefficients, {
    design,
    response,
    weights,
    penalties,
    vocabulary,
    preconditioner,
    solver,
  });
  matrix.multiplyRows(coefficients, fitted);
  for (let row = 0; row < rowCount; row++) residuals[row] = logPrices[row]! - centre - fitted[row]! - level[row]!;
  effects[INTERCEPT_COLUMN] = effects[INTERCEPT_COLUMN]! + centre;
  const stepVariances = levels?.stepVariances ?? [];
  return {
    coefficients: effects,
    levels: levels ?? { paths: new Map(), stepVariances },
    scales: { variances, stepVariances },
    residuals,
  };
}

/** What all fits have in common that leave sales out of the same whole fit. */
export interface WholeFit {
  /** The weight of each sale given the whole fit. */
  readonly weights: Float64Array;
  readonly sums: RidgeSums;
}

/** Reads all rows once for the fits that will each leave some of them out. `spreads` are the typical absolute residuals. */
export function readWholeFit({ design, nested }: HedonicData, fit: HedonicFit, spreads: Float64Array): WholeFit {
  design.followCurves(fit.coefficients);
  const weights = fit.residuals.map((residual, row) => weightOf(residual, spreads[row]!));
  return { weights, sums: gatherSums(design.matrix, { weights, nested: nested.merged }) };
}

/** The weight of a sale given its residual and the typical absolute residual of its kind. */
function weightOf(residual: number, spread: number): number {
  const scale = spread / MEDIAN_ABSOLUTE_T4;
  return robustWeight(residual, { scale }) / (scale * scale);
}

/** Effects that none of the sales that count speaks of are 0: no way leads there in steps. */
function forgetUnseen(coefficients: Float64Array, { squares }: RidgeSums): void {
  for (let j = FIRST_EFFECT_COLUMN; j < coefficients.length; j++) if (squares[j] === 0) coefficients[j] = 0;
}

interface Solver {
  readonly tolerance: number;
  readonly maximumIterations: number;
  readonly referenceEnergy?: number;
}

interface Solve {
  readonly design: SaleDesign;
  readonly response: Float64Array;
  readonly weights: Float64Array;
  readonly penalties: Float64Array;
  readonly preconditioner: Preconditioner;
  readonly solver: Solver;
}

/** Solves, and again with every ramp held at 0 that came out against the direction of its curve, until none does. */
function solveMonotone(coefficients: Float64Array, solve: Solve & { readonly held: Uint8Array }): void {
  const { held, design } = solve;
  const right = ridgeRightSide({ matrix: design.matrix, ...solve });
  for (let round = 0; round <= RAMP_COUNT; round++) {
    solveRidgeSystem(coefficients, { matrix: design.matrix, ...solve, ...solve.solver, right });
    let violations = 0;
    VALUE_CURVES.forEach((curve, index) => {
      const first = FIRST_RAMP_COLUMN + RAMP_STARTS[index]!;
      for (let column = first; column < first + curve.knots.length - 1; column++) {
        if (held[column] === 1 || coefficients[column]! * curve.direction >= 0) continue;
        coefficients[column] = 0;
        held[column] = 1;
        violations++;
      }
    });
    if (violations === 0) return;
  }
}

/** Lets go of the ramps that were held at 0 and that the data now push in the direction of their curve. */
function releaseRamps(
  coefficients: Float64Array,
  solve: Omit<Solve, 'preconditioner' | 'solver'> & { readonly held: Uint8Array },
): void {
  const { design, response, weights, penalties, held } = solve;
  if (!held.includes(1)) return;
  const { matrix } = design;
  const error = new Float64Array(matrix.rowCount);
  matrix.multiplyRows(coefficients, error);
  for (let row = 0; row < error.length; row++) error[row] = weights[row]! * (response[row]! - error[row]!);
  const pull = new Float64Array(matrix.columnCount);
  matrix.multiplyTransposed(error, pull);
  VALUE_CURVES.forEach((curve, index) => {
    const first = FIRST_RAMP_COLUMN + RAMP_STARTS[index]!;
    for (let column = first; column < first + curve.knots.length - 1; column++) {
      if (held[column] === 1 && (pull[column]! - penalties[column]! * coefficients[column]!) * curve.direction > 0)
        held[column] = 0;
    }
  });
}

/**
 * Brings bends and curves together: the bends of a car stay above -0.9 together, so that no bent curve turns round, and everything else is
 * solved once more around curves and bends as they will be evaluated. Answers the coefficients of all effects, the sums split.
 */
function settleBends(
  coefficients: Float64Array,
  solve: Solve & { readonly vocabulary: EffectVocabulary },
): Float64Array {
  const { design, penalties, vocabulary } = solve;
  const { columns } = design;
  const held = new Uint8Array(coefficients.length);
  held.fill(1, FIRST_RAMP_COLUMN, FIRST_RAMP_COLUMN + RAMP_COUNT);
  const bent = splitCoefficients(coefficients, { penalties, columns });
  EFFECT_GROUPS.forEach((entry, group) => {
    if (entry.curve === null) return;
    for (let column = vocabulary.starts[group]!; column < vocabulary.starts[group + 1]!; column++) {
      bent[column] = Math.max(LOWEST_BEND, bent[column]!);
      held[columns.mergedOf[column]!] = 1;
    }
  });
  coefficients.set(mergeCoefficients(bent, columns));
  design.followCurves(coefficients);
  solveRidge(coefficients, {
    matrix: design.matrix,
    ...solve,
    ...solve.solver,
    held,
    penalties: mergePenalties(penalties, columns),
  });
  const effects = splitCoefficients(coefficients, { penalties, columns });
  EFFECT_GROUPS.forEach(({ curve }, group) => {
    if (curve === null) return;
    for (let j = vocabulary.starts[group]!; j < vocabulary.starts[group + 1]!; j++) effects[j] = bent[j]!;
  });
  return effects;
}

function columnPenalties(vocabulary: EffectVocabulary, variances: readonly number[]): Float64Array {
  const penalties = new Float64Array(vocabulary.columnCount);
  // Curves are not shrunken; the trace of a penalty keeps a ramp without data in its place.
  penalties.fill(1e-3, FIRST_RAMP_COLUMN, FIRST_RAMP_COLUMN + RAMP_COUNT);
  variances.forEach((variance, group) => {
    penalties.fill(1 / variance, vocabulary.starts[group]!, vocabulary.starts[group + 1]!);
  });
  return penalties;
}

function updateVariances(
  sums: Float64Array,
  state: {
    readonly data: HedonicData;
    readonly weights: Float64Array;
    readonly variances: readonly number[];
    /** The typical absolute residual of a sale. */
    readonly spread: number;
  },
): readonly number[] {
  const { vocabulary, design } = state.data;
  const minimum = (LEAST_SPREAD * state.spread) / MEDIAN_ABSOLUTE_NORMAL;
  const { columns } = design;
  const merged = design.matrix.weightedSquares(state.weights);
  const squares = Float64Array.from(columns.mergedOf, (column) => merged[column]!);
  const penalties = columnPenalties(vocabulary, state.variances);
  const coefficients = splitCoefficients(sums, { penalties, columns });
  const { solved, crossed } = state.data.nested;
  const precision = nestedPrecisions(squares, { penalties, nested: solved });
  for (const { rootGroup, columns } of crossed) {
    const inChain = nestedPrecisions(squares, { penalties, nested: columns });
    for (let j = vocabulary.starts[rootGroup]!; j < vocabulary.starts[rootGroup + 1]!; j++) precision[j] = inChain[j]!;
  }
  return state.variances.map((variance, group) => {
    const from = vocabulary.starts[group]!;
    const to = vocabulary.starts[group + 1]!;
    // One key alone says nothing of how keys differ: a car of another is as unknown as before.
    if (to - from < 2) return variance;
    const dataPrecision = precision.subarray(from, to);
    const isBend = EFFECT_GROUPS[group]!.curve !== null;
    const effects = isBend ? coefficients.subarray(from, to) : centred(coefficients.subarray(from, to), dataPrecision);
    return updateEffectVariance(effects, { dataPrecision, variance, minimum: minimum ** 2, maximum: 4 });
  });
}

function centred(effects: Float64Array, weights: Float64Array): Float64Array {
  let sum = 0;
  let total = 0;
  for (let j = 0; j < effects.length; j++) {
    sum += weights[j]! * effects[j]!;
    total += weights[j]!;
  }
  const mean = total === 0 ? 0 : sum / total;
  return effects.map((effect) => effect - mean);
}
