import { beforeAll, describe, expect, it } from 'vitest';
import { createMemoryStores } from '../../../market/memory/create-memory-stores.ts';
import { generateMarket } from '../../../synthetic-market/generate-market.ts';
import { ANALYST_TOOLS } from '../all-tools.ts';
import type { ToolContext } from '../analyst-tool.ts';
import { builtInInterpreter } from './built-in-interpreter.ts';

const asOf = '2026-06-30';
let context: ToolContext;
beforeAll(async () => {
  const stores = createMemoryStores();
  await stores.listings.upsert(
    generateMarket({ preset: 'demo', seed: 8, endsOn: asOf, months: 12, salesPerMonth: 80 }).listings,
  );
  context = { stores, market: { priceKind: 'sold', currency: 'USD' }, asOf } as unknown as ToolContext;
});

const interpret = (question: string) =>
  builtInInterpreter().interpret(question, { turns: [], tools: ANALYST_TOOLS, context });

const days = (from: string, to: string) => ({ filter: { days: { from, to } } });

describe('times in everyday words', () => {
  it.each([
    ['how many 911s sold between 2025-02-01 and 2025-04-30', days('2025-02-01', '2025-04-30')],
    ['how many 911s sold from 1 February 2025 to April 30th, 2025', days('2025-02-01', '2025-04-30')],
    ['how many 911s sold since March', { filter: { days: { from: '2026-03-01' } } }],
    ['how many 911s sold last quarter', days('2026-01-01', '2026-03-31')],
    ['how many 911s sold in the last quarter', days('2026-03-31', asOf)],
    ['how many 911s sold this quarter', days('2026-04-01', asOf)],
    ['how many 911s sold in H2 2025', days('2025-07-01', '2025-12-31')],
    ['how many 911s sold in the summer of 2025', days('2025-06-01', '2025-08-31')],
    ['how many 911s sold last winter', days('2025-12-01', '2026-02-28')],
    ['how many 911s sold in the first three months of 2026', days('2026-01-01', '2026-03-31')],
    ['how many 911s sold by the end of 2024', { filter: { days: { to: '2024-12-31' } } }],
    ['avg price macan gts 2025', days('2025-01-01', '2025-12-31')],
    ['price of a macan gts 2019', { filter: { modelYear: { atLeast: 2019, atMost: 2019 } } }],
    ['median for 2017 and 2018 Macan GTS', { filter: { modelYear: { atLeast: 2017, atMost: 2018 } } }],
    ['how many 2016 cars were sold', { filter: { modelYear: { atLeast: 2016, atMost: 2016 } } }],
    ['what do Taycans from model year 2022 on go for', { filter: { modelYear: { atLeast: 2022 } } }],
  ])('%s', async (question, wanted) => {
    expect(await interpret(question)).toMatchObject({ kind: 'call', arguments: wanted });
  });
});

describe('numbers and bounds in everyday words', () => {
  it.each([
    ['how many sales had a mileage below 10k', { filter: { miles: { below: 10_000 } } }],
    ['how many 911s with 10k miles or less were sold', { filter: { miles: { atMost: 10_000 } } }],
    [
      'median price of Boxsters with 20,000 to 40,000 miles',
      { filter: { miles: { atLeast: 20_000, atMost: 40_000 } } },
    ],
    ['how many Porsches sold for under ten thousand dollars', { filter: { price: { below: 10_000 } } }],
    ['ninety-fifth percentile of Macan prices', { question: 'p95-price' }],
    ['what do 10% of Macan sales stay under', { question: 'p10-price' }],
    ['interquartile bounds of Macan prices', { question: 'middle-half-price' }],
    ['how low have Macan prices gone at the lowest', { question: 'lowest-price' }],
    ['lowest mileage on any Macan that was sold', { question: 'lowest-miles' }],
    ['how much have all the Taycans sold for altogether', { question: 'sum-price' }],
    ['how many non-black Cayennes were sold', { filter: { model: 'Cayenne', except: { colors: ['black'] } } }],
    ['median price of private-party Macan sales', { filter: { sellerType: 'private' } }],
    ['what percent of Macans are silver or gray', { shareOf: { among: { colors: ['silver', 'gray'] } } }],
    ['of the cars sold in California, what share were 911s', { filter: { region: 'ca' }, shareOf: { model: '911' } }],
    ['is $40,000 too much for a Macan GTS?', { question: 'share', shareOf: { price: { below: 40_000 } } }],
    ['how popular is white on the Macan', { question: 'share', shareOf: { color: 'white' } }],
    ['hello there! what is the damage for a Macan GTS?', { question: 'median-price', filter: { trim: 'GTS' } }],
  ])('%s', async (question, wanted) => {
    expect(await interpret(question)).toMatchObject({ kind: 'call', tool: 'measure', arguments: wanted });
  });
});

