import { defineCacheKey, SUMMARY } from '@pa/cache';
import { expect, test } from 'vitest';
import { emptyApi, jsonPost } from './__fixtures__/empty-api.ts';
import { memoryAnswerCache } from './__fixtures__/money-ports.ts';
import { API_BASE_PATH } from './create-api.ts';

const { keyOf } = defineCacheKey<{ id: number }>('test', { id: 'include' });

function open(overrides: Parameters<typeof emptyApi>[0] = {}) {
  const port = memoryAnswerCache();
  const { api } = emptyApi({ cache: port, ...overrides });
  const ask = async (path: string, body?: unknown) => {
    const response = await api.request(API_BASE_PATH + path, body === undefined ? {} : jsonPost(body));
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  const use = (id: number, outcome: 'validated' | 'refused' = 'validated') =>
    port.cache.getOrCompute(keyOf({ id }, { scope: 'shared' }), {
      ttlClass: SUMMARY,
      tags: ['model:911'],
      compute: async () => ({ value: id, outcome, servedModel: 'm', containsPersonalData: false, costNanoUsd: 250n }),
    });
  return { ...port, ask, use };
}

test('tells hits, misses and savings of the period by class, model and tag', async () => {
  const { ask, use } = open();
  for (const id of [1, 1, 1, 2]) await use(id);
  await use(3, 'refused');
  const { status, body } = await ask('/cache');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    from: '2026-03-01',
    to: '2026-03-31',
    total: { hits: 2, misses: 3, stale: 0, refusedWrites: 1, savedNanoUsd: '500' },
    byClass: [{ key: 'summary', hits: 2, misses: 3 }],
    byModel: [{ key: 'm', hits: 2 }],
    byTag: [{ key: 'model:911', hits: 2 }],
    refusals: [{ key: 'refused', refusedWrites: 1 }],
    daily: [{ day: '2026-03-31', hits: 2, misses: 3, stale: 0 }],
    invalidations: [],
  });
  expect((await ask('/cache?from=2026-02-01&to=2026-02-28')).body.byClass).toEqual([]);
});

test('throws away with a reason, and writes it down', async () => {
  const { ask, use } = open();
  await use(1);
  const told = await ask('/cache/invalidate', { pattern: 'tag:model:911', reason: 'wrong figures' });
  expect(told).toMatchObject({
    status: 200,
    body: { pattern: 'tag:model:911', reason: 'wrong figures', invalidatedBy: 'admin (no sign-in)' },
  });
  expect((await use(1)).status).toBe('computed');
  expect((await ask('/cache')).body.invalidations).toEqual([told.body]);
});

test('refuses no reason, no pattern, and a tag without a name', async () => {
  const { ask } = open();
  for (const body of [{ pattern: 'tag:x' }, { pattern: '', reason: 'x' }, { pattern: 'x', reason: '\u0000' }]) {
    expect((await ask('/cache/invalidate', body)).status).toBe(400);
  }
  expect(await ask('/cache/invalidate', { pattern: 'tag:', reason: 'x' })).toMatchObject({
    status: 422,
    body: { error: { code: 'invalid-key' } },
  });
  expect((await open({ cache: undefined as never }).ask('/cache')).status).toBe(503);
});
