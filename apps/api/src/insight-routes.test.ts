import { beforeAll, describe, expect, test } from 'vitest';
import { createMemoryStores } from '@pa/engines';
import { analysedApi } from './__fixtures__/analysed-api.ts';

type Api = Awaited<ReturnType<typeof analysedApi>>;
const BASE = '/api/analytics/llm';

describe('texts of an analysed market', () => {
  let api: Api['api'];
  beforeAll(async () => {
    ({ api } = await analysedApi(createMemoryStores()));
  }, 120_000);
  const post = (path: string, body: unknown) =>
    api.request(`${BASE}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('a short text says less than a long one, and both are marked', async () => {
    const write = async (depth: string) => {
      const answer = await post('/insights/generate', { type: 'segment_report', model: '911', depth });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('x-ai-generated')).toBe('false');
      return (await answer.json()) as { summary: string; marking: { disclaimer: string }; claims: unknown[] };
    };
    const [basic, detailed] = [await write('basic'), await write('detailed')];
    expect(basic.summary.length).toBeLessThan(detailed.summary.length);
    expect(basic.marking.disclaimer).toContain('not advice');
    expect(basic.claims.length).toBeGreaterThan(2);
  });

  test('every number leads to its fact and to rows', async () => {
    const answer = await post('/insights/generate', { type: 'price_prediction', model: '911', horizon: '6m' });
    const text = (await answer.json()) as {
      id: string;
      summary: string;
      facts: { id: string; source?: unknown }[];
      claims: { start: number; end: number; text: string; factId: string }[];
    };
    for (const claim of text.claims) {
      expect(text.summary.slice(claim.start, claim.end)).toBe(claim.text);
      expect(text.facts.some(({ id }) => id === claim.factId)).toBe(true);
    }
    const rows = await api.request(`${BASE}/insights/${text.id}/facts/predicted_price/rows`);
    const found = (await rows.json()) as { found: number; rows: { price: number }[] };
    expect(found.found).toBeGreaterThan(5);
    expect(found.rows[0]?.price).toBeGreaterThan(1000);
    expect((await api.request(`${BASE}/insights/${text.id}/facts/other/rows`)).status).toBe(404);
  });

  test('readers say whether a text was useful, one voice each', async () => {
    const { id } = (await (await post('/insights/generate', { type: 'market_summary' })).json()) as { id: string };
    const say = async (userId: string, isUseful: boolean) =>
      (await post(`/insights/${id}/feedback`, { userId, isUseful })).json();
    await say('ann', true);
    await say('bob', false);
    expect(await say('ann', false)).toEqual({ useful: 0, notUseful: 2 });
    expect((await post('/insights/none/feedback', { userId: 'ann', isUseful: true })).status).toBe(404);
  });

  test('there is no recommendation without the consent to the disclaimer in force', async () => {
    const disclaimer = (await (await api.request(`${BASE}/recommendations/disclaimer`)).json()) as { version: string };
    const ask = (consent: unknown) => post('/recommendations', { model: '911', horizon: '6m', consent });
    expect((await ask(undefined)).status).toBe(400);
    expect((await ask({ userId: 'ann', disclaimerVersion: 'older' })).status).toBe(422);
    const answer = await ask({ userId: 'ann', disclaimerVersion: disclaimer.version });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    const body = (await answer.json()) as { call: string; insight: { summary: string } };
    expect(['buy', 'hold', 'sell', 'no_edge']).toContain(body.call);
    expect(body.insight.summary).toContain('he losing case of');
    expect(body.insight.summary).toContain('no personal advice');
  });
});
