import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, fitBoostedTrees } from '../src/statistics/index.ts';

/**
 * 12 features, two of them categories with 40 codes; a smooth surface, interactions and noise of 0.15. Every interaction
 * has an effect of its own besides: of a bare product x * y greedy trees see nothing at first and hit on it by luck, so
 * that errors of one and the same method then spread by 14 % from draw to draw.
 */
function planted(rowCount: number, seed: number): { readonly columns: Float64Array[]; readonly target: Float64Array } {
  const random = createRandom(seed);
  const effects = createRandom(99);
  const first = Array.from({ length: 40 }, () => 0.3 * effects.normal());
  const second = Array.from({ length: 40 }, () => 0.2 * effects.normal());
  const columns = Array.from({ length: 12 }, () => new Float64Array(rowCount));
  const target = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < 10; column++) columns[column]![row] = random.normal();
    const a = random.integer(40);
    const b = random.integer(40);
    columns[10]![row] = a;
    columns[11]![row] = b;
    const x = (column: number): number => columns[column]![row]!;
    target[row] =
      0.4 * x(0) +
      0.2 * Math.abs(x(1)) -
      0.3 * Math.max(0, x(2)) +
      0.2 * x(3) * (x(4) > 0 ? 1 : 0.2) +
      0.1 * Math.sin(3 * x(5)) +
      first[a]! +
      (x(6) > 0 ? second[b]! : 0) +
      0.15 * random.normal();
  }
  return { columns, target };
}

const ROWS = Number(process.env['PA_BENCH_ROWS'] ?? 100_000);
const REPEATS = 3;
/** Seeds of the draws: the error is the mean over all, the time the least. */
const DRAWS = [1, 11, 21];

interface Line {
  readonly name: string;
  readonly fitSeconds: number;
  readonly predictSeconds: number;
  readonly rootMeanSquaredError: number;
}

type Draw = Record<'train' | 'test', ReturnType<typeof planted>>;

function ours({ train, test }: Draw, kinds: readonly ('numeric' | 'categorical')[]): Line {
  const features = train.columns.map((values, index) => ({ name: `x${index}`, kind: kinds[index]!, values }));
  let fitSeconds = Number.POSITIVE_INFINITY;
  let predictSeconds = Number.POSITIVE_INFINITY;
  let error = 0;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const startedAt = process.cpuUsage();
    const { trees } = fitBoostedTrees({ features, target: train.target });
    fitSeconds = Math.min(fitSeconds, secondsSince(startedAt));
    const from = process.cpuUsage();
    const predicted = trees.predict(test.columns);
    predictSeconds = Math.min(predictSeconds, secondsSince(from));
    error = Math.sqrt(
      test.target.reduce((sum, value, row) => sum + (value - predicted[row]!) ** 2, 0) / test.target.length,
    );
  }
  const name = kinds.includes('categorical') ? 'this package, 2 of 12 as categories' : 'this package';
  return { name, fitSeconds, predictSeconds, rootMeanSquaredError: error };
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1e6;
}

function peers(draw: Draw): readonly Line[] {
  const folder = mkdtempSync(join(tmpdir(), 'boosted-trees-'));
  try {
    for (const [name, data] of Object.entries(draw)) {
      data.columns.forEach((column, index) => {
        writeFileSync(join(folder, `${name}-${index}.f64`), Buffer.from(column.buffer));
      });
      writeFileSync(join(folder, `${name}-target.f64`), Buffer.from(data.target.buffer));
    }
    const answer = execFileSync(
      '/usr/bin/python3',
      [join(import.meta.dirname, 'peers', 'boosted_trees.py'), folder, String(REPEATS)],
      { env: { ...process.env, OMP_NUM_THREADS: '1' }, encoding: 'utf8' },
    );
    return JSON.parse(answer) as readonly Line[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const NUMERIC = Array.from({ length: 12 }, () => 'numeric' as const);
const MIXED = NUMERIC.map((kind, index) => (index < 10 ? kind : 'categorical'));
const byName = Map.groupBy(
  DRAWS.flatMap((seed) => {
    const draw = { train: planted(ROWS, seed), test: planted(100_000, seed + 1) };
    return [ours(draw, NUMERIC), ...peers(draw), ours(draw, MIXED)];
  }),
  ({ name }) => name,
);
const lines: readonly Line[] = [...byName].map(([name, all]) => ({
  name,
  fitSeconds: Math.min(...all.map(({ fitSeconds }) => fitSeconds)),
  predictSeconds: Math.min(...all.map(({ predictSeconds }) => predictSeconds)),
  rootMeanSquaredError: all.reduce((sum, { rootMeanSquaredError }) => sum + rootMeanSquaredError, 0) / all.length,
}));
const rivals = lines.filter(({ name }) => !name.startsWith('this package'));
const fastest = Math.min(...rivals.map(({ fitSeconds }) => fitSeconds));
const closest = Math.min(...rivals.map(({ rootMeanSquaredError }) => rootMeanSquaredError));
console.log(
  `${ROWS} rows x 12 features, 200 trees x 31 leaves, one thread. Time: CPU, least of ${REPEATS * DRAWS.length} fits. RMSE: mean of ${DRAWS.length} draws.\n`,
);
console.log('| | fit | of the faster peer | predict 100,000 | RMSE | of the better peer |\n|---|---|---|---|---|---|');
for (const { name, fitSeconds, predictSeconds, rootMeanSquaredError } of lines) {
  console.log(
    `| ${name} | ${fitSeconds.toFixed(2)} s | ${(fitSeconds / fastest).toFixed(2)} | ${predictSeconds.toFixed(2)} s | ${rootMeanSquaredError.toFixed(5)} | ${(rootMeanSquaredError / closest).toFixed(4)} |`,
  );
}
