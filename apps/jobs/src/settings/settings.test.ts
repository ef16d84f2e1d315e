import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { describeSettings, maskSecret } from './describe-settings.ts';
import { readSettings } from './read-settings.ts';

const root = mkdtempSync(join(tmpdir(), 'pa-settings-'));
let folder = root;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('takes the environment before a secret file before .env before the default', () => {
  writeFileSync(join(folder, '.env'), 'HOST=10.0.0.1\nPORT=4000\nREDIS_URL=redis://from-env:1\n');
  writeFileSync(join(folder, 'redis-secret'), 'redis://from-file:2\n');
  const settings = readSettings({ environment: { PORT: '5000', REDIS_URL_FILE: 'redis-secret' }, folder });
  expect(settings.values).toMatchObject({
    PORT: 5000,
    REDIS_URL: 'redis://from-file:2',
    HOST: '10.0.0.1',
    PA_DATA_DIR: '.pa',
  });
  expect(settings.sources).toMatchObject({
    PORT: 'environment',
    REDIS_URL: 'file',
    HOST: '.env',
    PA_DATA_DIR: 'default',
    DATABASE_URL: 'unset',
  });
});

it.each([
  [{ PORT: '99999' }, 'PORT has a value that cannot be used: it must be a whole number from 0 to 65535.'],
  [{ PORT: 'http' }, 'PORT has a value that cannot be used: it must be a whole number from 0 to 65535.'],
  [{ PA_DEBUG: 'yes' }, 'PA_DEBUG has a value that cannot be used: it must be 0 or 1.'],
  [
    { DATABASE_URL: 'mysql://secret@host' },
    'DATABASE_URL has a value that cannot be used: it must be an address such as postgres://user:password@host:5432/database.',
  ],
])('names the variable and what it may be: %j', (environment, message) => {
  expect(() => readSettings({ environment, folder })).toThrow(message);
});

it('names a secret file that is missing', () => {
  expect(() => readSettings({ environment: { OPENAI_API_KEY_FILE: 'nowhere' }, folder })).toThrow(
    `OPENAI_API_KEY_FILE names ${join(folder, 'nowhere')}, which cannot be read`,
  );
});

it('opens an encrypted .env with its key and refuses it without', () => {
  const dotenvx = createRequire(import.meta.url).resolve('@dotenvx/dotenvx');
  const script = `require(${JSON.stringify(dotenvx)}).set('OPENAI_API_KEY', 'sk-planted-0123456789', { path: '.env', noArmor: true, noNative: true })`;
  writeFileSync(join(folder, '.env'), 'HOST=10.0.0.2\n');
  execFileSync(process.execPath, ['-e', script], { cwd: folder });
  expect(readFileSync(join(folder, '.env'), 'utf8')).not.toContain('planted');

  expect(readSettings({ environment: {}, folder }).values.OPENAI_API_KEY).toBe('sk-planted-0123456789');

  const key = /DOTENV_PRIVATE_KEY=(\w+)/.exec(readFileSync(join(folder, '.env.keys'), 'utf8'))?.[1];
  rmSync(join(folder, '.env.keys'));
  expect(readSettings({ environment: { DOTENV_PRIVATE_KEY: key }, folder }).values.OPENAI_API_KEY).toBe(
    'sk-planted-0123456789',
  );
  expect(() => readSettings({ environment: {}, folder })).toThrow(
    `OPENAI_API_KEY in ${join(folder, '.env')} is encrypted and cannot be opened`,
  );
});

it('masks what is secret and nothing else', () => {
  const environment = {
    DATABASE_URL: 'postgresql://me:pass:w@rd@host:5432/market?sslpassword=deep',
    ANTHROPIC_API_KEY: 'sk-ant-0123456789abcd',
    HOST: '0.0.0.0',
  };
  const described = describeSettings(readSettings({ environment, folder }));
  const text = JSON.stringify(described);
  expect(text).not.toMatch(/pass:w|rd@|deep|0123456789/);
  expect(described.find((row) => row.name === 'ANTHROPIC_API_KEY')?.value).toBe('****abcd');
  expect(described.find((row) => row.name === 'HOST')?.value).toBe('0.0.0.0');
  expect(maskSecret('redis://:topsecret@cache:6379')).toBe('redis://:****@cache:6379');
  expect(maskSecret('short')).toBe('****');
});
