import { expect, it } from 'vitest';
import { isSale, type Listing } from '../market/listing.ts';
import { createMemoryStores } from '../market/memory/create-memory-stores.ts';
import { generateMarket } from '../synthetic-market/generate-market.ts';
import type { DailyContext } from './daily/daily-context.ts';
import { valueOptions } from './daily/value-options.ts';
import { type OptionComputer, optionComputer } from './option-computer.ts';
import { readingOptions } from './read-listing-options.ts';
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
  expect(await engine.analyzeOptionValue('pccb', { model: '911', trim: 'Warp' })).toMatchObject({
    status: 'not-enough-data',
    reason: 'no sales of Porsche 911 Warp are stored',
  });
  await expect(engine.chooseOptions({ model: '911' }, { neverChoose: ['warp'] })).rejects.toThrow('code "warp"');
  const ladder = await engine.analyzeOptionLadder({ model: '911' });
  expect(ladder).toMatchObject({ status: 'ok', synthetic: true });
  expect(await engine.analyzeOptionLadder({ model: '911' })).toBe(ladder);
  const choice = await engine.chooseOptions({ model: '911' }, { budget: 10_000 });
  expect(choice).toMatchObject({ status: 'ok', selection: { status: 'ok' } });
  if (choice.status !== 'ok' || choice.selection.status !== 'ok') return;
  expect(choice.selection.cost).toBeLessThanOrEqual(10_000);
  expect(choice.selection.gain).toBeGreaterThanOrEqual(0);
});

it('reads options that only the words of a listing name, and the ladder that the daily run has left', async () => {
  const stores = createMemoryStores();
  const { listings } = generateMarket({
    preset: 'hard',
    seed: 5,
    endsOn: ENDS_ON,
    months: 12,
    salesPerMonth: 30,
    activeListings: 0,
  });
  const silent = listings.map((listing): Listing => ({ ...listing, optionCodes: [] }));
  await readingOptions(stores).upsert(silent);
  const computed = { ladders: 0 };
  const counting: OptionComputer = {
    ...optionComputer,
    ladder: (market) => {
      computed.ladders += 1;
      return optionComputer.ladder(market);
    },
  };
  const now = () => Date.parse(`${ENDS_ON}T12:00:00Z`);
  const engine = new OptionsValueEngine({ stores, now, optionComputer: counting });
  const asked = await Promise.all([
    engine.analyzeOptionLadder({ model: '911' }),
    engine.analyzeOptionLadder({ model: '911' }),
  ]);
  expect(computed.ladders).toBe(1);
  const [ladder] = asked;
  expect(ladder?.status === 'ok' && ladder.values.map(({ code }) => code)).toContain('bose');

  const context: DailyContext = {
    dependencies: { stores, now, optionComputer: counting },
    asOf: ENDS_ON,
    dryRun: false,
    signal: undefined,
    onProgress: () => undefined,
    steps: [],
  };
  const market = { priceKind: 'sold' as const, currency: 'USD' as const };
  const sales = silent.filter((listing) => isSale(listing));
  await valueOptions(context, {
    market,
    dataHash: 'rows',
    rows: async () => ({ sales, activeListings: [], endedOffers: [] }),
  });
  const before = computed.ladders;
  const later = new OptionsValueEngine({ stores, now, optionComputer: counting });
  const told = await later.analyzeOptionLadder({ model: '911' });
  expect(computed.ladders).toBe(before);
  // What is stored is plain JSON.
  expect(told).toEqual(JSON.parse(JSON.stringify(ladder)));
  expect(await later.analyzeOptionValue('bose', { model: '911' })).toMatchObject({ code: 'bose' });
});
