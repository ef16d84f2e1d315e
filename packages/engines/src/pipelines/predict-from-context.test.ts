import { expect, it } from 'vitest';
import { createMemoryStores } from '../market/memory/create-memory-stores.ts';
import { generateMarket } from '../synthetic-market/index.ts';
import { LLMPredictor } from './llm-predictor.ts';

const AS_OF = '2026-06-30';
const { listings } = generateMarket({ preset: 'demo', seed: 3, endsOn: AS_OF, months: 36, salesPerMonth: 60 });
const context = {
  currentListings: listings.filter(({ status }) => status === 'active'),
  historicalSales: listings,
  marketConditions: [{ name: 'policy rate', value: 0.0375, unit: '%', source: 'a central bank' }],
  seasonality: [{ month: 9, effect: 0.012 }],
};

it('predicts from rows that the caller brings, and keeps nothing', async () => {
  const stores = createMemoryStores();
  const predictor = new LLMPredictor({ stores, now: () => Date.parse(`${AS_OF}T12:00:00Z`) });
  const request = { model: '911', horizons: ['3m'], asOf: AS_OF, depth: 'detailed' } as const;
  const answer = await predictor.predictPrices({ ...request, context });
  if (answer.status !== 'ok') throw new TypeError(answer.reason);
  expect(answer.predictions[0]).toMatchObject({ asOf: AS_OF, horizon: '3m', model: '911' });
  expect(answer.insight.summary).toMatch(/policy rate at 3\.8%, effect of the target month at 1\.2%/);
  expect(answer.marketConditions.map(({ value }) => value)).toContain(0.0375);
  expect(answer.keyAssumptions.length).toBeGreaterThan(1);
  expect(answer.riskFactors.every(({ kind }) => kind === 'statement')).toBe(true);
  expect(await stores.insights.list({})).toEqual([]);
  expect(await stores.predictions.list({})).toEqual([]);
  expect(await predictor.predictPrices({ ...request, context })).toEqual(answer);
});

it('refuses a context without a sale', async () => {
  const predictor = new LLMPredictor({ stores: createMemoryStores(), now: () => 0 });
  const request = { model: '911', horizons: ['3m'], asOf: AS_OF } as const;
  await expect(
    predictor.predictPrices({ ...request, context: { currentListings: [], historicalSales: [] } }),
  ).rejects.toThrow(/no finished sale/);
});
