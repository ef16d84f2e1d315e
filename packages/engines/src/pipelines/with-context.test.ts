import { beforeAll, expect, it } from 'vitest';
import { analysedMarket } from './testing/analysed-market.ts';

let market: Awaited<ReturnType<typeof analysedMarket>>;
beforeAll(async () => {
  market = await analysedMarket();
});

it('stores with every prediction of a run what it rests on, as its text tells it', async () => {
  const entries = await market.stores.predictions.list({ limit: 1000 });
  expect(entries.length).toBeGreaterThan(10);
  for (const { prediction } of entries) {
    expect(prediction.context?.keyAssumptions.length).toBeGreaterThan(1);
    const denied = prediction.context?.riskFactors.some((risk) => risk.includes('has not beaten'));
    expect(denied).toBe(!prediction.hasSkill);
    for (const fact of prediction.context?.marketConditions ?? []) expect(fact.id).toMatch(/^history\./);
  }
  const line = entries.find(({ prediction }) => prediction.segment === 'porsche/911');
  const ids = line?.prediction.context?.marketConditions.map(({ id }) => id);
  expect(ids).toContain('history.index_change.12m');
});
