import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const repository = resolve(import.meta.dirname, '../..');
const runningUrl = process.env.PA_BROWSER_TEST_URL;
const port = process.env.PA_BROWSER_TEST_PORT ?? '4173';
const baseURL = runningUrl ?? `http://127.0.0.1:${port}`;

if (runningUrl === undefined && !existsSync(join(repository, 'apps/admin/out/index.html'))) {
  throw new Error('The admin is not built: run "pnpm --filter @pa/admin build" before the browser tests.');
}

// Workers read this file again and inherit the variable: there is one folder a run, and its maker removes it, after the
// product has stopped.
if (runningUrl === undefined && process.env.PA_BROWSER_TEST_DATA === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'paddock-browser-'));
  process.env.PA_BROWSER_TEST_DATA = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/**
 * The product in Debian's Chromium, at the width of a desk and of a phone. The product is started for the run on an
 * empty folder, which fills it with the sample market; `PA_BROWSER_TEST_URL` names one that runs already.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: join(repository, 'test-results/browser'),
  // One browser at a time: verdicts given in one test are seen by the others.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env.CI === 'true',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ['json', { outputFile: join(repository, 'test-results/browser.json') }]],
  use: {
    baseURL,
    locale: 'en-US',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.PA_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    // Tags: `@phone` is a test of the phone alone, `@once` one that does not depend on the width.
    { name: 'desktop', grepInvert: /@phone/, use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      grepInvert: /@once/,
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    },
  ],
  ...(runningUrl === undefined
    ? {
        webServer: {
          command: 'node_modules/.bin/pa start',
          cwd: repository,
          env: { PA_DATA_DIR: process.env.PA_BROWSER_TEST_DATA ?? '', PORT: port, DATABASE_URL: '', REDIS_URL: '' },
          url: `${baseURL}/health`,
          timeout: 240_000,
          gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 },
          reuseExistingServer: false,
          stdout: 'pipe' as const,
        },
      }
    : {}),
});
