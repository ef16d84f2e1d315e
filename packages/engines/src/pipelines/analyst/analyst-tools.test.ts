import { beforeAll, describe, expect, it } from 'vitest';
import { createMemoryStores } from '../../market/memory/create-memory-stores.ts';
import { factSheet } from '../../narrate/fact-sheet.ts';
import { fillSlots } from '../../narrate/fill-slots.ts';
import type { MarketData } from '../../market/ports/market-data.ts';
import { generateMarket } from '../../synthetic-market/generate-market.ts';
import type { AnalystTool, ToolAnswer, ToolContext } from './analyst-tool.ts';
import { compareTool } from './tools/compare-tool.ts';
import { listTool } from './tools/list-tool.ts';
import { measureTool } from './tools/measure-tool.ts';
import { rankTool } from './tools/rank-tool.ts';
import { anomalyTool } from './tools/anomaly-tool.ts';
import { definitionTool, GLOSSARY } from './tools/definition-tool.ts';
import { forecastPathTool } from './tools/forecast-path-tool.ts';
import { predictTool } from './tools/predict-tool.ts';
import { trendTool } from './tools/trend-tool.ts';
import { comparablesTool, valueTool } from './tools/value-tool.ts';
import { accuracyTool } from './tools/accuracy-tool.ts';
import { correlationTool } from './tools/correlation-tool.ts';
import { bestOptionsTool, optionValueTool } from './tools/option-tools.ts';
import { seasonTool } from './tools/season-tool.ts';
import { whatIfTool } from './tools/what-if-tool.ts';
import { watchTool } from './tools/watch-tool.ts';
import { MarketAnalysisEngine } from '../market-analysis-engine.ts';
import { OptionsValueEngine } from '../options-value-engine.ts';
import { runDaily } from '../run-daily.ts';
import { createAnalysisReader } from '../stored-analysis.ts';
import { CarValuer } from '../value-car.ts';

let context: ToolContext;
let marketData: MarketData;
beforeAll(async () => {
  const stores = createMemoryStores();
  marketData = stores.marketData;
  await stores.listings.upsert(
    generateMarket({ preset: 'demo', seed: 3, endsOn: '2026-06-30', months: 14, salesPerMonth: 60 }).listings,
  );
  const dependencies = { stores, now: () => Date.parse('2026-06-30T12:00:00Z') };
  await runDaily(dependencies, { asOf: '2026-06-30' });
  context = {
    stores,
    market: { priceKind: 'sold', currency: 'USD' },
    asOf: '2026-06-30',
    analyses: createAnalysisReader(stores),
    valuer: new CarValuer(dependencies),
    engine: new MarketAnalysisEngine(dependencies),
    options: new OptionsValueEngine(dependencies),
  };
});

async function answer(tool: AnalystTool, toolArguments: unknown): Promise<ToolAnswer> {
  const result = await tool.run(toolArguments, context);
  if (result.status !== 'ok') throw new TypeError(JSON.stringify(result));
  return result;
}

/** The text of an answer; fails where a claim of it is not proved. */
function textOf({ template, facts }: ToolAnswer): string {
  const filled = fillSlots(template, factSheet(facts));
  expect(filled, JSON.stringify(filled) + template).toMatchObject({ status: 'ok' });
  return filled.status === 'ok' ? filled.text : '';
}

const filters = [
  {},
  { model: '911' },
  { model: '911', generation: '991', trim: 'Carrera S', transmission: 'manual' },
  { model: 'Cayman', color: 'white', miles: { below: 60_000 } },
  { model: '911', modelYear: { atLeast: 2016, atMost: 2019 }, price: { above: 50_000, atMost: 250_000 } },
  { model: 'Boxster', region: 'ca', sellerType: 'dealer', days: { from: '2025-09-01', to: '2026-03-31' } },
  { body: 'cabriolet', optionCodes: ['sport-chrono'] },
  { model: 'Zeppelin' },
];

