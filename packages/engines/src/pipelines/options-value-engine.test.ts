import { expect, it } from 'vitest';
import { createMemoryStores } from '../market/memory/create-memory-stores.ts';
import { generateMarket } from '../synthetic-market/generate-market.ts';
import { OptionsValueEngine } from './options-value-engine.ts';

const ENDS_ON = '2026-06-30';

it('values options from stored sales and chooses among those with a list price', async () => {
  const stores = createMemoryStores();
  const { listings } = generateMarket({
    preset: 'hard',
    seed: 4,
    endsOn: ENDS_ON,
    months: 15,
    salesPerMonth: 80,
    activeListings: 0,
  });
  await stores.listings.upsert(listings);
  const engine = new OptionsValueEngine({ stores, now: () => Date.parse(`${ENDS_ON}T12:00:00Z`) });
  expect(await engine.analyzeOptionValue('pccb', { model: '911' })).toMatchObject({ status: 'ok', code: 'pccb' });
  expect(await engine.analyzeOptionValue('pccb', { model: '928' })).toMatchObject({ status: 'not-enough-data' });
  const ladder = await engine.analyzeOptionLadder({ model: '911' });
  expect(ladder).toMatchObject({ status: 'ok', synthetic: true });
  expect(await engine.analyzeOptionLadder({ model: '911' })).toBe(ladder);
  const choice = await engine.chooseOptions({ model: '911' }, { budget: 10_000 });
  expect(choice).toMatchObject({ status: 'ok', selection: { status: 'ok' } });
  if (choice.status !== 'ok' || choice.selection.status !== 'ok') return;
  expect(choice.selection.cost).toBeLessThanOrEqual(10_000);
  expect(choice.selection.gain).toBeGreaterThanOrEqual(0);
});
