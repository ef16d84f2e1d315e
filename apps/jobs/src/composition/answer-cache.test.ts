import { randomUUID } from 'node:crypto';
import { type CacheEntry, type CacheStore, memoryCacheStore } from '@pa/cache';
import { expect, it } from 'vitest';
import { readSettings } from '../settings/read-settings.ts';
import { type AnswerCache, createAnswerCache } from './answer-cache.ts';

const redisUrl = process.env['PA_TEST_REDIS_URL'];
const now = () => Date.UTC(2026, 10, 23, 12);
const tag = `test:${randomUUID()}`;
const entry: CacheEntry = {
  value: '"text"',
  storedAt: now(),
  freshUntil: now() + 30_000,
  expiresAt: now() + 60_000,
  tags: [tag],
  ttlClass: 'summary',
  servedModel: 'm',
  costNanoUsd: 1n,
};

/** Every look at this clock is a minute later, so that a tier that failed is tried again at once. */
function open(environment: Readonly<Record<string, string>>, database: CacheStore): AnswerCache {
  let minutes = 0;
  return createAnswerCache({
    settings: readSettings({ environment, folder: '/nowhere' }),
    database,
    now: () => ++minutes * 60_000,
  });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

it('keeps answers in memory and in the database of one process', async () => {
  const database = memoryCacheStore();
  const { store } = open({}, database);
  await store.set('key', entry);
  await database.delete('key');
  expect(await store.get('key', { now: now() })).toEqual(entry);
});

it('asks only the database where processes share it and no Redis tells what they threw away', async () => {
  const database = memoryCacheStore();
  const { store } = open({ DATABASE_URL: 'postgres://nobody@127.0.0.1/nothing' }, database);
  await store.set('key', entry);
  await database.delete('key');
  expect(await store.get('key', { now: now() })).toBeNull();
});

it('answers from the database when Redis cannot be reached', async () => {
  const database = memoryCacheStore();
  await database.set('key', entry);
  const cache = open({ REDIS_URL: 'redis://127.0.0.1:1' }, database);
  try {
    expect(await cache.store.get('key', { now: now() })).toEqual(entry);
  } finally {
    cache.close();
  }
});

it.skipIf(redisUrl === undefined)('shares answers over Redis and hears what others threw away', async () => {
  const environment = { DATABASE_URL: 'postgres://nobody@127.0.0.1/nothing', REDIS_URL: redisUrl ?? '' };
  const databases = [memoryCacheStore(), memoryCacheStore()];
  const caches = databases.map((database) => open(environment, database));
  const [one, two] = caches;
  if (one === undefined || two === undefined) throw new TypeError('two caches are open');
  const key = `shared:test:${randomUUID()}`;
  try {
    // Redis connects in the background, and until then every tier behind it answers.
    await until(async () => {
      await one.store.set(key, entry);
      return (await two.store.get(key, { now: now() })) !== null;
    });
    await until(async () => {
      await one.store.deleteByTag(tag);
      return (await two.store.get(key, { now: now() })) === null;
    });
  } finally {
    await one.store.delete(key);
    for (const cache of caches) cache.close();
  }
});