describe('tools over the stored analysis', () => {
  it('predict, follow indices, list anomalies and value cars, and every claim is proved', async () => {
    const answers = [
      await answer(predictTool, { model: '911', horizons: ['3m', '1y'] }),
      await answer(predictTool, { model: 'Cayman', horizons: ['1m', '3m', '6m', '1y'] }),
      await answer(trendTool, { model: '911' }),
      await answer(anomalyTool, { answer: 'count', type: 'undervalued' }),
      await answer(anomalyTool, { model: '911', severity: 'critical' }),
      await answer(anomalyTool, {}),
      await answer(valueTool, { model: '911', trim: 'Carrera S', modelYear: 2017, mileage: 21_000 }),
      await answer(comparablesTool, { model: '911', trim: 'Carrera S', modelYear: 2017, mileage: 21_000 }),
    ];
    const further = [
      await answer(forecastPathTool, { model: '911' }),
      await answer(watchTool, { model: '911' }),
      ...(await Promise.all(Object.keys(GLOSSARY).map((term) => answer(definitionTool, { term })))),
    ];
    for (const found of [...answers, ...further]) textOf(found);
    expect(further[0]?.headline).toHaveLength(12);
    const [prediction] = await context.stores.predictions.list({ segment: 'porsche/911', horizon: '3m', limit: 1 });
    expect(answers[0]?.headline[0]).toBe(prediction?.prediction.predictedPrice);
    expect(answers[7]?.rows.length).toBeGreaterThanOrEqual(5);
  });

  it('tell seasons, correlations, what-ifs, accuracy and options, and every claim is proved', async () => {
    const asked: readonly (readonly [AnalystTool, unknown])[] = [
      [seasonTool, { model: '911' }],
      [correlationTool, { segments: [{ model: '911' }] }],
      [correlationTool, { segments: [{ model: '911' }, { model: 'Cayman' }] }],
      [whatIfTool, { model: '911', horizon: '6m', ratePoints: 1 }],
      [whatIfTool, { model: '911', horizon: '1y', supplyChange: -0.5 }],
      [whatIfTool, { model: '911' }],
      [accuracyTool, {}],
      [optionValueTool, { model: '911', option: 'pccb' }],
      [bestOptionsTool, { model: '911', budget: 10_000 }],
    ];
    for (const [tool, toolArguments] of asked) {
      const result = await tool.run(toolArguments, context);
      if (result.status === 'ok') textOf(result);
      else expect(result.status, tool.name).toBe('not-enough-data');
    }
    const base = await answer(whatIfTool, { model: '911', horizon: '6m' });
    expect(base.headline[0]).toBe(base.headline[1]);
  });

  it('tell of anomalies by their cause, all of them of that cause', async () => {
    const { anomalies } = await context.stores.anomalies.list({ status: 'active', limit: 1000 });
    const counts = new Map<string, number>();
    for (const { cause } of anomalies) counts.set(cause, (counts.get(cause) ?? 0) + 1);
    expect(counts.get('scam') ?? 0).toBeGreaterThan(0);
    for (const cause of ['scam', 'stale_listing', 'duplicate', 'relisted']) {
      const found = await answer(anomalyTool, { answer: 'count', cause });
      expect(found.headline, cause).toEqual([counts.get(cause) ?? 0]);
      textOf(found);
      textOf(await answer(anomalyTool, { cause, model: '911' }));
    }
  });

  it('tell how settled predictions did, and every claim is proved', async () => {
    const overall = { count: 144, medianError: 0.021, naiveMedianError: 0.018, within10: 1 };
    const coverage = [{ confidenceLevel: 0.9, share: 0.979 }];
    const reportAccuracy = async () => ({ settledCount: 144, openCount: 1_628, overall: { ...overall, coverage } });
    const engine = { ...context.engine, reportAccuracy } as unknown as MarketAnalysisEngine;
    const found = await accuracyTool.run({}, { ...context, engine });
    if (found.status !== 'ok') throw new TypeError(found.status);
    expect(textOf(found)).toContain('The 90% intervals held 97.9% of the prices.');
  });

  it('tell of an option that takes off the price, and of one that may do either', async () => {
    for (const [lower, amount, upper] of [
      [-8_965, -8_210, -7_449],
      [-800, -100, 600],
    ]) {
      const analyzeOptionValue = async () => ({
        status: 'ok',
        name: 'Porsche Doppelkupplung (PDK)',
        value: { amount, interval: { confidenceLevel: 0.9, lower, upper } },
        withCount: 1_932,
        withoutCount: 714,
      });
      const options = { analyzeOptionValue } as unknown as OptionsValueEngine;
      const found = await optionValueTool.run({ model: '911', option: 'pdk' }, { ...context, options });
      if (found.status !== 'ok') throw new TypeError(found.status);
      expect(textOf(found)).toContain(`to ${upper! < 0 ? '-' : ''}$${Math.abs(upper!).toLocaleString('en-US')}`);
    }
  });

  it('name everything a car was valued with, and what could not be counted', async () => {
    const car = { model: '911', trim: 'Carrera S', modelYear: 2017, mileage: 21_000, transmission: 'manual' };
    const found = await answer(valueTool, { ...car, color: 'silver', optionCodes: ['pccb'] });
    const [first] = textOf(found).split(' is worth ');
    expect(first).toMatch(/with 21,000 miles, manual gearbox, silver paint and Porsche Ceramic Composite Brakes/);
    expect(textOf(await answer(valueTool, { ...car, color: 'heliotrope' }))).toContain(
      'Not counted, because too few sales have it: “heliotrope”.',
    );
  });

  it('say what they do not know', async () => {
    expect(await predictTool.run({ model: 'Zeppelin' }, context)).toMatchObject({ status: 'unknown' });
    expect(await trendTool.run({ model: 'Zeppelin' }, context)).toMatchObject({ status: 'unknown' });
    expect(await valueTool.run({ model: 'Zeppelin', modelYear: 2000 }, context)).toMatchObject({ status: 'unknown' });
  });
});

