import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);

it('values the car with an interval, from an array and nothing else', async () => {
  const script = join(import.meta.dirname, 'value-a-car.ts');
  const { stdout } = await run(process.execPath, ['--conditions=@pa/source', script], { env: {} });
  const [, amount, lower, upper] =
    /^911 997\.1 Carrera S: (\d+) USD, 90 % between (\d+) and (\d+)$/m.exec(stdout)?.map(Number) ?? [];
  expect(lower).toBeGreaterThan(0);
  expect(amount).toBeGreaterThan(lower ?? Number.NaN);
  expect(upper).toBeGreaterThan(amount ?? Number.NaN);
  expect(stdout).toMatch(/from \d+ synthetic sales in porsche\/911\/997\.1\/carrera-s/);
}, 180_000);
