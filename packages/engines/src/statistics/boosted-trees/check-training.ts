import { StatisticalInputError } from '../input-error.ts';
import type { TrainingData } from './training-data.ts';

/** Refuses, in one sentence, what trees cannot learn from; answers target and weights as typed arrays. */
export function checkTraining(
  data: TrainingData,
  options: {
    readonly treeCount: number;
    readonly maximumLeaves: number;
    readonly learningRate: number;
    readonly rowShare: number;
    readonly featureShare: number;
  },
): { readonly target: Float64Array; readonly weights: Float64Array | null } {
  const refuse = (message: string): never => {
    throw new StatisticalInputError(message);
  };
  const rowCount = data.target.length;
  if (rowCount === 0) refuse('There is no row to learn trees from: give at least one.');
  if (data.features.length === 0) refuse('There is no feature to learn trees from: give at least one.');
  for (const { name, values, kind } of data.features) {
    if (values.length !== rowCount) {
      refuse(
        `Feature ${name} has ${values.length} values for ${rowCount} rows: give one value a row, NaN where missing.`,
      );
    }
    for (let row = 0; row < rowCount; row++) {
      const value = values[row]!;
      if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) {
        refuse(`Feature ${name} is infinite in row ${row}: give a finite number, or NaN where missing.`);
      }
      if (kind === 'categorical' && value >= 0 && !Number.isInteger(value)) {
        refuse(`Category ${name} is ${value} in row ${row}: give whole codes from 0, or -1 where missing.`);
      }
    }
  }
  const target = Float64Array.from(data.target);
  const wrong = target.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) refuse(`The target of row ${wrong} is ${target[wrong]}: leave rows without a finite target out.`);
  const weights = data.weights === undefined ? null : Float64Array.from(data.weights);
  if (weights !== null) {
    if (weights.length !== rowCount)
      refuse(`${weights.length} weights were given for ${rowCount} rows: give one a row.`);
    const bad = weights.findIndex((value) => !(value >= 0 && Number.isFinite(value)));
    if (bad >= 0) refuse(`The weight of row ${bad} is ${weights[bad]}: give finite weights from 0.`);
    if (!weights.some((value) => value > 0)) refuse('All weights are 0: give at least one row a weight.');
  }
  const { treeCount, maximumLeaves, learningRate, rowShare, featureShare } = options;
  if (!(Number.isInteger(treeCount) && treeCount >= 1))
    refuse(`${treeCount} trees cannot be grown: give a whole number from 1.`);
  if (!(Number.isInteger(maximumLeaves) && maximumLeaves >= 2)) {
    refuse(`Trees of ${maximumLeaves} leaves split nothing: give a whole number from 2.`);
  }
  for (const [name, share] of Object.entries({ learningRate, rowShare, featureShare })) {
    if (!(share > 0 && share <= 1)) refuse(`${name} is ${share}: give a share above 0 and at most 1.`);
  }
  return { target, weights };
}
