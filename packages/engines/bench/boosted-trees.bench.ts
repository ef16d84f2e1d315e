import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, fitBoostedTrees } from '../src/statistics/index.ts';

/** 12 features, two of them categorical with 40 codes; a smooth surface, an interaction and noise of 0.15. */
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
      0.2 * x(3) * x(4) +
      0.1 * Math.sin(3 * x(5)) +
      first[a]! +
      (x(6) > 0 ? second[b]! : 0) +
      0.15 * random.normal();
  }
  return { columns, target };
}

const ROWS = Number(process.env['PA_BENCH_ROWS'] ?? 100_000);
const REPEATS = 3;
const train = planted(ROWS, 1);
const test = planted(100_000, 2);

interface Line {
  readonly name: string;
  readonly fitSeconds: number;
  readonly predictSeconds: number;
  readonly rootMeanSquaredError: number;
}

function ours(): Line {
  const features = train.columns.map((values, index) => ({
    name: `x${index}`,
    kind: 'numeric' as const,
    values,
  }));
  let fitSeconds = Number.POSITIVE_INFINITY;
  let predictSeconds = Number.POSITIVE_INFINITY;
  let error = 0;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const startedAt = process.cpuUsage();
    const { trees } = fitBoostedTrees({ features, target: train.target });
    const fitted = process.cpuUsage(startedAt);
    fitSeconds = Math.min(fitSeconds, (fitted.user + fitted.system) / 1e6);
    const from = process.cpuUsage();
    const predicted = trees.predict(test.columns);
    const predicting = process.cpuUsage(from);
    predictSeconds = Math.min(predictSeconds, (predicting.user + predicting.system) / 1e6);
    error = Math.sqrt(
      test.target.reduce((sum, value, row) => sum + (value - predicted[row]!) ** 2, 0) / test.target.length,
    );
  }
  return { name: 'this package', fitSeconds, predictSeconds, rootMeanSquaredError: error };
}

function peers(): readonly Line[] {
  const folder = mkdtempSync(join(tmpdir(), 'boosted-trees-'));
  try {
    for (const [name, data] of Object.entries({ train, test })) {
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

const lines = [ours(), ...peers()];
const fastest = Math.min(...lines.slice(1).map(({ fitSeconds }) => fitSeconds));
console.log(`${ROWS} rows x 12 features, 200 trees x 31 leaves, one thread, CPU time, least of ${REPEATS}:\n`);
console.log('| | fit | of the faster peer | predict 100,000 | RMSE |\n|---|---|---|---|---|');
for (const { name, fitSeconds, predictSeconds, rootMeanSquaredError } of lines) {
  console.log(
    `| ${name} | ${fitSeconds.toFixed(2)} s | ${(fitSeconds / fastest).toFixed(2)} | ${predictSeconds.toFixed(2)} s | ${rootMeanSquaredError.toFixed(5)} |`,
  );
}
