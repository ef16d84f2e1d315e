import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runPa } from '../__fixtures__/run-pa.ts';

vi.setConfig({ testTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'pa-forecast-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const series = Array.from({ length: 6 }, (_, id) => {
  const values = Array.from(
    { length: 78 },
    (__, t) => (100 + t + 10 * id) * (1 + 0.1 * Math.sin((2 * Math.PI * t) / 12)) + ((7 * t * (id + 3)) % 11),
  );
  return {
    id,
    kind: 'ignored',
    train: values.slice(0, 60),
    test: values.slice(60),
    published: { NAIVE2: 'unreadable' },
  };
});

describe('pa backtest forecast', () => {
  const run = (file: string, out: string) =>
    runPa(['backtest', 'forecast', '--series', file, '--horizon', '18', '--season', '12', '--out', out, '--json'], {
      folder,
    });

  it('forecasts from the training part alone: without outcomes the file is the same, byte for byte', async () => {
    writeFileSync(join(folder, 'all.json'), JSON.stringify(series));
    const bare = series.map(({ id, train }) => ({ id, train }));
    writeFileSync(join(folder, 'bare.json.gz'), gzipSync(JSON.stringify(bare)));
    const judged = await run('all.json', 'all-out.json');
    expect(judged).toMatchObject({ exitCode: 0 });
    const { verdict } = JSON.parse(judged.stdout);
    expect(verdict.model.owa).toBeLessThan(1);
    expect(verdict.baselines.map(({ name }: { name: string }) => name)).toContain('seasonal naive');
    const unjudged = await run('bare.json.gz', 'bare-out.json');
    expect(JSON.parse(unjudged.stdout)).toMatchObject({ seriesCount: 6, verdict: null });
    const bytes = readFileSync(join(folder, 'all-out.json'));
    expect(readFileSync(join(folder, 'bare-out.json')).equals(bytes)).toBe(true);
    const answers = JSON.parse(bytes.toString());
    expect(answers).toHaveLength(6);
    for (const { point, intervals } of answers) {
      expect(point).toHaveLength(18);
      expect(Object.keys(intervals)).toEqual(['80', '95']);
      intervals['80'].forEach(([low, high]: [number, number], step: number) => {
        expect(low).toBeLessThanOrEqual(point[step]);
        expect(high).toBeGreaterThanOrEqual(point[step]);
        expect(intervals['95'][step][1]).toBeGreaterThanOrEqual(high);
      });
    }
  });

  it('says in one line what is wrong with a file', async () => {
    writeFileSync(join(folder, 'bad.json'), '[{"id": 1, "train": ["a"]}]');
    const bad = await run('bad.json', 'out.json');
    expect(bad.exitCode).toBe(1);
    expect(bad.stderr).toMatch(/bad\.json is no list of series/);
    expect((await run('missing.json', 'out.json')).stderr).toMatch(/missing\.json cannot be read/);
  });
});
