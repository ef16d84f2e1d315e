import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, ridgeStandardErrors, solveRidge } from '../src/statistics/index.ts';

/** 10,000 rows of 12 makes, 60 models and 300 trims within one another, and one covariate: the design of both. */
const ROWS = 10_000;
const [MAKES, MODELS, TRIMS] = [12, 60, 300];
const PLANTED = { make: 0.5, model: 0.3, trim: 0.15, noise: 0.2, slope: -0.1 };

const random = createRandom(7);
const draw = (count: number, spread: number): Float64Array =>
  Float64Array.from({ length: count }, () => spread * random.normal());
const effects = {
  make: draw(MAKES, PLANTED.make),
  model: draw(MODELS, PLANTED.model),
  trim: draw(TRIMS, PLANTED.trim),
};
const rows = Array.from({ length: ROWS }, () => {
  // Common trims are sold far more often.
  const trim = Math.min(TRIMS - 1, Math.floor(Math.exp(random.uniform() * Math.log(TRIMS + 1))) - 1);
  const [model, make] = [trim % MODELS, trim % MAKES];
  const x = random.normal();
  const y =
    10 +
    PLANTED.slope * x +
    effects.make[make]! +
    effects.model[model]! +
    effects.trim[trim]! +
    PLANTED.noise * random.normal();
  return { make, model, trim, x, y };
});

function byLme4(): ReadonlyMap<string, readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nested-effects-'));
  try {
    const file = join(folder, 'rows.csv');
    const lines = rows.map(({ make, model, trim, x, y }) => `${make},${model},${trim},${x},${y}`);
    writeFileSync(file, ['make,model,trim,x,y', ...lines].join('\n'));
    const script = join(import.meta.dirname, 'peers', 'nested_effects.R');
    const answer = execFileSync('Rscript', [script, file], { encoding: 'utf8' });
    const pairs = answer
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
    return new Map(
      [...Map.groupBy(pairs, ([name]) => name!)].map(([name, all]) => [name, all.map(([, value]) => Number(value))]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const peer = byLme4();
const of = (name: string): readonly number[] => peer.get(name) ?? [];
const variance = (name: string): number => of(name)[0]!;
const columnCount = 2 + MAKES + MODELS + TRIMS;
const problem = {
  matrix: {
    rowCount: ROWS,
    columnCount,
    start: Int32Array.from({ length: ROWS + 1 }, (_, row) => 5 * row),
    columns: Int32Array.from(
      rows.flatMap(({ make, model, trim }) => [0, 1, 2 + make, 2 + MAKES + model, 2 + MAKES + MODELS + trim]),
    ),
    values: Float64Array.from(rows.flatMap(({ x }) => [1, x, 1, 1, 1])),
  },
  response: Float64Array.from(rows, ({ y }) => y),
  weights: new Float64Array(ROWS).fill(1 / variance('noise')),
  penalties: Float64Array.from({ length: columnCount }, (_, column) => {
    if (column < 2) return 0;
    if (column < 2 + MAKES) return 1 / variance('make');
    return 1 / variance(column < 2 + MAKES + MODELS ? 'model' : 'trim');
  }),
};
const from = process.cpuUsage();
const solution = new Float64Array(columnCount);
solveRidge(solution, { ...problem, tolerance: 1e-10, maximumIterations: 2_000 });
const errors = ridgeStandardErrors(problem, [0, 1]);
const { user } = process.cpuUsage(from);

// A trim that no row has is in no list of lme4's, and stands at 0 here.
const seen = (key: 'make' | 'model' | 'trim'): readonly number[] =>
  [...new Set(rows.map((row) => row[key]))].sort((a, b) => a - b);
const starts = { make: 2, model: 2 + MAKES, trim: 2 + MAKES + MODELS };
const furthest = (key: 'make' | 'model' | 'trim'): number =>
  Math.max(...seen(key).map((id, k) => Math.abs(solution[starts[key] + id]! - of(`${key}Effect`)[k]!)));

console.log(`${ROWS} rows, ${MAKES} makes > ${MODELS} models > ${TRIMS} trims; variances as lme4 estimates them.\n`);
console.log('| | lme4 | this package | furthest apart |\n|---|---|---|---|');
['intercept', 'slope'].forEach((name, column) => {
  const [value, error] = [of('fixed')[column]!, of('fixedError')[column]!];
  console.log(
    `| ${name} | ${value.toFixed(6)} | ${solution[column]!.toFixed(6)} | ${Math.abs(value - solution[column]!).toExponential(1)} |`,
  );
  console.log(
    `| its standard error | ${error.toFixed(6)} | ${errors[column]!.toFixed(6)} | ${Math.abs(error - errors[column]!).toExponential(1)} |`,
  );
});
for (const key of ['make', 'model', 'trim'] as const) {
  console.log(
    `| effects of ${key}s | ${of(`${key}Effect`).length} | ${seen(key).length} | ${furthest(key).toExponential(1)} |`,
  );
}
console.log(
  `\nCPU: lme4 ${variance('seconds').toFixed(2)} s with its variances, this package ${(user / 1e6).toFixed(2)} s with them given.`,
);
