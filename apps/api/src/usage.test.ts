import { memoryCallLedger } from '@pa/cost';
import { createMemoryStores } from '@pa/engines';
import type { z } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';
import { emptyApi, FIXTURE_DAY, FIXTURE_NOW } from './__fixtures__/empty-api.ts';
import { memoryAccounts, sampleCall } from './__fixtures__/money-ports.ts';
import type { UsageSchema } from './schemas/usage.ts';

const BASE = 'http://localhost/api/analytics/llm';
const DAY_MS = 86_400_000;

const usageOf = async (api: ReturnType<typeof emptyApi>['api']) =>
  (await (await api.request(`${BASE}/usage`)).json()) as z.output<typeof UsageSchema>;

describe('GET /usage', () => {
  it('counts uses beside as many days before, with no range the month so far', async () => {
    const stores = createMemoryStores();
    const { api } = emptyApi({ stores });
    const note = (id: string, name: string, occurredAt: number) =>
      stores.events.append({ id, name, occurredAt, properties: {} });
    await note('a', 'insight_opened', FIXTURE_NOW);
    await note('b', 'insight_opened', FIXTURE_NOW - DAY_MS);
    await note('c', 'question_asked', FIXTURE_NOW - 2 * DAY_MS);
    const read = async (query: string) => (await api.request(`${BASE}/usage${query}`)).json();
    expect(await read(`?from=${FIXTURE_DAY}&to=${FIXTURE_DAY}`)).toMatchObject({
      use: [{ name: 'insight_opened', count: 1, countBefore: 1 }],
    });
    expect(await read('')).toMatchObject({
      from: `${FIXTURE_DAY.slice(0, 8)}01`,
      to: FIXTURE_DAY,
      use: [
        { name: 'insight_opened', count: 2, countBefore: 0 },
        { name: 'question_asked', count: 1, countBefore: 0 },
      ],
      models: null,
      dailyRun: null,
    });
    expect((await api.request(`${BASE}/usage?from=2026-02-30`)).status).toBe(400);
  });

  it('tells how long answers took to begin, by route and not by address, failed ones counted', async () => {
    let clock = FIXTURE_NOW;
    const stores = createMemoryStores();
    const slow = {
      ...stores,
      insights: {
        ...stores.insights,
        byId: async (id: string) => {
          clock += id === 'slow' ? 900 : 20;
          if (id === 'broken') throw new Error('planted');
          return null;
        },
      },
    };
    const { api } = emptyApi({ stores: slow, now: () => clock, onError: () => undefined });
    for (const id of ['one', 'two', 'slow', 'broken']) await api.request(`${BASE}/insights/${id}`);
    for (const path of ['/wp-login.php', '/api/analytics/llm/nothing', '/etc/passwd']) {
      await api.request(`http://localhost${path}`);
    }
    const { requests } = await usageOf(api);
    expect(requests.since).toBe(new Date(FIXTURE_NOW).toISOString());
    expect(requests.routes).toEqual([
      {
        route: 'GET /api/analytics/llm/insights/:id',
        count: 4,
        failedCount: 1,
        medianMs: 20,
        p95Ms: 900,
        slowestMs: 900,
      },
      { route: 'nothing served here', count: 3, failedCount: 0, medianMs: 0, p95Ms: 0, slowestMs: 0 },
    ]);
  });

  it('tells how long language models took to answer, and how often they did not', async () => {
    const ledger = memoryCallLedger();
    await ledger.book([
      sampleCall({ durationMs: 500 }),
      sampleCall({ durationMs: 1_500 }),
      sampleCall({ durationMs: 1, outcome: 'failed' }),
      sampleCall({ provider: 'anthropic', requestedModel: 'claude', durationMs: 10, outcome: 'aborted' }),
      sampleCall({ startedAt: FIXTURE_NOW - 60 * DAY_MS }),
    ]);
    const { api } = emptyApi({ costs: { ...memoryAccounts(), ledger } });
    const { models } = await usageOf(api);
    expect(models).toEqual([
      { model: 'openai/gpt-6-luna', count: 3, failedCount: 1, medianMs: 500, p95Ms: 1_500, slowestMs: 1_500 },
      { model: 'anthropic/claude', count: 1, failedCount: 1, medianMs: 0, p95Ms: 0, slowestMs: 0 },
    ]);
  });
});
