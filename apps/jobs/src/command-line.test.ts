import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startOldPostgres } from './__fixtures__/old-postgres.ts';
import { runPa } from './__fixtures__/run-pa.ts';

vi.setConfig({ testTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'pa-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = 'id,make,model,status,price,currency,ended_on';
const row = (id: number, change: Partial<{ price: string; day: string }> = {}) =>
  `${id},Porsche,911 Carrera S,sold,${change.price ?? '50000'},USD,${change.day ?? '2024-05-06'}`;
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index)).join('\n');
const file = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
  return name;
};

describe('help', () => {
  it('teaches with examples and loads in a moment', async () => {
    const { exitCode, stdout } = await runPa(['--help'], { folder });
    expect(exitCode).toBe(0);
    for (const command of ['start', 'import', 'run', 'predict', 'value', 'scan', 'worker', 'config']) {
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    }
    expect(stdout).toContain('pa predict --model 911 --trim "Carrera S" --horizon 3m');
  });

  it('documents every column of the listings format', async () => {
    const { stdout } = await runPa(['import', '--help'], { folder });
    for (const column of ['model_year', 'mileage_unit', 'price_kind', 'seller_type', '"constants"']) {
      expect(stdout).toContain(column);
    }
  });

  it.each([
    [['frobnicate'], "error: unknown command 'frobnicate'"],
    [['import'], "error: missing required argument 'file'"],
    [['import', 'a.csv', '--format', 'xlsx'], "argument 'xlsx' is invalid. Allowed choices are collector"],
    [['predict'], "required option '--model <model>' not specified"],
    [['predict', '--model', '911', '--horizon', '2w'], "argument '2w' is invalid. Allowed choices are 1m, 3m, 6m, 1y."],
    [['run', 'daily', '--as-of', '2024-02-30'], 'Give a day that exists, as YYYY-MM-DD.'],
  ])('refuses %j', async (parameters, message) => {
    const { exitCode, stderr } = await runPa(parameters, { folder });
    expect(exitCode).toBe(1);
    expect(stderr).toContain(message);
  });
});

describe('settings', () => {
  it('are shown with source and without secrets', async () => {
    const settings = {
      DATABASE_URL: 'postgres://me:hunter2@db:5432/market',
      ANTHROPIC_API_KEY: 'sk-ant-planted-0123456789',
    };
    const { exitCode, stdout } = await runPa(['config', '--json'], { folder, settings });
    expect(exitCode).toBe(0);
    expect(stdout).not.toMatch(/hunter2|planted/);
    const config = JSON.parse(stdout);
    expect(config.settings).toContainEqual(
      expect.objectContaining({
        name: 'DATABASE_URL',
        value: 'postgres://me:****@db:5432/market',
        source: 'environment',
      }),
    );
    expect(config.providers).toContainEqual({
      provider: 'anthropic',
      isConfigured: true,
      model: 'claude-sonnet-5-5',
      state: 'configured',
    });
    expect(config.queue).toContain('DATABASE_DIRECT_URL');
    const text = await runPa(['config'], { folder, settings });
    expect(text.stdout).toMatch(/PA_DATA_DIR +\.pa +default/);
    expect(text.stdout).not.toMatch(/hunter2|planted/);
  });

  it.each([
    [{ PORT: 'http' }, 'pa: PORT has a value that cannot be used: it must be a whole number from 0 to 65535.\n'],
    [
      { OPENAI_API_KEY_FILE: '/nowhere/key' },
      'pa: OPENAI_API_KEY_FILE names /nowhere/key, which cannot be read: check the path and its rights.\n',
    ],
  ])('refuse %j in one line', async (settings, line) => {
    expect(await runPa(['config'], { folder, settings })).toEqual({ exitCode: 1, stdout: '', stderr: line });
  });
});

