import { describe, expect, it } from 'vitest';
import type { InvalidationLog, LoggedInvalidation } from '../invalidations/invalidation-log.ts';

const start = Date.UTC(2026, 10, 23);

function logged(index: number): LoggedInvalidation {
  return {
    invalidationId: `invalidation-${index}`,
    pattern: 'tag:model:911',
    reason: 'wrong figures in the import',
    invalidatedBy: 'admin',
    invalidatedAt: start + index,
  };
}

/** Proves that a log keeps the contract of `InvalidationLog`. Every test gets an empty log. */
export function describeInvalidationLog(options: {
  readonly name: string;
  readonly createLog: () => Promise<InvalidationLog> | InvalidationLog;
}): void {
  describe(`InvalidationLog: ${options.name}`, () => {
    it('is empty at first', async () => {
      expect(await (await options.createLog()).recent({ limit: 10 })).toEqual([]);
    });

    it('gives back the newest first, as they were', async () => {
      const log = await options.createLog();
      for (const index of [2, 0, 1]) await log.append(logged(index));
      expect(await log.recent({ limit: 2 })).toEqual([logged(2), logged(1)]);
    });

    it('keeps the first of an id', async () => {
      const log = await options.createLog();
      await log.append(logged(0));
      await log.append({ ...logged(0), reason: 'another' });
      expect(await log.recent({ limit: 10 })).toEqual([logged(0)]);
    });
  });
}
