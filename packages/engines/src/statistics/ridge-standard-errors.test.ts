import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { ridgeStandardErrors } from './ridge-standard-errors.ts';
import { solveRidge } from './solve-ridge.ts';

/*
 * The design and all expected numbers are those of lme4 1.1-31 (R 4.2.2) for lmer(y ~ x + (1 | h / g), REML = FALSE) with
 *   i <- 0:59; g <- (i * 7) %% 8; h <- g %/% 2; x <- ((i * 37) %% 101) / 50 - 1
 *   noise <- (((i * 7919 + 13) %% 1009) / 1009 - 0.5) * 0.6
 *   u <- ((0:7 * 5) %% 8) / 16 - 0.22; v <- c(1.3, -1.2, 0.7, -0.9); y <- 2 + 0.7 * x + u[g + 1] + v[h + 1] + noise
 * fixef(m), sqrt(diag(vcov(m))), ranef(m); the prediction errors of the effects are those of Henderson's equations at
 * VarCorr(m), computed densely in R.
 */
const VARIANCES = { parent: 0.9936327785417159, child: 0.034462213353429, noise: 0.0342246871007478 };
const FIXED = { coefficients: [1.967700396681, 0.713219910521], standardErrors: [0.5032784094737, 0.0455135967256] };
const PARENTS = {
  effects: [1.276544874553, -1.106222614128, 0.632506114701, -0.802828375126],
  standardErrors: [0.5126089620034, 0.5127670049256, 0.5126325794199, 0.5125626766954],
};
const CHILDREN = {
  effects: [
    -0.1402461724966, 0.184520639656, -0.1575987536114, 0.1192315815859, 0.1094414245421, -0.0875041846051,
    0.0609849429383, -0.0888294780092,
  ],
  standardErrors: [
    0.1384062481476, 0.1384292879745, 0.1384113829515, 0.1384172862914, 0.1387100102975, 0.1386676308995,
    0.1376078548651, 0.1376139541525,
  ],
};

function design() {
  const rows = Array.from({ length: 60 }, (_, i) => {
    const child = (i * 7) % 8;
    const parent = Math.floor(child / 2);
    const x = ((i * 37) % 101) / 50 - 1;
    const noise = (((i * 7919 + 13) % 1009) / 1009 - 0.5) * 0.6;
    const own = ((child * 5) % 8) / 16 - 0.22;
    return { child, parent, x, y: 2 + 0.7 * x + own + [1.3, -1.2, 0.7, -0.9][parent]! + noise };
  });
  return {
    matrix: {
      rowCount: 60,
      columnCount: 14,
      start: Int32Array.from({ length: 61 }, (_, row) => row * 4),
      columns: Int32Array.from(rows.flatMap(({ parent, child }) => [0, 1, 2 + parent, 6 + child])),
      values: Float64Array.from(rows.flatMap(({ x }) => [1, x, 1, 1])),
    },
    response: Float64Array.from(rows, ({ y }) => y),
    weights: new Float64Array(60).fill(1 / VARIANCES.noise),
    penalties: Float64Array.from({ length: 14 }, (_, column) =>
      column < 2 ? 0 : 1 / (column < 6 ? VARIANCES.parent : VARIANCES.child),
    ),
  };
}

describe('nested effects against lme4', () => {
  const problem = design();

  it('has its coefficients and effects', () => {
    const solution = new Float64Array(14);
    solveRidge(solution, { ...problem, tolerance: 1e-10 });
    const expected = [...FIXED.coefficients, ...PARENTS.effects, ...CHILDREN.effects];
    for (const [column, value] of expected.entries()) expect(solution[column]).toBeCloseTo(value, 7);
  });

  it('has its standard errors', () => {
    const errors = ridgeStandardErrors(
      problem,
      Array.from({ length: 14 }, (_, column) => column),
    );
    const expected = [...FIXED.standardErrors, ...PARENTS.standardErrors, ...CHILDREN.standardErrors];
    for (const [column, value] of expected.entries()) expect(errors[column]).toBeCloseTo(value, 7);
  });
});

describe('standard errors by simulation', () => {
  it('are as wide as estimates really scatter around the truth, for free and for shrunken coefficients', () => {
    const random = createRandom(31);
    const problem = design();
    const { matrix } = problem;
    const every = Array.from({ length: 14 }, (_, column) => column);
    const errors = ridgeStandardErrors(problem, every);
    const draws = 2_000;
    const squares = new Float64Array(14);
    const covered = new Float64Array(14);
    for (let draw = 0; draw < draws; draw++) {
      const truth = every.map((column) => {
        const variance = column < 2 ? 1 : column < 6 ? VARIANCES.parent : VARIANCES.child;
        return Math.sqrt(variance) * random.normal();
      });
      const response = Float64Array.from({ length: matrix.rowCount }, (_, row) => {
        let value = Math.sqrt(VARIANCES.noise) * random.normal();
        for (let k = matrix.start[row]!; k < matrix.start[row + 1]!; k++) {
          value += matrix.values[k]! * truth[matrix.columns[k]!]!;
        }
        return value;
      });
      const solution = new Float64Array(14);
      solveRidge(solution, { ...problem, response, tolerance: 1e-9 });
      for (const column of every) {
        const distance = (solution[column]! - truth[column]!) / errors[column]!;
        squares[column]! += distance * distance;
        covered[column]! += Math.abs(distance) <= 1.959964 ? 1 : 0;
      }
    }
    // Four standard deviations of a mean of 2,000 squares (variance 2) and of a share of 95 %.
    for (const column of every) {
      expect(Math.abs(squares[column]! / draws - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
      expect(Math.abs(covered[column]! / draws - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / draws));
    }
  });
});
