import { createMemoryStores, DEFAULT_PREFERENCES, profileIdOf } from '@pa/engines';
import { describe, expect, it } from 'vitest';
import { emptyApi } from './__fixtures__/empty-api.ts';

const BASE = 'http://localhost/api/analytics/llm';
const DETAILED = {
  marketAlerts: false,
  pricePredictions: true,
  anomalyAlerts: true,
  horizon: '6m',
  depth: 'detailed',
  watchedModels: ['911'],
  watchedTrims: ['GT3', 'GT3 RS'],
  watchedSegments: ['porsche/macan'],
};

/** Ann and Bob, told apart by a header. */
function apiOfTwo() {
  const stores = createMemoryStores();
  const { api } = emptyApi({
    stores,
    authorize: ({ request }) => ({ allowed: true, actor: request.headers.get('x-who') ?? 'nobody' }),
  });
  const ask = (who: string, path: string, method = 'GET', body?: unknown) =>
    api.request(`${BASE}${path}`, {
      method,
      headers: { 'x-who': who, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { stores, ask };
}

describe('preferences', () => {
  it('are the defaults until something is said, and those of the caller alone', async () => {
    const { ask } = apiOfTwo();
    expect(await (await ask('ann', '/preferences')).json()).toEqual(DEFAULT_PREFERENCES);
    const kept = await ask('ann', '/preferences', 'PUT', DETAILED);
    expect([kept.status, await kept.json()]).toEqual([200, DETAILED]);
    const again = await ask('ann', '/preferences');
    expect(await again.json()).toEqual(DETAILED);
    expect(again.headers.get('cache-control')).toBe('private, no-cache');
    expect(await (await ask('bob', '/preferences')).json()).toEqual(DEFAULT_PREFERENCES);
  });

  it('are forgotten when the caller says so', async () => {
    const { ask } = apiOfTwo();
    await ask('ann', '/preferences', 'PUT', DETAILED);
    await ask('bob', '/preferences', 'PUT', DETAILED);
    expect((await ask('ann', '/preferences', 'DELETE')).status).toBe(204);
    expect((await ask('ann', '/preferences', 'DELETE')).status).toBe(204);
    expect(await (await ask('ann', '/preferences')).json()).toEqual(DEFAULT_PREFERENCES);
    expect(await (await ask('bob', '/preferences')).json()).toEqual(DETAILED);
  });

  it.each([
    ['a part of them', { depth: 'basic' }],
    ['an unknown depth', { ...DETAILED, depth: 'endless' }],
    ['a model twice', { ...DETAILED, watchedModels: ['Cayman', 'cayman'] }],
    ['something else besides', { ...DETAILED, userId: 'bob' }],
  ])('are refused and kept as they were: %s', async (_, body) => {
    const { ask } = apiOfTwo();
    await ask('ann', '/preferences', 'PUT', DETAILED);
    const refused = await ask('ann', '/preferences', 'PUT', body);
    expect([refused.status, await refused.json()]).toMatchObject([400, { error: { code: 'VALIDATION_FAILED' } }]);
    expect(await (await ask('ann', '/preferences')).json()).toEqual(DETAILED);
  });
});

it('shows notices to whom they are for, newest first', async () => {
  const { stores, ask } = apiOfTwo();
  const notice = (id: string, createdAt: number, recipient?: string) => ({
    id,
    topic: 'anomaly' as const,
    title: `Notice ${id}`,
    body: 'Far below its range.',
    createdAt,
    ...(recipient === undefined ? {} : { recipient }),
  });
  await stores.notifier.notify([notice('1', 1_000), notice('2', 2_000, profileIdOf('ann')), notice('3', 3_000)]);
  const read = async (who: string, query: string) => {
    const { notices } = (await (await ask(who, `/notices${query}`)).json()) as { notices: { id: string }[] };
    return notices.map(({ id }) => id);
  };
  expect(await read('ann', '')).toEqual(['2']);
  expect(await read('bob', '')).toEqual([]);
  expect(await read('bob', '?for=service')).toEqual(['3', '1']);
  expect(await read('bob', '?for=service&limit=1')).toEqual(['3']);
  expect((await ask('bob', '/notices?limit=0')).status).toBe(400);
  expect((await ask('bob', '/notices')).headers.get('x-ai-generated')).toBe('false');
});

describe('a reader who is erased', () => {
  it('leaves nothing, and nobody else loses anything', async () => {
    const { stores, ask } = apiOfTwo();
    for (const who of ['ann', 'bob']) {
      await ask(who, '/preferences', 'PUT', DETAILED);
      const turn = { question: 'q', answer: 'a', call: null, costNanoUsd: 0n, askedAt: 1 };
      await stores.conversations.append({ owner: who, id: 'c' }, { position: 0, turn });
    }
    const erased = await ask('ann', '/reader', 'DELETE');
    expect(await erased.json()).toEqual({ hadPreferences: true, feedbackCount: 0, turnCount: 1 });
    expect(await stores.preferences.get(profileIdOf('ann'))).toBeUndefined();
    expect(await stores.conversations.turns({ owner: 'ann', id: 'c' })).toEqual([]);
    expect(await stores.conversations.turns({ owner: 'bob', id: 'c' })).toHaveLength(1);
    expect(await stores.preferences.get(profileIdOf('bob'))).toEqual(DETAILED);
    expect(await (await ask('ann', '/reader', 'DELETE')).json()).toEqual({
      hadPreferences: false,
      feedbackCount: 0,
      turnCount: 0,
    });
  });
});
