import { expect, it } from 'vitest';
import { describeInvalidationLog } from '../contract-suites/describe-invalidation-log.ts';
import { invalidateWithReason } from './invalidate-with-reason.ts';
import { memoryInvalidationLog } from './invalidation-log.ts';

describeInvalidationLog({ name: 'memory', createLog: memoryInvalidationLog });

it('throws nothing away without a reason, and nothing that is not written down', async () => {
  const log = memoryInvalidationLog();
  const thrownAway: string[] = [];
  const cache = { invalidate: async (pattern: string) => void thrownAway.push(pattern) };
  const about = { invalidationId: '1', pattern: 'tag:model:911', invalidatedBy: 'admin', invalidatedAt: 1 };
  await expect(invalidateWithReason({ cache, log }, { ...about, reason: ' ' })).rejects.toMatchObject({
    code: 'missing-reason',
  });
  const broken = { ...log, append: () => Promise.reject(new TypeError('down')) };
  await expect(invalidateWithReason({ cache, log: broken }, { ...about, reason: 'wrong' })).rejects.toThrow('down');
  const nothing = invalidateWithReason({ cache, log }, { ...about, pattern: 'tag:', reason: 'wrong' });
  await expect(nothing).rejects.toMatchObject({ code: 'invalid-key' });
  expect(thrownAway).toEqual([]);
  expect(await log.recent({ limit: 1 })).toEqual([]);
  await invalidateWithReason({ cache, log }, { ...about, reason: ' wrong ' });
  expect(thrownAway).toEqual(['tag:model:911']);
  expect(await log.recent({ limit: 1 })).toEqual([{ ...about, reason: 'wrong' }]);
});
