/**
 * Rows a second and peak memory of `pa import` as a user runs it, process start and queue included:
 *
 *   node --conditions=@pa/source apps/jobs/bench/import.bench.ts [rows]
 *
 * on an embedded database in a new folder, and on Postgres where PA_TEST_DATABASE_URL is set (in a database of its own).
 */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { openTestPostgres } from '@pa/db/testing';
import { runPa } from '../src/__fixtures__/run-pa.ts';

const rowCount = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'pa-import-bench-'));

const MODELS = [
  '911 Carrera S Coupe 6-Speed',
  '911 GT3',
  'Cayman S',
  'Boxster',
  'Cayenne Turbo',
  '911 Turbo Cabriolet',
];
const COLORS = ['black', 'silver', 'guards red', 'white', 'blue'];

async function writeRows(path: string): Promise<void> {
  const stream = createWriteStream(path);
  stream.write('id,make,model,model_year,mileage,color,region,status,price,currency,ended_on,options\n');
  for (let index = 0; index < rowCount; index += 1) {
    const day = new Date(Date.UTC(2018, 0, 1 + (index % 2400))).toISOString().slice(0, 10);
    const model = MODELS[index % MODELS.length];
    const cells = [
      index,
      'Porsche',
      model,
      1999 + (index % 24),
      (index * 7919) % 150_000,
      COLORS[index % COLORS.length],
    ];
    stream.write(
      `${[...cells, 'california', 'sold', 15_000 + ((index * 104_729) % 180_000), 'USD', day, 'pccb|sport chrono'].join(',')}\n`,
    );
  }
  stream.end();
  await finished(stream);
}

async function measure(place: string, settings: Readonly<Record<string, string>>): Promise<void> {
  for (const pass of ['first import', 'same file again']) {
    const { exitCode, stdout, stderr } = await runPa(['import', 'rows.csv', '--json'], { folder, settings });
    if (exitCode !== 0) throw new Error(stderr);
    const { reports, peakMemoryMb, durationMs } = JSON.parse(stdout);
    const importMs = reports[0].durationMs as number;
    console.log(
      `${place}, ${pass}: ${rowCount} rows in ${(importMs / 1000).toFixed(1)} s, ${Math.round(rowCount / (importMs / 1000))} rows/s, ` +
        `whole command ${(durationMs / 1000).toFixed(1)} s, peak ${peakMemoryMb} MB`,
    );
  }
}

try {
  await writeRows(join(folder, 'rows.csv'));
  await measure('PGlite', { PA_DATA_DIR: join(folder, 'data') });
  if (process.env['PA_TEST_DATABASE_URL'] !== undefined) {
    const { connectionString, close } = await openTestPostgres();
    try {
      await measure('Postgres', { DATABASE_URL: connectionString });
    } finally {
      await close();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
