import { createMemoryStores } from '@pa/engines';
import { investmentDisclaimer } from '@pa/engines/insights';
import { expect, test } from 'vitest';
import { analysedApi } from './__fixtures__/analysed-api.ts';
import { FIXTURE_DAY, jsonPost } from './__fixtures__/empty-api.ts';
import { API_BASE_PATH } from './create-api.ts';

test('a portfolio tells what it risks, what each car weighs in it, and how long selling takes', async () => {
  const { api } = await analysedApi(createMemoryStores(), { months: 30 });
  const disclaimer = investmentDisclaimer();
  const answer = await api.request(
    `${API_BASE_PATH}/portfolio`,
    jsonPost({
      holdings: [
        { model: '911', amount: 300_000 },
        { model: 'Cayman', count: 2, amount: 100_000 },
      ],
      consent: { userId: 'ann', disclaimerVersion: disclaimer.version },
    }),
  );
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const body = (await answer.json()) as {
    positions: { name: string; heldWeight: number; leastVarianceWeight: number; monthsToSell: number }[];
  };
  expect(body).toMatchObject({ asOf: FIXTURE_DAY, currency: 'USD', amount: 400_000, synthetic: true, disclaimer });
  expect(body.positions.map(({ name, heldWeight }) => [name, heldWeight])).toEqual([
    ['Porsche 911', 0.75],
    ['Porsche Cayman', 0.25],
  ]);
  expect(body.positions.reduce((sum, { leastVarianceWeight }) => sum + leastVarianceWeight, 0)).toBeCloseTo(1, 9);
  for (const { monthsToSell } of body.positions) expect(monthsToSell).toBeGreaterThan(0);
}, 120_000);