describe('tools over rows', () => {
  it('say what they found, and every claim is proved', async () => {
    for (const filter of filters) {
      for (const rows of ['sales', 'offers']) {
        for (const question of ['count', 'median-price', 'mean-price', 'highest-price', 'median-miles']) {
          textOf(await answer(measureTool, { rows, question, filter }));
        }
        textOf(await answer(measureTool, { rows, question: 'share', filter, shareOf: { transmission: 'manual' } }));
        for (const tool of [listTool, rankTool]) {
          const by = tool === rankTool ? { by: 'model', question: 'median-price', limit: 3 } : { order: 'price' };
          const result = await tool.run({ rows, filter, ...by }, context);
          if (result.status === 'ok') textOf(result);
          else expect(result.status).toBe('not-enough-data');
        }
      }
    }
    const sides = { left: { filter: { model: '911' } }, right: { filter: { model: 'Cayman' } } };
    for (const question of ['count', 'median-price', 'mean-miles']) {
      textOf(await answer(compareTool, { question, ...sides }));
    }
  });

  it('answer a question with the unrounded figure, its rows and its period', async () => {
    const found = await answer(measureTool, { question: 'median-price', filter: { model: 'Cayman' } });
    const sales = [];
    for await (const sale of marketData.sales(context)) {
      if (sale.vehicle.model === 'Cayman') sales.push(sale);
    }
    const prices = sales.map(({ price }) => price.amount).sort((left, right) => left - right);
    const middle = (prices[Math.floor((prices.length - 1) / 2)]! + prices[Math.ceil((prices.length - 1) / 2)]!) / 2;
    expect(found).toMatchObject({ headline: [middle], n: sales.length, filter: { model: 'Cayman' } });
    expect(found.period).toEqual({ from: sales[0]!.endedOn, to: sales.at(-1)!.endedOn });
    expect(found.rows).toHaveLength(5);
    expect(textOf(found)).toMatch(/^Cayman, sold from .+ to .+: a median price of \$[\d,]+, on \d+ sales\.$/);
  });

  it('compare two sets, and refuse where one has nothing', async () => {
    const left = { filter: { model: '911' } };
    const both = await answer(compareTool, { left, right: { filter: { model: 'Boxster' } } });
    expect(both.headline).toHaveLength(2);
    expect(textOf(both)).toMatch(/The former is .+ the latter\.$/);
    expect(await compareTool.run({ left, right: { filter: { model: 'Zeppelin' } } }, context)).toMatchObject({
      status: 'not-enough-data',
    });
  });

  it('take nothing that is not of their form', async () => {
    for (const bad of [
      { question: 'drop table listings' },
      { question: 'count', filter: { sql: '1=1' } },
      { question: 'count', filter: { model: '911' }, asOf: '2030-01-01' },
      { question: 'count', market: { priceKind: 'wholesale', currency: 'USD' } },
    ]) {
      expect(() => measureTool.run(bad, context)).toThrow(/invalid|unrecognized/i);
    }
  });
});

