import { selectQuantile } from '../select-quantile.ts';
import { weightedQuantile } from '../quantile.ts';

/**
 * What the trees minimise: squared errors, absolute errors, the deviance of targets of 0 and 1 (predictions are then log
 * odds), Huber's loss (squared up to `delta`, absolute beyond), or the pinball loss of one quantile.
 */
export type TreeLoss = 'squared' | 'l1' | 'logistic' | { readonly huber: number } | { readonly quantile: number };

/** A loss in the form that boosting needs. */
export interface LossFunction {
  /** The constant that minimises the loss. */
  base(target: Float64Array, weights: Float64Array | null): number;
  /** Writes the gradients at `predicted`, times the weight. */
  gradients(
    data: { readonly target: Float64Array; readonly predicted: Float64Array; readonly weights: Float64Array | null },
    out: Float64Array,
  ): void;
  /** Writes the second derivatives at `predicted`, times the weight; `null` where they count as 1 for every row. */
  readonly curvatures:
    | ((data: { readonly predicted: Float64Array; readonly weights: Float64Array | null }, out: Float64Array) => void)
    | null;
  /** Mean loss. */
  mean(target: Float64Array, predicted: Float64Array, weights: Float64Array | null): number;
  /**
   * The probability whose quantile of the residuals is a leaf's value (Friedman 2001, section 4.3), or null where the
   * Newton step is.
   */
  readonly leafQuantile: number | null;
}

/** Makes the functions of a loss. */
export function lossFunction(loss: TreeLoss): LossFunction {
  if (loss === 'squared') return smoothLoss({ slope: (residual) => residual, cost: (residual) => residual * residual });
  if (loss === 'l1') return pinball(0.5, 2);
  if (loss === 'logistic') return LOGISTIC;
  if ('huber' in loss) {
    const delta = loss.huber;
    return smoothLoss({
      slope: (residual) => Math.max(-delta, Math.min(delta, residual)),
      cost: (residual) => {
        const size = Math.abs(residual);
        return size <= delta ? 0.5 * size * size : delta * (size - 0.5 * delta);
      },
    });
  }
  return pinball(loss.quantile, 1);
}

/** Curvature that a row keeps, however sure the trees are of it. */
const LEAST_CURVATURE = 1e-6;

/**
 * The deviance of 0 and 1 as a function of log odds, times four: a row of which the trees know nothing has a curvature of 1,
 * one that they are sure of next to none. Leaves take true Newton steps (Friedman, Hastie and Tibshirani 2000), and a leaf's
 * rows count by their curvature.
 */
const LOGISTIC: LossFunction = {
  leafQuantile: null,
  curvatures: ({ predicted, weights }, out) => {
    for (let row = 0; row < predicted.length; row++) {
      const share = 1 / (1 + Math.exp(-predicted[row]!));
      const curvature = Math.max(LEAST_CURVATURE, 4 * share * (1 - share));
      out[row] = weights === null ? curvature : curvature * weights[row]!;
    }
  },
  base: (target, weights) => {
    let ones = 0;
    let total = 0;
    for (let row = 0; row < target.length; row++) {
      const weight = weights === null ? 1 : weights[row]!;
      ones += weight * target[row]!;
      total += weight;
    }
    const share = Math.min(1 - 1e-6, Math.max(1e-6, ones / total));
    return Math.log(share / (1 - share));
  },
  gradients: ({ target, predicted, weights }, out) => {
    for (let row = 0; row < target.length; row++) {
      const gradient = 4 * (1 / (1 + Math.exp(-predicted[row]!)) - target[row]!);
      out[row] = weights === null ? gradient : gradient * weights[row]!;
    }
  },
  mean: (target, predicted, weights) => {
    let sum = 0;
    let total = 0;
    for (let row = 0; row < target.length; row++) {
      const weight = weights === null ? 1 : weights[row]!;
      const against = target[row]! > 0.5 ? -predicted[row]! : predicted[row]!;
      sum += weight * (against > 30 ? against : Math.log1p(Math.exp(against)));
      total += weight;
    }
    return sum / total;
  },
};

/** A smooth loss of the residual (target - predicted); its leaves take Newton steps. */
function smoothLoss(options: {
  readonly slope: (residual: number) => number;
  readonly cost: (residual: number) => number;
}): LossFunction {
  const { slope, cost } = options;
  return {
    leafQuantile: null,
    curvatures: null,
    base: (target, weights) => {
      let sum = 0;
      let total = 0;
      for (let row = 0; row < target.length; row++) {
        const weight = weights === null ? 1 : weights[row]!;
        sum += weight * target[row]!;
        total += weight;
      }
      return sum / total;
    },
    gradients: ({ target, predicted, weights }, out) => {
      for (let row = 0; row < target.length; row++) {
        const gradient = -slope(target[row]! - predicted[row]!);
        out[row] = weights === null ? gradient : gradient * weights[row]!;
      }
    },
    mean: (target, predicted, weights) => meanCost(target, predicted, { weights, cost }),
  };
}

/** The pinball loss times `factor`; its leaves are quantiles of the residuals. */
function pinball(probability: number, factor: number): LossFunction {
  const over = factor * (1 - probability);
  const under = factor * probability;
  return {
    leafQuantile: probability,
    curvatures: null,
    base: (target, weights) =>
      weights === null
        ? selectQuantile(Float64Array.from(target), { from: 0, to: target.length, probability })
        : weightedQuantile(target, { weights, probability }),
    gradients: ({ target, predicted, weights }, out) => {
      for (let row = 0; row < target.length; row++) {
        const residual = target[row]! - predicted[row]!;
        const gradient = residual > 0 ? -under : residual < 0 ? over : 0;
        out[row] = weights === null ? gradient : gradient * weights[row]!;
      }
    },
    mean: (target, predicted, weights) =>
      meanCost(target, predicted, {
        weights,
        cost: (residual) => (residual >= 0 ? under * residual : -over * residual),
      }),
  };
}

function meanCost(
  target: Float64Array,
  predicted: Float64Array,
  options: { readonly weights: Float64Array | null; readonly cost: (residual: number) => number },
): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < target.length; row++) {
    const weight = options.weights === null ? 1 : options.weights[row]!;
    sum += weight * options.cost(target[row]! - predicted[row]!);
    total += weight;
  }
  return sum / total;
}
