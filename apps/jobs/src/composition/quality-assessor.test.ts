import { assessQuality, createMemoryStores, LLMPredictor, MarketInsightsGenerator } from '@pa/engines';
import { generateMarket } from '@pa/engines/synthetic-market';
import { afterAll, expect, test } from 'vitest';
import { createApi } from '@pa/api';
import { createQualityAssessor } from './quality-assessor.ts';

const assessor = createQualityAssessor();
afterAll(() => assessor.close());

test('assesses in another thread what the calling one would, while the timer of this one goes on', async () => {
  const { listings } = generateMarket({ preset: 'demo', seed: 3, endsOn: '2024-06-30', activeListings: 300 });
  const request = { rows: listings, asOf: '2024-06-30' };
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 1);
  const found = await assessor.assessQuality(request);
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(2);
  expect(found).toEqual(await assessQuality(request));
});

test('the API asks it', async () => {
  const stores = createMemoryStores();
  const { listings } = generateMarket({
    preset: 'demo',
    seed: 3,
    endsOn: '2024-06-30',
    activeListings: 30,
    months: 12,
  });
  await stores.listings.upsert(listings);
  const now = () => Date.parse('2024-06-30T12:00:00Z');
  const asked: number[] = [];
  const api = createApi({
    stores,
    now,
    dataset: { name: 'Synthetic market', synthetic: true },
    predictor: new LLMPredictor({ stores, now }),
    insightWriter: new MarketInsightsGenerator({ stores, now }),
    assessQuality: (request) => {
      asked.push(request.rows.length);
      return assessor.assessQuality(request);
    },
  });
  const response = await api.request('/api/analytics/llm/quality');
  const { markets } = (await response.json()) as { markets: { rowCount: number }[] };
  expect(asked).toEqual(markets.map(({ rowCount }) => rowCount));
  expect(asked.length).toBeGreaterThan(0);
});
