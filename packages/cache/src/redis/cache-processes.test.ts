import { randomUUID } from 'node:crypto';
import { createClient } from 'redis';
import { afterEach, describe, expect, it } from 'vitest';
import { LLMCache } from '../llm-cache.ts';
import { redisCacheStore } from './redis-cache-store.ts';
import { runAll, startOne, stopCacheProcesses } from './__fixtures__/run-cache-processes.ts';

const url = process.env['PA_TEST_REDIS_URL'];

afterEach(stopCacheProcesses);

describe.skipIf(url === undefined)(
  `processes over Redis${url === undefined ? ' (PA_TEST_REDIS_URL is not set)' : ''}`,
  () => {
    const redisUrl = url ?? '';
    const prefix = () => `pa:test:${randomUUID()}:`;

    it.each([true, false])('1,000 equal requests in 4 processes compute once (memory in front: %s)', async (memory) => {
      const result = await runAll({ redisUrl, prefix: prefix(), memory });
      expect(result).toEqual({ answers: 1000, computed: 1, wrong: 0, errors: [] });
    });

    it('100 questions of 4 processes are computed once each', async () => {
      const result = await runAll({ redisUrl, prefix: prefix(), callers: 300, questions: 100, computeMs: 50 });
      expect(result).toEqual({ answers: 1200, computed: 100, wrong: 0, errors: [] });
    });

    it('one takes over when the process that computes is killed', async () => {
      const own = prefix();
      const dying = await startOne({ redisUrl, prefix: own, callers: 1, diesComputing: true });
      dying.go();
      expect(await dying.nextLine()).toBe('computing');
      const result = runAll({ redisUrl, prefix: own, callers: 25 });
      dying.child.kill('SIGKILL');
      expect(await result).toEqual({ answers: 100, computed: 1, wrong: 0, errors: [] });
    });

    it.each([
      { pattern: 'tag:question:0', memory: true },
      { pattern: 'shared:race:*', memory: true },
      { pattern: 'tag:question:0', memory: false },
    ])('stores nothing in one process that another threw away meanwhile: $pattern', async ({ pattern, memory }) => {
      const own = prefix();
      const task = { redisUrl, prefix: own, memory, callers: 1, computeMs: 0 };
      const [before, after] = await Promise.all([
        startOne({ ...task, holdsComputing: true, source: ' before' }),
        startOne({ ...task, source: ' after' }),
      ]);
      before.go();
      expect(await before.nextLine()).toBe('computing');
      const client = await createClient({ url: redisUrl }).connect();
      const store = redisCacheStore(client, { prefix: `${own}entries:` });
      await new LLMCache({ store, now: Date.now, random: Math.random }).invalidate(pattern);
      client.destroy();
      // Whoever asks now does not wait for what is outdated.
      expect(await after.run()).toMatchObject({ answers: 1, computed: 1, wrong: 0, errors: [] });
      before.go();
      expect(JSON.parse(await before.nextLine())).toMatchObject({ answers: 1, computed: 1, wrong: 0 });
      const later = await startOne({ ...task, source: ' after' });
      expect(await later.run()).toMatchObject({ answers: 1, computed: 0, wrong: 0, errors: [] });
    });

    it('gives who joins after another process threw it away a new answer', async () => {
      const own = prefix();
      const asking = await startOne({ redisUrl, prefix: own, joinsLater: true });
      asking.go();
      expect(await asking.nextLine()).toBe('computing');
      const client = await createClient({ url: redisUrl }).connect();
      const store = redisCacheStore(client, { prefix: `${own}entries:` });
      await new LLMCache({ store, now: Date.now, random: Math.random }).invalidate('tag:question:0');
      client.destroy();
      asking.go();
      expect(await asking.nextLine()).toBe('joined');
      asking.go();
      expect(JSON.parse(await asking.nextLine())).toEqual(['computation 1', 'computation 2']);
    });

    it('leaves nothing behind that does not expire', async () => {
      const own = prefix();
      await runAll({ redisUrl, prefix: own, callers: 50, questions: 20, computeMs: 5 });
      const client = await createClient({ url: redisUrl }).connect();
      const forEver: string[] = [];
      for await (const keys of client.scanIterator({ MATCH: `${own}*`, COUNT: 1000 })) {
        for (const key of keys) if ((await client.pTTL(key)) === -1) forEver.push(key);
        if (keys.length > 0) await client.unlink(keys);
      }
      client.destroy();
      expect(forEver).toEqual([]);
    });
  },
);
