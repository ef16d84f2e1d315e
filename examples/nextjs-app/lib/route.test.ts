import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GET, POST } from '../app/api/analytics/llm/[[...route]]/route.ts';
import { closeAnalytics } from './analytics.ts';

const scratch = mkdtempSync(join(tmpdir(), 'pa-nextjs-'));
const base = 'http://localhost/api/analytics/llm';

function post(path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return POST(new Request(`${base}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
}

describe('the route handlers of the Next.js app', () => {
  beforeAll(async () => {
    vi.stubEnv('PA_DATA_DIR', join(scratch, 'database'));
    vi.stubEnv('DATABASE_URL', undefined);
    await GET(new Request(`${base}/overview`));
  }, 240_000);

  afterAll(async () => {
    await closeAnalytics();
    vi.unstubAllEnvs();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('answer a prediction from the sample market, and settle nothing that is not due', async () => {
    const response = await GET(new Request(`${base}/predictions?model=911&horizon=3m`));
    expect(response.status).toBe(200);
    const answer = (await response.json()) as { readonly predictions: readonly { readonly id: string }[] };
    expect(answer).toMatchObject({ status: 'ok', segment: 'porsche/911', synthetic: true });
    expect(answer.predictions).toHaveLength(1);
    const verdict = await post('predictions/validate', { predictionId: answer.predictions[0]?.id });
    expect(verdict.status).toBe(200);
    expect(await verdict.json()).toMatchObject({ status: 'pending', outcome: null });
  });

  it('list anomalies and insights of the sample market', async () => {
    for (const list of ['anomalies', 'insights']) {
      const response = await GET(new Request(`${base}/${list}`));
      expect(response.status, list).toBe(200);
      expect(await response.text(), list).toContain('"synthetic":true');
    }
  });

  it('open one database for requests at the same time', async () => {
    const statuses = await Promise.all(
      ['overview', 'segments'].map(async (path) => (await GET(new Request(`${base}/${path}`))).status),
    );
    expect(statuses).toEqual([200, 200]);
  });

  it('name the fields that are wrong', async () => {
    const response = await GET(new Request(`${base}/predictions?horizon=never`));
    expect(response.status).toBe(400);
    expect(JSON.stringify(await response.json())).toContain('horizon');
  });

  it('answer 404 for what is not there', async () => {
    const response = await GET(new Request(`${base}/nothing`));
    expect(response.status).toBe(404);
  });
});