describe('files that cannot be imported', () => {
  const good = gzipSync(`${HEADER}\n${rows(20_000)}\n`);
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['a missing file', 'nowhere.csv', /nowhere\.csv does not exist: check the path\.$/],
    ['a folder', '.', /is a folder: name the files in it\.$/],
    ['an empty file', file('empty.csv', ''), /empty\.csv is empty: give a file with a header and rows\.$/],
    [
      'a wrong format',
      file('page.csv', '<html>\n<body>\n'),
      /page\.csv has the columns "<html>", which fit no known format/,
    ],
    [
      'a missing column',
      file('short.csv', `${HEADER.replace('price,', '')}\n`),
      /short\.csv has no column "price": a listings file needs id, make/,
    ],
    [
      'a binary file',
      file('image.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0])),
      /image\.csv is a binary file: give a CSV, CSV\.gz or NDJSON file\.$/,
    ],
    ['a long header', file('long.csv', 'x'.repeat(10_000_000)), /long\.csv has a line of more than 1 MB/],
    [
      'text that is not UTF-8',
      file('latin.csv', Buffer.from(`${HEADER}\n1,Citro\u00ebn,DS,sold,1,EUR,2024-01-01\n`, 'latin1')),
      /latin\.csv is not UTF-8 text/,
    ],
  ];
  it.each(cases)('%s', async (_, name, line) => {
    const dataFolder = join(folder, 'untouched');
    const result = await runPa(['import', name], { folder, settings: { PA_DATA_DIR: dataFolder } });
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toBe('');
    expect(result.stderr.trimEnd()).toMatch(line);
    expect(result.stderr.trimEnd()).not.toContain('\n');
    expect(existsSync(dataFolder)).toBe(false);
  });

  it('are an object with a code where JSON is asked for', async () => {
    const { exitCode, stdout } = await runPa(['import', 'nowhere.csv', '--json'], { folder });
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'FILE_NOT_FOUND', message: expect.stringContaining('nowhere.csv does not exist') },
    });
  });

  describe('beyond their header', () => {
    const settings = { PA_DATA_DIR: join(folder, 'data') };
    const fatal: readonly (readonly [string, string, RegExp])[] = [
      [
        'a truncated gzip',
        file('cut.csv.gz', good.subarray(0, good.length - 2000)),
        /cut\.csv\.gz ends in the middle of its gzip data: fetch it again; nothing was imported\.$/,
      ],
      [
        'a 10 MB line',
        file('line.csv', `${HEADER}\n${rows(6000)}\n${'x'.repeat(10_000_000)}\n`),
        /line\.csv has a line of more than 1 MB: mend the line or a quote that is not closed; nothing was imported\.$/,
      ],
      [
        'an open quote',
        file('quote.csv', `${HEADER}\n${row(1, { price: '-1' })}\n${rows(6000)}\n"1,2`),
        /quote\.csv cannot be split into columns/,
      ],
    ];

    beforeAll(async () => {
      const { exitCode, stderr } = await runPa(['import', file('first.csv', `${HEADER}\n${row(900_000)}\n`)], {
        folder,
        settings,
      });
      expect(exitCode, stderr).toBe(0);
    });

    it.each(fatal)('%s', async (_, name, line) => {
      const result = await runPa(['import', name], { folder, settings });
      expect(result.exitCode).toBe(1);
      expect(result.stdout).toBe('');
      expect(result.stderr.trimEnd()).toMatch(line);
      expect(result.stderr.trimEnd()).not.toContain('\n');
    });

    it('leave nothing behind: the good files beside them and the good rows before are not stored either', async () => {
      const beside = await runPa(
        [
          'import',
          'first.csv',
          file('second.csv', `${HEADER}\n${row(900_001)}\n${row(7, { price: '-1' })}\n`),
          'cut.csv.gz',
        ],
        { folder, settings },
      );
      expect(beside.exitCode).toBe(1);
      expect(readdirSync(folder).filter((name) => name.endsWith('-rejected.csv'))).toEqual([]);

      const mixed = file(
        'mixed.csv',
        `${HEADER}\n${rows(6000)}\n${row(900_001)}\n${row(6001, { price: '-5' })}\n${row(6002, { day: '2999-01-01' })}\n`,
      );
      const { stdout } = await runPa(['import', mixed, '--json'], { folder, settings });
      expect(JSON.parse(stdout).reports).toEqual([
        {
          file: mixed,
          format: 'listings',
          read: 6003,
          inserted: 6001,
          updated: 0,
          unchanged: 0,
          repeated: 0,
          rejected: 2,
          rejectedByReason: { 'ended_on lies in the future': 1, 'price is negative': 1 },
          rejectedFile: join(folder, 'mixed-rejected.csv'),
          durationMs: expect.any(Number),
        },
      ]);
      expect(readFileSync(join(folder, 'mixed-rejected.csv'), 'utf8')).toBe(
        `row,reason,${HEADER}\n6002,price is negative,${row(6001, { price: '-5' })}\n6003,ended_on lies in the future,${row(6002, { day: '2999-01-01' })}\n`,
      );
    });

    it('is nothing new at the second import', async () => {
      const { stdout, exitCode } = await runPa(['import', 'mixed.csv'], { folder, settings });
      expect(exitCode).toBe(0);
      expect(stdout).toContain('0 new, 0 updated, 6,001 unchanged, 2 rejected');
      expect(stdout).toContain('1 x price is negative');
    });

    it('show how far they are on a terminal, and the error once', ({ skip }) => {
      const onTerminal = (name: string) => {
        const entry = join(import.meta.dirname, '../bin/pa.mjs');
        const command = `stty cols 100; ${process.execPath} --conditions=@pa/source ${entry} import ${name}`;
        const env = { PATH: process.env['PATH'], TERM: 'xterm', ...settings };
        return spawnSync('script', ['-qec', command, '/dev/null'], { cwd: folder, env, encoding: 'utf8' });
      };
      const good = onTerminal('first.csv');
      if (good.error !== undefined) return skip('there is no "script" command to make a terminal with');
      expect(good.stdout).toContain('Import first.csv');
      expect(good.stdout).toContain('1 rows read: 0 new, 0 updated, 1 unchanged, 0 rejected');
      expect(good.status).toBe(0);
      const bad = onTerminal('quote.csv');
      expect(bad.stdout.split('cannot be split into columns')).toHaveLength(2);
      expect(bad.status).toBe(1);
    });
  });
});

