import { defineConfig } from 'vitest/config';

// Tests run on the sources: the `@pa/source` condition stands first in every `exports` map of the workspace.
const conditions = ['@pa/source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['{packages,apps,examples}/**/*.test.ts', 'tests/**/*.test.ts', 'tools/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/out/**', '**/.next/**', 'tests/browser/**'],
    environment: 'node',
    globalSetup: ['./tools/test-servers.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