describe('wishes in everyday words', () => {
  it.each([
    ['Which state buys the most 911s?', 'rank', { by: 'region', question: 'count', limit: 1 }],
    ['name the three states with the most Taycan sales', 'rank', { by: 'region', limit: 3 }],
    ['rarest color on a 911', 'rank', { by: 'color', direction: 'lowest' }],
    ['average price by state for the Macan', 'rank', { by: 'region', question: 'mean-price', limit: 10 }],
    ['does colour affect the price of 911s', 'rank', { by: 'color', question: 'median-price', limit: 10 }],
    ['when were most 911s sold?', 'rank', { by: 'month' }],
    ['what is the best selling Porsche?', 'rank', { by: 'model', question: 'count' }],
    ['do manual 911s sell for more?', 'compare', { right: { filter: { except: { transmissions: ['manual'] } } } }],
    ['who sells more 911s, dealers or private sellers?', 'compare', { question: 'count' }],
    ['what is the ratio of manual to automatic 911s', 'compare', { question: 'count' }],
    ['which is more expensive, a Cayman or a Boxster?', 'compare', { question: 'median-price' }],
    ['which colour of GT3 sells for the most', 'rank', { by: 'color', question: 'median-price' }],
    ['is white the most common colour?', 'rank', { by: 'color', filter: {} }],
    ['which cars sold above 500k', 'list', { rows: 'sales', filter: { price: { above: 500_000 } } }],
    ['has the Macan got cheaper since last year?', 'trend', { model: 'Macan' }],
    ['median GT3 RS price per year', 'rank', { by: 'year', question: 'median-price' }],
    ['which 911 GT3s have been listed this month', 'list', { rows: 'offers', filter: { trim: 'GT3' } }],
    ['which listings are priced suspiciously low', 'anomalies', { answer: 'list', type: 'undervalued' }],
    ['which cars are the best value', 'anomalies', { type: 'undervalued' }],
    ['how many high severity findings are there', 'anomalies', { answer: 'count', severity: 'high' }],
    ['is anything wrong with the Cayenne listings', 'anomalies', { model: 'Cayenne' }],
    ['what if there were 50% more Taycans on the market?', 'what_if', { model: 'Taycan', supplyChange: 0.5 }],
    ['what did the last Macan sell for', 'list', { rows: 'sales', order: 'day' }],
    ['where can I find a cheap Boxster', 'list', { rows: 'offers', order: 'price', direction: 'ascending' }],
    ['any Caymans in Oregon?', 'list', { rows: 'offers', filter: { model: 'Cayman', region: 'or' } }],
    ['what can I get for 40k?', 'list', { rows: 'offers', filter: { price: { atMost: 40_000 } } }],
    ['which Macans are on offer with the lowest mileage?', 'list', { order: 'miles', limit: 5 }],
    ['top 10 sales of 2025', 'list', { rows: 'sales', order: 'price', limit: 10 }],
    ['are prices going up or down?', 'trend', {}],
    ['what will prices do over the next year?', 'predict', { horizons: ['1y'] }],
    ['what would happen to Macan prices if supply doubled', 'what_if', { supplyChange: 1 }],
    ['does a sunroof hurt resale on a 911?', 'option_value', { option: 'sunroof' }],
  ])('%s', async (question, tool, wanted) => {
    expect(await interpret(question)).toMatchObject({ kind: 'call', tool, arguments: wanted });
  });

  it.each([
    ['how does the price of the GT3 change with mileage?', 'clarify'],
    ['which colour holds its value best?', 'clarify'],
    ['what is my car worth?', 'clarify'],
    ['how many different 911 trims are there', 'clarify'],
    ['how long does it take to sell a Macan?', 'unknown'],
    ['what will interest rates do next year?', 'unknown'],
    ['should I put winter tires on my 911?', 'unknown'],
  ])('%s is not answered with another figure', async (question, kind) => {
    expect(await interpret(question)).toMatchObject({ kind });
  });
});
