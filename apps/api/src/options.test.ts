import { createMemoryStores } from '@pa/engines';
import { beforeAll, expect, test } from 'vitest';
import { analysedApi } from './__fixtures__/analysed-api.ts';
import { jsonPost } from './__fixtures__/empty-api.ts';
import { API_BASE_PATH } from './create-api.ts';

let analysed: Awaited<ReturnType<typeof analysedApi>>;
beforeAll(async () => {
  analysed = await analysedApi(createMemoryStores());
});

async function ask(path: string, init?: RequestInit) {
  const response = await analysed.api.request(API_BASE_PATH + path, init);
  return { status: response.status, body: JSON.parse(await response.text()) };
}

test('values the options of a line, says of which there are too few, and chooses within a budget', async () => {
  const all = await ask('/options/value?model=911');
  expect(all.status).toBe(200);
  const disclaimer = expect.stringContaining('not advice to buy or to sell');
  expect(all.body).toMatchObject({ synthetic: true, market: { priceKind: 'sold' }, disclaimer });
  const amounts = all.body.values.map((value: { value: { amount: number } }) => value.value.amount);
  expect(amounts).toEqual([...amounts].sort((left: number, right: number) => right - left));
  const choice = await ask('/options/optimize', jsonPost({ model: '911', budget: 5_000 }));
  expect(choice.status).toBe(200);
  expect(choice.body.cost).toBeLessThanOrEqual(5_000);
  expect(choice.body).toMatchObject({ disclaimer });
});

test('knows options by the words of owners as well as by their codes', async () => {
  const { code, name } = ((await ask('/options/value?model=911')).body.values as { code: string; name: string }[])[0]!;
  for (const words of [code, code.toUpperCase(), name]) {
    const found = await ask(`/options/value?model=911&option=${encodeURIComponent(words)}`);
    expect(found.body.values, words).toMatchObject([{ code }]);
  }
  const { body } = await ask('/options/value?model=911');
  const color = (body.colors as { code: string }[])[0];
  if (color !== undefined) {
    expect((await ask(`/options/value?model=911&option=${color.code}`)).body.colors).toMatchObject([color]);
  }
});

test('gives no number where there is nothing to say one from', async () => {
  expect(await ask('/options/value?model=911&option=slant-nose')).toMatchObject({
    status: 422,
    body: { error: { code: 'NOT_ENOUGH_DATA' } },
  });
  expect((await ask('/options/value')).status).toBe(400);
});
