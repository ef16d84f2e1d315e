import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('the typed client is that of the API as it stands: run "pnpm generate:client" where it is not', async () => {
  const generator = resolve(import.meta.dirname, '../../node_modules/openapi-typescript/bin/cli.js');
  const document = resolve(import.meta.dirname, '../../../api/openapi.json');
  const { stdout } = await promisify(execFile)(process.execPath, [generator, document], { maxBuffer: 2 ** 24 });
  expect(readFileSync(resolve(import.meta.dirname, 'schema.d.ts'), 'utf8').trim()).toBe(stdout.trim());
});
