import { describe, expect, test } from 'vitest';
import { emptyApi } from './__fixtures__/empty-api.ts';
import { stockedApi } from './__fixtures__/stocked-api.ts';
import { API_BASE_PATH } from './create-api.ts';

describe('data quality', () => {
  test('says of each market what is wrong', async () => {
    const { api } = await stockedApi();
    const response = await api.request(`${API_BASE_PATH}/quality`);
    expect(response.status).toBe(200);
    const { markets } = (await response.json()) as { markets: { rowCount: number; issues: { code: string }[] }[] };
    expect(markets.length).toBeGreaterThan(0);
    expect(markets[0]!.rowCount).toBeGreaterThan(0);
    for (const { code } of markets[0]!.issues) expect(code).toMatch(/^[a-z_]+$/);
  });

  test('answers for an empty store, and refuses a market that is none', async () => {
    const { api } = await emptyApi();
    const empty = await api.request(`${API_BASE_PATH}/quality`);
    expect(await empty.json()).toEqual({ markets: [] });
    expect((await api.request(`${API_BASE_PATH}/quality?market=gold/USD`)).status).toBe(400);
  });
});

test('verdicts are held against severities', async () => {
  const { api } = await stockedApi();
  const { anomalies } = (await (await api.request(`${API_BASE_PATH}/anomalies`)).json()) as {
    anomalies: { id: string; severity: string; confirmationProbability: number }[];
  };
  const [first] = anomalies;
  const before = await (await api.request(`${API_BASE_PATH}/anomalies/verdicts`)).json();
  const resolved = await api.request(`${API_BASE_PATH}/anomalies/resolve`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: first!.id, status: 'resolved' }),
  });
  expect(resolved.status).toBe(200);
  type Row = { severity: string; judged: number; confirmed: number };
  const rowOf = (body: unknown) =>
    (body as { severities: Row[] }).severities.find(({ severity }) => severity === first!.severity)!;
  const after = await (await api.request(`${API_BASE_PATH}/anomalies/verdicts`)).json();
  expect(rowOf(after).judged).toBe(rowOf(before).judged + 1);
  expect(rowOf(after).confirmed).toBe(rowOf(before).confirmed + 1);
});
