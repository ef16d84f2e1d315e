import { afterEach, describe, expect, it } from 'vitest';
import { PROCESSES, runAll, stopCacheProcesses } from './__fixtures__/run-cache-processes.ts';
import { canStartRedis, type OwnRedis, startRedis } from './__fixtures__/start-redis.ts';

const canStart = canStartRedis();
let own: OwnRedis | undefined;

afterEach(async () => {
  stopCacheProcesses();
  await own?.close();
  own = undefined;
});

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe.skipIf(!canStart)(`a Redis that fails${canStart ? '' : ' (no redis-server to start)'}`, () => {
  const load = { callers: 20, questions: 40, computeMs: 20, durationMs: 2_500, prefix: 'pa:', budgetMs: 20 };

  it('check 1: costs no answer when it is killed in the middle and comes back empty', async () => {
    const redis = await startRedis();
    own = redis;
    const result = await runAll({ ...load, redisUrl: redis.url, memory: false }, async () => {
      await sleep(700);
      await redis.kill();
      await sleep(700);
      await redis.restart();
    });
    expect([result.wrong, result.errors]).toEqual([0, []]);
    expect(result.answers).toBeGreaterThan(PROCESSES * load.callers);
    expect(result.computed).toBeGreaterThan(load.questions);
  });

  it('costs no answer when it hangs, and answers are shared again when it wakes up', async () => {
    const redis = await startRedis();
    own = redis;
    const result = await runAll({ ...load, redisUrl: redis.url, memory: true }, async () => {
      await sleep(700);
      redis.hang();
      await sleep(1_000);
      redis.wake();
    });
    expect([result.wrong, result.errors]).toEqual([0, []]);
    expect(result.answers).toBeGreaterThan(PROCESSES * load.callers);
    const later = await runAll({ ...load, redisUrl: redis.url, memory: false, durationMs: 0, budgetMs: 30_000 });
    expect([later.wrong, later.errors, later.answers]).toEqual([0, [], PROCESSES * load.callers]);
  });
});
