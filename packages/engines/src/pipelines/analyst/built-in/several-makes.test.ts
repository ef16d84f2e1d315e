import { beforeAll, describe, expect, it } from 'vitest';
import { sampleSale } from '../../../contract-suites/sample-listing.ts';
import { createMemoryStores } from '../../../market/memory/create-memory-stores.ts';
import { vehicleNamed } from '../../../market/vehicle.ts';
import { ANALYST_TOOLS } from '../all-tools.ts';
import type { ToolContext } from '../analyst-tool.ts';
import { builtInInterpreter } from './built-in-interpreter.ts';

const asOf = '2026-06-30';
const CARS = [
  ['Porsche', '911', '993', 'Carrera'],
  ['Porsche', 'Boxster', '986', 'S'],
  ['BMW', 'M3', null, null],
  ['BMW', '2002', null, null],
  ['Mercedes-Benz', 'SL500', null, null],
  ['Lexus', 'IS', null, null],
  ['Nissan', 'Prince', null, null],
  ['Ford', 'Model', null, 'A'],
  ['Ford', 'Mustang', null, 'GT'],
  ['Toyota', 'Land Cruiser', null, null],
  ['Toyota', 'Land Cruiser', null, null],
  ['Studebaker', 'Land Cruiser', null, null],
  ['Ferrari', 'California', null, 'T'],
] as const;

let context: ToolContext;
beforeAll(async () => {
  const stores = createMemoryStores();
  await stores.listings.upsert(
    CARS.map(([make, model, generation, trim], at) =>
      sampleSale(at + 1, {
        endedOn: '2026-03-01',
        price: { kind: 'sold', amount: 30_000, currency: 'USD' },
        changes: {
          vehicle: vehicleNamed({ make, model, generation, trim }),
        },
      }),
    ),
  );
  context = { stores, market: { priceKind: 'sold', currency: 'USD' }, asOf } as unknown as ToolContext;
});

const interpret = (question: string) =>
  builtInInterpreter().interpret(question, { turns: [], tools: ANALYST_TOOLS, context });

describe('a question to a market of several makes', () => {
  it.each([
    ['median price of a Toyota Land Cruiser', { make: 'Toyota', model: 'Land Cruiser' }],
    ['median price of land cruisers', { make: 'Toyota', model: 'Land Cruiser' }],
    ['what is the price of a BMW 2002?', { make: 'BMW', model: '2002' }],
    ['median price of the Lexus IS', { make: 'Lexus', model: 'IS' }],
    ['what does a Ford Model A cost', { make: 'Ford', model: 'Model', trim: 'A' }],
    ['average price of a 1967 mustang', { make: 'Ford', model: 'Mustang', modelYear: { atLeast: 1967, atMost: 1967 } }],
    ['how many Mercs were sold', { make: 'Mercedes-Benz' }],
    ['median price of Porsches', { make: 'Porsche' }],
    ['median price of everything except Porsche', { except: { makes: ['Porsche'] } }],
    ['how many Porsches and BMWs were sold', { among: { makes: ['Porsche', 'BMW'] } }],
    ['median price of a 993', { make: 'Porsche', model: '911', generation: '993' }],
    ['how many mustangs were sold in California', { make: 'Ford', model: 'Mustang', region: 'ca' }],
  ])('%s', async (question, filter) => {
    expect(await interpret(question)).toMatchObject({ kind: 'call', tool: 'measure', arguments: { filter } });
  });

  it('sets makes against each other', async () => {
    expect(await interpret('which is more expensive, a Mercedes or a BMW?')).toMatchObject({
      tool: 'compare',
      arguments: {
        question: 'median-price',
        left: { filter: { make: 'Mercedes-Benz' } },
        right: { filter: { make: 'BMW' } },
      },
    });
    expect(await interpret('what share of the Porsches sold are 911s')).toMatchObject({
      arguments: { question: 'share', filter: { make: 'Porsche' }, shareOf: { model: '911' } },
    });
  });

  it('reads kinds of things as kinds, and words as words', async () => {
    expect(await interpret('which Ford model sells most?')).toMatchObject({
      tool: 'rank',
      arguments: { by: 'model', filter: { make: 'Ford' } },
    });
    const question = 'what is a good price for a Boxster S, is it a lot?';
    expect(await interpret(question)).toMatchObject({ arguments: { filter: { model: 'Boxster', trim: 'S' } } });
  });
});
