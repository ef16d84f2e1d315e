import { RateLimiterMemory } from 'rate-limiter-flexible';
import { describe, expect, test } from 'vitest';
import { emptyApi, FIXTURE_NOW, jsonPost } from './__fixtures__/empty-api.ts';
import { API_BASE_PATH } from './create-api.ts';
import type { ErrorResponse } from './schemas/error-response.ts';

const at = (path: string) => `${API_BASE_PATH}${path}`;
const errorOf = async (response: Response) => ((await response.json()) as ErrorResponse).error;

describe('requests that no handler sees', () => {
  test.each([
    ['GET', '/nowhere'],
    ['GET', at('/nowhere')],
    ['POST', '/nowhere'],
    ['GET', '/api'],
    ['GET', at('/anomalies/one/two')],
  ])('%s %s is 404', async (method, path) => {
    const response = await emptyApi().api.request(path, { method });
    expect(response.status).toBe(404);
    expect(await errorOf(response)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test.each([
    ['DELETE', at('/anomalies'), 'GET, HEAD, OPTIONS'],
    ['POST', at('/overview'), 'GET, HEAD, OPTIONS'],
    ['PUT', at('/anomalies/resolve'), 'GET, HEAD, OPTIONS, POST'],
    ['GET', at('/listings'), 'OPTIONS, POST'],
    ['PATCH', '/health', 'GET, HEAD, OPTIONS'],
  ])('%s %s is 405 and says what is allowed', async (method, path, allow) => {
    const response = await emptyApi().api.request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    expect(await errorOf(response)).toMatchObject({ code: 'METHOD_NOT_ALLOWED' });
  });

  test('OPTIONS tells what is allowed', async () => {
    const response = await emptyApi().api.request(at('/listings'), { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('OPTIONS, POST');
  });
});

describe('bodies', () => {
  const posts = ['/predictions/validate', '/insights/generate', '/anomalies/resolve', '/events', '/listings'];

  test.each(posts)('%s refuses text that is not JSON', async (path) => {
    const response = await emptyApi().api.request(at(path), { ...jsonPost(null), body: '{"a":' });
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toMatchObject({ code: 'BAD_JSON' });
  });

  test.each(posts)('%s refuses a form', async (path) => {
    const response = await emptyApi().api.request(at(path), { method: 'POST', body: new URLSearchParams({ id: '1' }) });
    expect(response.status).toBe(415);
    expect(await errorOf(response)).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  test.each(posts)('%s refuses a body that is too large', async (path) => {
    const { api } = emptyApi({ listingsBodyLimitBytes: 70_000 });
    const response = await api.request(at(path), jsonPost({ name: 'x'.repeat(71_000) }));
    expect(response.status).toBe(413);
    expect(await errorOf(response)).toMatchObject({ code: 'BODY_TOO_LARGE' });
  });

  test('a body of unknown length is measured as it comes', async () => {
    const piece = new TextEncoder().encode('x'.repeat(10_000));
    let left = 10;
    const body = new ReadableStream({
      pull(controller) {
        if (left-- > 0) controller.enqueue(piece);
        else controller.close();
      },
    });
    const request = new Request(`http://localhost${at('/events')}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit);
    const response = await emptyApi().api.fetch(request);
    expect(response.status).toBe(413);
  });

  test.each(posts)('%s refuses null, a number and an empty body as invalid', async (path) => {
    for (const body of ['null', '7', '""']) {
      const response = await emptyApi().api.request(at(path), { ...jsonPost(null), body });
      expect(response.status).toBe(400);
      const error = await errorOf(response);
      expect(error.code).toBe('VALIDATION_FAILED');
      expect(error.fields?.length).toBeGreaterThan(0);
    }
  });

  test('every faulty field is listed with its path', async () => {
    const response = await emptyApi().api.request(at('/anomalies/resolve'), jsonPost({ status: 'gone', extra: 1 }));
    expect(response.status).toBe(400);
    const { fields } = await errorOf(response);
    expect(fields?.map((field) => field.path).sort()).toEqual(['body.extra', 'body.id', 'body.status']);
  });
});

describe('headers', () => {
  test('an answer carries the request id of the caller, or a new one', async () => {
    const { api } = emptyApi({ newId: () => 'made-here' });
    const own = await api.request('/health', { headers: { 'x-request-id': 'abc-123' } });
    expect(own.headers.get('x-request-id')).toBe('abc-123');
    for (const given of ['', 'has space', 'x'.repeat(101), 'tag<b>']) {
      const response = await api.request('/nowhere', { headers: { 'x-request-id': given } });
      expect(response.headers.get('x-request-id')).toBe('made-here');
      expect(await errorOf(response)).toMatchObject({ requestId: 'made-here' });
    }
  });

  test('security headers stand on every answer, CORS headers on none', async () => {
    for (const path of ['/health', at('/overview'), '/nowhere']) {
      const { headers } = await emptyApi().api.request(path, { headers: { origin: 'https://elsewhere.example' } });
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test('a read that did not change is 304 without a body', async () => {
    const { api } = emptyApi();
    for (const path of [at('/overview'), at('/segments'), at('/anomalies'), at('/insights'), '/openapi.json']) {
      const first = await api.request(path);
      expect(first.status).toBe(200);
      const tag = first.headers.get('etag');
      expect(tag).toMatch(/^"[0-9a-f]+"$/);
      const second = await api.request(path, { headers: { 'if-none-match': tag ?? '' } });
      expect(second.status).toBe(304);
      expect(await second.text()).toBe('');
      expect(second.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
      expect(second.headers.get('x-request-id')).not.toBeNull();
    }
  });

  test('what is behind an authorisation is never kept by a shared cache', async () => {
    const open = await emptyApi().api.request(at('/overview'));
    expect(open.headers.get('cache-control')).toMatch(/^public/);
    const guarded = await emptyApi({ authorize: () => ({ allowed: true }) }).api.request(at('/overview'));
    expect(guarded.headers.get('cache-control')).toMatch(/^private/);
  });

  test('HEAD answers as GET without a body', async () => {
    const response = await emptyApi().api.request(at('/overview'), { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });
});

describe('who may call', () => {
  const event = { name: 'chart_opened' };

  test('a change from a page of another origin is refused, a program and the own page pass', async () => {
    const { api } = emptyApi({ allowedOrigins: ['https://admin.example'] });
    const from = (origin?: string) =>
      api.request(`http://paddock.test${at('/events')}`, jsonPost(event, origin === undefined ? {} : { origin }));
    expect((await from()).status).toBe(202);
    expect((await from('http://paddock.test')).status).toBe(202);
    expect((await from('https://paddock.test')).status).toBe(202);
    expect((await from('https://admin.example')).status).toBe(202);
    for (const origin of [
      'https://evil.example',
      'null',
      'http://paddock.test.evil.example',
      'http://paddock.test:81',
    ]) {
      const response = await from(origin);
      expect(response.status).toBe(403);
      expect(await errorOf(response)).toMatchObject({ code: 'CROSS_ORIGIN' });
    }
  });

  test('an allowed origin gets CORS headers, another one none', async () => {
    const { api } = emptyApi({ allowedOrigins: ['https://admin.example'] });
    const allowed = await api.request(at('/overview'), { headers: { origin: 'https://admin.example' } });
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://admin.example');
    const other = await api.request(at('/overview'), { headers: { origin: 'https://evil.example' } });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('a server that knows its names answers under no other', async () => {
    const { api } = emptyApi({ allowedHosts: ['localhost', '127.0.0.1', '[::1]'] });
    for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000', 'LOCALHOST']) {
      expect((await api.request('/health', { headers: { host } })).status).toBe(200);
    }
    for (const host of ['rebound.example:3000', 'localhost.rebound.example', 'a b', '']) {
      const response = await api.request('/health', { headers: { host } });
      expect(response.status).toBe(403);
      expect(await errorOf(response)).toMatchObject({ code: 'UNKNOWN_HOST' });
    }
  });

  test('the host decides who may read and write, and the body is not looked at before', async () => {
    const asked: string[] = [];
    const { api } = emptyApi({
      authorize: ({ access, path, request }) => {
        asked.push(`${access} ${path}`);
        if (request.headers.get('authorization') === null) return { allowed: false, status: 401, message: 'Sign in.' };
        return access === 'read' ? { allowed: true } : { allowed: false, status: 403, message: 'Read only.' };
      },
    });
    const stranger = await api.request(at('/overview'));
    expect(stranger.status).toBe(401);
    expect(stranger.headers.get('www-authenticate')).toBe('Bearer');
    expect(await errorOf(stranger)).toMatchObject({ code: 'UNAUTHENTICATED', message: 'Sign in.' });
    const authorization = 'Bearer key';
    expect((await api.request(at('/overview'), { headers: { authorization } })).status).toBe(200);
    const write = await api.request(at('/events'), { ...jsonPost(null, { authorization }), body: '{' });
    expect(write.status).toBe(403);
    expect(asked).toEqual([`read ${at('/overview')}`, `read ${at('/overview')}`, `write ${at('/events')}`]);
    expect((await api.request('/health')).status).toBe(200);
  });

  test('a client that asks too often waits, another one does not', async () => {
    const { api } = emptyApi({
      rateLimit: { requestsPerMinute: 3, clientKey: (request) => request.headers.get('x-client') ?? 'none' },
    });
    const ask = (client: string) => api.request(at('/segments'), { headers: { 'x-client': client } });
    for (let n = 0; n < 3; n += 1) expect((await ask('one')).status).toBe(200);
    const refused = await ask('one');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await errorOf(refused)).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect((await ask('two')).status).toBe(200);
    expect((await api.request('/health')).status).toBe(200);
  });

  test('a store of counts that fails lets requests pass and is reported', async () => {
    class BrokenLimiter extends RateLimiterMemory {
      override consume(): Promise<never> {
        return Promise.reject(new TypeError('the store of counts is gone'));
      }
    }
    const { api, reported } = emptyApi({ rateLimit: { limiter: new BrokenLimiter({ points: 1, duration: 1 }) } });
    expect((await api.request(at('/segments'))).status).toBe(200);
    expect(reported).toHaveLength(1);
  });
});

describe('failures', () => {
  test('an unexpected error is reported and tells nothing of itself', async () => {
    const secret = new TypeError('password=hunter2 at /srv/db.ts:12');
    const { dependencies } = emptyApi();
    const { api, reported } = emptyApi({
      stores: {
        ...dependencies.stores,
        anomalies: { ...dependencies.stores.anomalies, list: () => Promise.reject(secret) },
      },
    });
    const response = await api.request(at('/anomalies'));
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({
      error: { code: 'INTERNAL', requestId: response.headers.get('x-request-id') },
    });
    expect(text).not.toMatch(/hunter2|srv|TypeError|stack/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(reported).toEqual([secret]);
  });

  test('health is 503 while the store does not answer', async () => {
    const { dependencies } = emptyApi();
    const { api, reported } = emptyApi({
      stores: {
        ...dependencies.stores,
        runs: { ...dependencies.stores.runs, lastCompleted: () => Promise.reject(new TypeError('gone')) },
      },
    });
    const response = await api.request('/health');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'degraded', lastRunOn: null });
    expect(reported).toHaveLength(1);
  });

  test('a log of uses that fails does not fail the request it belongs to', async () => {
    const { dependencies } = emptyApi();
    const { stores } = dependencies;
    await stores.insights.save([
      {
        id: 'kept',
        type: 'market_summary',
        analysisDate: '2026-03-31',
        model: null,
        trim: null,
        generation: null,
        title: 'A day',
        summary: 'Nothing happened.',
        facts: [],
        claims: [],
        provider: 'none',
        requestedModel: 'template',
        servedModel: 'template',
        promptVersion: '1',
        costNanoUsd: 9_007_199_254_740_993n,
        processingTimeMs: 1,
        dataPointCount: 0,
        aiGenerated: false,
        synthetic: false,
      },
    ]);
    const { api, reported } = emptyApi({
      stores: { ...stores, events: { ...stores.events, append: () => Promise.reject(new TypeError('full')) } },
      now: () => FIXTURE_NOW,
    });
    const response = await api.request(at('/insights/kept'));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ costNanoUsd: '9007199254740993' });
    expect(reported).toHaveLength(1);
  });
});
