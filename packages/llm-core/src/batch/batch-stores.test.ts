import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { describeBatchStore } from '../contract-suites/describe-batch-store.ts';
import { fileBatchStore } from './file-batch-store.ts';
import { memoryBatchStore } from './memory-batch-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'batch-stores-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeBatchStore({ name: 'memory', createStore: memoryBatchStore });
describeBatchStore({ name: 'file', createStore: () => fileBatchStore(mkdtempSync(join(folder, 'store-'))) });
