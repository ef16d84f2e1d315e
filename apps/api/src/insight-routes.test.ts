import { beforeAll, describe, expect, test } from 'vitest';
import { createMemoryStores, INSIGHT_TYPES } from '@pa/engines';
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

  test('a text is as long as the reader prefers where the request does not say', async () => {
    const write = async () =>
      (await (await post('/insights/generate', { type: 'segment_report', model: 'Cayman' })).json()) as {
        summary: string;
      };
    const standard = await write();
    const preferences = (await (await api.request(`${BASE}/preferences`)).json()) as object;
    const put = await api.request(`${BASE}/preferences`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...preferences, depth: 'basic' }),
    });
    expect(put.status).toBe(200);
    expect((await write()).summary.length).toBeLessThan(standard.summary.length);
    await api.request(`${BASE}/preferences`, { method: 'DELETE' });
    expect((await write()).summary).toBe(standard.summary);
  });

  test('the feed of a day begins with the summary of the market', async () => {
    await post('/insights/generate', { type: 'segment_report', model: '911' });
    await post('/insights/generate', { type: 'market_summary' });
    const { insights } = (await (await api.request(`${BASE}/insights?limit=50`)).json()) as {
      insights: { type: string; analysisDate: string }[];
    };
    const [first] = insights;
    expect(first?.type).toBe('market_summary');
    const types = insights.filter(({ analysisDate }) => analysisDate === first?.analysisDate).map(({ type }) => type);
    const places = types.map((type) => INSIGHT_TYPES.findIndex((known) => known === type));
    expect(places).toEqual(places.toSorted((left, right) => left - right));
  });

  test('the words about a prediction are as long as the reader prefers', async () => {
    const written = async (query = '') => {
      const answer = await api.request(`${BASE}/predictions?model=911&horizon=3m${query}`);
      return ((await answer.json()) as { insight: { summary: string } }).insight.summary;
    };
    const standard = await written();
    const preferences = (await (await api.request(`${BASE}/preferences`)).json()) as object;
    await api.request(`${BASE}/preferences`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...preferences, depth: 'basic' }),
    });
    const basic = await written();
    expect(basic.length).toBeLessThan(standard.length);
    expect(await written('&depth=standard')).toBe(standard);
    await api.request(`${BASE}/preferences`, { method: 'DELETE' });
    expect(await written('&depth=basic')).toBe(basic);
  });

  test('the steps of the daily run are told with their times', async () => {
    const { dailyRun } = (await (await api.request(`${BASE}/usage`)).json()) as {
      dailyRun: { day: string; steps: { step: string; market: string | null; durationMs: number }[] };
    };
    expect(dailyRun.steps.map(({ step }) => step)).toEqual(
      expect.arrayContaining(['collect', 'analyse', 'validate', 'store', 'notify']),
    );
    expect(dailyRun.steps.find(({ step }) => step === 'analyse')?.market).toBe('sold/USD');
    for (const { durationMs } of dailyRun.steps) expect(durationMs).toBeGreaterThanOrEqual(0);
  });

  test('a car is put on the list of the caller and taken off it again', async () => {
    const put = await post('/preferences/watch', { model: '911', trim: 'GT3' });
    const { watchedSegments } = (await put.json()) as { watchedSegments: string[] };
    expect(put.status).toBe(200);
    expect(watchedSegments.length).toBeGreaterThan(0);
    for (const segment of watchedSegments) expect(segment).toMatch(/^porsche\/911\/.*gt3$/);
    const again = (await (await post('/preferences/watch', { model: '911', trim: 'GT3' })).json()) as object;
    expect(again).toMatchObject({ watchedSegments });
    expect((await post('/preferences/watch', { model: 'Spaceship' })).status).toBe(422);
    const off = await post('/preferences/watch', { model: '911', trim: 'GT3', ends: true });
    expect(await off.json()).toMatchObject({ watchedSegments: [] });
    await api.request(`${BASE}/preferences`, { method: 'DELETE' });
  });

  test('a portfolio is shown to a reader who has agreed to the disclaimer in force, and to nobody else', async () => {
    const holdings = [{ model: '911' }, { model: 'Cayman', count: 2 }];
    const { version } = (await (await api.request(`${BASE}/recommendations/disclaimer`)).json()) as { version: string };
    const refused = await post('/portfolio', { holdings, consent: { userId: 'ann', disclaimerVersion: 'old' } });
    expect([refused.status, ((await refused.json()) as { error: { code: string } }).error.code]).toEqual([
      422,
      'CONSENT_NEEDED',
    ]);
    expect((await post('/portfolio', { holdings })).status).toBe(400);
    const agreed = { userId: 'ann', disclaimerVersion: version };
    const unknown = [...holdings, { model: 'Spaceship' }];
    expect((await post('/portfolio', { holdings: unknown, consent: agreed })).status).toBe(422);
    // Two years of this market are a month of returns too few: that is said, and no figure.
    const answer = await post('/portfolio', { holdings, consent: agreed });
    expect([answer.status, ((await answer.json()) as { error: object }).error]).toEqual([
      422,
      expect.objectContaining({ code: 'NOT_ENOUGH_DATA', found: 23, needed: 24 }),
    ]);
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
