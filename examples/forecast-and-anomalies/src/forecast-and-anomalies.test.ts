import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);

it('prints an index, three months of forecast and the listings that stand out', async () => {
  const script = join(import.meta.dirname, 'forecast-and-anomalies.ts');
  const { stdout } = await run(process.execPath, ['--conditions=@pa/source', script], { env: {} });
  expect(stdout).toMatch(/^Index of the 911 in 2026-06: \d+\.\d$/m);
  const steps = stdout.match(/^2026-0[789]: [+-]\d+\.\d %, 80 % between [+-]\d+\.\d % and [+-]\d+\.\d %$/gm);
  expect(steps).toHaveLength(3);
  const [, found, judged] = /^(\d+) of (\d+) synthetic listings stand out$/m.exec(stdout)?.map(Number) ?? [];
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan((judged ?? 0) / 4);
}, 180_000);
