import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRedis } from 'rate-limiter-flexible';
import { createClient } from 'redis';
import { describe, expect, it } from 'vitest';
import { describeLanguageModel } from '../contract-suites/describe-language-model.ts';
import { LlmError } from '../errors.ts';
import type { GenerateRequest, LanguageModel } from '../language-model.ts';
import { scriptedModel } from '../testing/scripted-model.ts';
import { createUsage } from '../usage.ts';
import { type RateLimitOptions, withRateLimit } from './with-rate-limit.ts';

const request: GenerateRequest = { messages: [], maxOutputTokens: 100 };
const text = 'Prices held.';

describeLanguageModel({
  name: 'rate limit',
  text,
  createModel: () => withRateLimit({ requestsPerMinute: 10, tokensPerMinute: 100_000 })(scriptedModel([text])),
  createFailingModel: () =>
    withRateLimit({ requestsPerMinute: 10 })(scriptedModel([new LlmError('invalid-request', 'no')])),
});

async function admitted(model: LanguageModel, calls: number): Promise<number> {
  const outcomes = await Promise.allSettled(Array.from({ length: calls }, () => model.generate(request)));
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'rate-limited' });
  return outcomes.filter((outcome) => outcome.status === 'fulfilled').length;
}

/** Answers with a usage of so many tokens. */
function using(tokens: number, failure?: LlmError): LanguageModel {
  const scripted = scriptedModel([failure ?? text]);
  const usage = createUsage({
    input: { uncached: tokens, cacheRead: 7, cacheWrite: undefined },
    output: { text: 0, reasoning: undefined },
    source: 'reported',
  });
  return { ...scripted, generate: async (asked) => ({ ...(await scripted.generate(asked)), usage }) };
}

describe('rate limit', () => {
  it('admits so many requests and says when to come back', async () => {
    const model = withRateLimit({ requestsPerMinute: 3 })(scriptedModel([text]));
    expect(await admitted(model, 10)).toBe(3);
    const error = (await model.generate(request).catch((thrown: unknown) => thrown)) as LlmError;
    expect(error.retryAfterMs).toBeGreaterThan(0);
    expect(error.retryAfterMs).toBeLessThanOrEqual(60_000);
  });

  it('reserves tokens before a call and settles with what was used, cache reads aside', async () => {
    // Each call holds 100 while it runs; 10 are used: one at a time, 91 of them fit below 1,000.
    const model = withRateLimit({ tokensPerMinute: 1000 })(using(10));
    expect(await admitted(model, 11)).toBe(10);
    let calls = 10;
    while (
      await model.generate(request).then(
        () => true,
        () => false,
      )
    )
      calls += 1;
    expect(calls).toBe(91);
  });

  it('gives back what a refused call did not use, and keeps what a broken one may have', async () => {
    const refused = withRateLimit({ tokensPerMinute: 300 })(using(0, new LlmError('auth', 'no')));
    for (let call = 0; call < 10; call++)
      await expect(refused.generate(request)).rejects.toMatchObject({ code: 'auth' });
    const broken = withRateLimit({ tokensPerMinute: 300 })(using(0, new LlmError('network', 'cut')));
    for (const code of ['network', 'network', 'network', 'rate-limited'])
      await expect(broken.generate(request)).rejects.toMatchObject({ code });
  });

  it('does as it is told when its store is away', async () => {
    const client = createClient({
      url: 'redis://127.0.0.1:1',
      disableOfflineQueue: true,
      socket: { reconnectStrategy: false },
    });
    client.on('error', () => undefined);
    const limit = (onStoreFailure: 'refuse' | 'allow'): RateLimitOptions => ({
      requestsPerMinute: 3,
      onStoreFailure,
      createLimiter: (shape) => new RateLimiterRedis({ ...shape, storeClient: client, useRedisPackage: true }),
    });
    const refusing = withRateLimit(limit('refuse'))(scriptedModel([text]));
    await expect(refusing.generate(request)).rejects.toMatchObject({ code: 'store-failed' });
    expect(await admitted(withRateLimit(limit('allow'))(scriptedModel([text])), 5)).toBe(5);
  });

  it('is one limit for several processes over Redis', async ({ skip }) => {
    const client = createClient({
      url: process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379',
      socket: { reconnectStrategy: false },
    });
    client.on('error', () => undefined);
    if (!(await client.connect().catch(() => null))) skip('no Redis is reachable');
    const scope = randomUUID();
    const limit: RateLimitOptions = {
      requestsPerMinute: 7,
      keyOf: () => scope,
      createLimiter: (shape) => new RateLimiterRedis({ ...shape, storeClient: client, useRedisPackage: true }),
    };
    const models = [1, 2, 3, 4].map(() => withRateLimit(limit)(scriptedModel([text])));
    const counts = await Promise.all(models.map((model) => admitted(model, 10)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(7);
    await client.del([`llm-requests:${scope}`]);
    await client.close();
  });

  it('is one limit for several processes over Postgres', async ({ skip }) => {
    const pool = new Pool({
      connectionString: process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test',
    });
    const isThere = await pool.query('select 1').then(
      () => true,
      () => false,
    );
    if (!isThere) skip('no Postgres is reachable');
    const tableName = `llm_limits_${randomUUID().replaceAll('-', '')}`;
    const limiterOf = async (points: number) => {
      const ready = Promise.withResolvers<void>();
      const limiter = new RateLimiterPostgres(
        { points, duration: 60, keyPrefix: 'llm-requests', storeClient: pool, storeType: 'pool', tableName },
        (error?: Error) => (error === undefined ? ready.resolve() : ready.reject(error)),
      );
      await ready.promise;
      return limiter;
    };
    const limiter = await limiterOf(7);
    const models = [1, 2].map(() =>
      withRateLimit({ requestsPerMinute: 7, createLimiter: () => limiter })(scriptedModel([text])),
    );
    const counts = await Promise.all(models.map((model) => admitted(model, 10)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(7);
    await pool.query(`drop table ${tableName}`);
    await pool.end();
  });

  it('waits for its turn as long as it may', async () => {
    const limit = { requestsPerMinute: 1, maximumWaitMs: 60_000 };
    const model = withRateLimit(limit)(scriptedModel([text]));
    await model.generate(request);
    const controller = new AbortController();
    const waiting = model.generate({ ...request, signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
  });
});