describe('databases that cannot be used', () => {
  it('an unreachable Postgres', async () => {
    const { url, server } = await startOldPostgres();
    await new Promise((resolve) => server.close(resolve));
    const result = await runPa(['run', 'daily'], { folder, settings: { DATABASE_URL: url } });
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toMatch(
      /^pa: No Postgres server can be reached at postgres:\/\/me:\*\*\*@127\.0\.0\.1:\d+\/market .*: start it, or correct the connection string\.\n$/,
    );
  });

  it('a Postgres that is too old', async () => {
    const { url, server } = await startOldPostgres();
    const result = await runPa(['scan'], { folder, settings: { DATABASE_URL: url } });
    server.close();
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toMatch(
      /^pa: Postgres at .* is version 14\.9 and version 15 is the oldest that works: upgrade the server, or use another one\.\n$/,
    );
  });

  it('a data folder that is a file', async () => {
    file('occupied', 'text');
    const result = await runPa(['scan'], { folder, settings: { PA_DATA_DIR: join(folder, 'occupied') } });
    expect(result.exitCode).toBe(1);
    expect(result.stderr.trimEnd()).toMatch(/^pa: The embedded database in .*occupied.* cannot be opened .*\.$/);
    expect(result.stderr.trimEnd()).not.toContain('\n');
  });

  it('a disk that fills up while a file is imported', async (context) => {
    const disk = join(folder, 'small-disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', disk]).status === 0;
    if (!mounted) return context.skip('a small file system cannot be mounted here: only root may');
    try {
      const settings = { PA_DATA_DIR: join(disk, 'data') };
      const one = file('one.csv', `${HEADER}\n${row(1)}\n`);
      expect((await runPa(['import', one], { folder, settings })).exitCode).toBe(0);
      const many = file(
        'many.csv',
        `${HEADER},details\n${rows(20_000).replaceAll(/$/gm, `,${'words '.repeat(200)}`)}\n`,
      );
      const result = await runPa(['import', many], { folder, settings });
      expect(result.exitCode).toBe(1);
      expect(result.stderr).toMatch(/^pa: The disk .*full.*: free some space and .*again.*\.\n$/);

      spawnSync('mount', ['-o', 'remount,size=300m', disk]);
      const again = await runPa(['import', one, '--json'], { folder, settings });
      expect(JSON.parse(again.stdout).reports[0]).toMatchObject({ inserted: 0, unchanged: 1 });
      const whole = await runPa(['import', file('few.csv', `${HEADER}\n${rows(100)}\n`), '--json'], {
        folder,
        settings,
      });
      expect(JSON.parse(whole.stdout).reports[0]).toMatchObject({ inserted: 99, updated: 0, unchanged: 1 });
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});