describe('statistics of rows', () => {
  it('are those of the rows themselves, and every claim is proved', async () => {
    const filter = { model: '911', days: { from: '2025-09-01' } };
    const prices: number[] = [];
    for await (const sale of marketData.sales({ market: context.market, asOf: context.asOf, from: '2025-09-01' })) {
      if (sale.vehicle.model === '911') prices.push(sale.price.amount);
    }
    prices.sort((left, right) => left - right);
    // Written anew: the place of a percentile, counted from nought, is p (n - 1).
    const at = (share: number): number => {
      const place = share * (prices.length - 1);
      const low = prices[Math.floor(place)]!;
      return low + (place % 1) * ((prices[Math.ceil(place)] ?? low) - low);
    };
    const mean = prices.reduce((sum, price) => sum + price, 0) / prices.length;
    const squares = prices.reduce((sum, price) => sum + (price - mean) ** 2, 0);
    const expected: readonly (readonly [string, readonly number[]])[] = [
      ['p90-price', [at(0.9)]],
      ['p2.5-price', [at(0.025)]],
      ['sum-price', [mean * prices.length]],
      ['deviation-price', [Math.sqrt(squares / (prices.length - 1))]],
      ['quartiles-price', [at(0.25), at(0.5), at(0.75)]],
      ['middle-half-price', [at(0.25), at(0.75)]],
      ['interquartile-range-price', [at(0.75) - at(0.25)]],
      ['range-price', [prices[0]!, prices.at(-1)!]],
      ['difference-price', [prices.at(-1)! - prices[0]!]],
    ];
    for (const [question, values] of expected) {
      const found = await answer(measureTool, { question, filter });
      expect(found.headline).toHaveLength(values.length);
      values.forEach((value, index) => expect(Number(found.headline[index]), question).toBeCloseTo(value, 4));
      textOf(found);
      textOf(await answer(measureTool, { question: question.replace('price', 'miles'), filter }));
      textOf(await answer(compareTool, { question, left: { filter }, right: { filter: { model: 'Cayman' } } }));
    }
    const both = await answer(measureTool, { question: 'mean-price', also: ['median-price'], filter });
    expect(both.headline).toHaveLength(2);
    expect(textOf(both)).toMatch(/average price .* median price/);
    await expect(answer(measureTool, { question: 'p0-price', filter })).rejects.toThrow();
  });

  it('of anomalies are shares of the offers, or of all that stand out', async () => {
    const count = async (given: object) =>
      Number((await answer(anomalyTool, { answer: 'count', ...given })).headline[0]);
    const [all, cheap] = [await count({}), await count({ type: 'undervalued' })];
    const offers = (await answer(measureTool, { rows: 'offers', question: 'count' })).headline[0];
    const share = await answer(anomalyTool, { answer: 'share', type: 'undervalued' });
    expect(share.headline).toEqual([cheap / Number(offers)]);
    const among = await answer(anomalyTool, { answer: 'share', of: 'anomalies', type: 'undervalued' });
    expect(among.headline).toEqual([cheap / all]);
    const beside = await answer(anomalyTool, { answer: 'count', type: 'undervalued', against: { type: 'overvalued' } });
    expect(beside.headline).toEqual([cheap, await count({ type: 'overvalued' })]);
    const parts = [{ transmission: 'manual' }, { transmission: 'automatic' }].map((filter) => count({ filter }));
    expect((await Promise.all(parts)).reduce((sum, part) => sum + part, 0)).toBe(all);
    for (const found of [share, among, beside]) textOf(found);
    textOf(await answer(anomalyTool, { answer: 'share', model: 'Zeppelin' }));
  });
});
