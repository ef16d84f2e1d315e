import { crossFittedResiduals, ridgeResiduals } from '../../statistics/cross-fitted-residuals.ts';
import { median } from '../../statistics/quantile.ts';
import { fitRobustEffects } from '../../statistics/robust-effects.ts';
import { robustWeight } from '../../statistics/robust-weight.ts';
import { textHash } from '../../statistics/text-hash.ts';
import type { ControlDesign } from './control-design.ts';
import type { OptionValueSale } from './option-value-sale.ts';

export const FOLD_COUNT = 5;
const ROBUST_ROUNDS = 2;

/** The effect of one thing on a target, on the scale of the target. */
export interface Effect {
  readonly effect: number;
  readonly standardError: number;
}

/** Residuals of a target and of what may explain it, out of fold, ready to be regressed on each other. */
export interface OrthogonalRows {
  readonly target: Float64Array;
  readonly treatments: readonly Float64Array[];
}

/**
 * Takes out of the target and of each treatment what the controls say about them, every car predicted without its own
 * fold. Cars far off the market's line count little when the controls are fitted.
 */
export function orthogonalise(
  {
    sales,
    target,
    treatments,
  }: {
    readonly sales: readonly OptionValueSale[];
    readonly target: Float64Array;
    readonly treatments: readonly Float64Array[];
  },
  { design, penalties }: ControlDesign,
): OrthogonalRows {
  const folds = Int32Array.from(sales, (sale) => textHash(sale.carKey) % FOLD_COUNT);
  const weights = robustWeights(target, { design, penalties });
  const [left = target, ...others] = crossFittedResiduals([target, ...treatments], {
    design,
    penalties,
    weights,
    folds,
    foldCount: FOLD_COUNT,
  });
  return { target: left, treatments: others };
}

/** How much each car counts: little where its price is far from what the controls say. */
function robustWeights(target: Float64Array, { design, penalties }: ControlDesign): Float64Array {
  let weights = new Float64Array(target.length).fill(1);
  for (let round = 0; round < ROBUST_ROUNDS; round++) {
    const residuals = ridgeResiduals(target, { design, penalties, weights });
    const scale = Math.max(1e-9, median(residuals.map(Math.abs)) / 0.7407);
    weights = Float64Array.from(residuals, (residual) => robustWeight(residual, { scale }));
  }
  return weights;
}

/** The effect of the first treatment beside those of the others, robust against prices that are slips. */
export function firstEffect({ target, treatments }: OrthogonalRows): Effect {
  const { effects, covariance } = fitRobustEffects(target, treatments);
  return { effect: effects[0] ?? 0, standardError: Math.sqrt(Math.max(0, covariance[0] ?? 0)) };
}

/** The effect of a further treatment, given all others. */
export function addedEffect(rows: OrthogonalRows, added: Float64Array): Effect {
  return firstEffect({ target: rows.target, treatments: [added, ...rows.treatments] });
}
