import { describe, expect, test } from 'vitest';
import { createMemoryStores } from '../market/memory/create-memory-stores.ts';
import { generateMarket } from '../synthetic-market/generate-market.ts';
import { recordPredictions } from './record-predictions.ts';
import { runDaily } from './run-daily.ts';

const asOf = '2026-03-31';
const now = () => Date.parse(`${asOf}T12:00:00Z`);
const { listings } = generateMarket({
  preset: 'demo',
  seed: 4,
  endsOn: '2026-06-30',
  months: 24,
  salesPerMonth: 40,
  activeListings: 20,
});
const ALL = 100_000;

async function filledStores() {
  const stores = createMemoryStores();
  await stores.listings.upsert(listings);
  return stores;
}

describe('predictions of a past day', () => {
  test('are those of an analysis of the day, and all that is kept', async () => {
    const [alone, analysed] = [await filledStores(), await filledStores()];
    const count = await recordPredictions({ stores: alone }, { asOf });
    await runDaily({ stores: analysed, now }, { asOf });
    const recorded = await alone.predictions.list({ asOf, limit: ALL });
    expect(recorded).toHaveLength(count);
    expect(count).toBeGreaterThan(10);
    const wanted = await analysed.predictions.list({ asOf, limit: ALL });
    expect(recorded.map(({ prediction }) => prediction)).toEqual(wanted.map(({ prediction }) => prediction));
    expect((await alone.anomalies.list({ limit: ALL })).anomalies).toEqual([]);
    expect(await alone.runs.lastCompleted({ run: 'daily', step: 'notify' })).toBeNull();
  }, 60_000);

  test('a second call changes nothing', async () => {
    const stores = await filledStores();
    await recordPredictions({ stores }, { asOf });
    const once = await stores.predictions.list({ asOf, limit: ALL });
    await recordPredictions({ stores }, { asOf });
    expect(await stores.predictions.list({ asOf, limit: ALL })).toEqual(once);
  }, 60_000);

  test('an aborted call records nothing more, and a day that does not exist is refused', async () => {
    const stores = await filledStores();
    const signal = AbortSignal.abort(new TypeError('stop'));
    await expect(recordPredictions({ stores }, { asOf, signal })).rejects.toThrow('stop');
    expect(await stores.predictions.list({ asOf, limit: ALL })).toEqual([]);
    await expect(recordPredictions({ stores }, { asOf: '2026-02-30' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});
