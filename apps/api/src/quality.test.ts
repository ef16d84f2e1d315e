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
