import { beforeAll, describe, expect, it } from 'vitest';
import type { MarketInsight } from '../market/insight.ts';
import { createMemoryStores } from '../market/memory/create-memory-stores.ts';
import { generateMarket } from '../synthetic-market/generate-market.ts';
import { factRows } from './fact-rows.ts';
import { MarketInsightsGenerator } from './market-insights-generator.ts';
import { runDaily } from './run-daily.ts';

// A month of 31 days: sales of its last days count as those of all others.
const AS_OF = '2026-07-31';
const stores = createMemoryStores();
let texts: readonly MarketInsight[];

beforeAll(async () => {
  const { listings } = generateMarket({ preset: 'demo', seed: 3, endsOn: AS_OF, months: 30, salesPerMonth: 60 });
  await stores.listings.upsert(listings);
  const dependencies = { stores, now: () => Date.parse(`${AS_OF}T12:00:00Z`) };
  await runDaily(dependencies, { asOf: AS_OF });
  const generator = new MarketInsightsGenerator(dependencies);
  const reports = await generator.generateWeeklyReports({ asOf: AS_OF });
  if ('status' in reports) throw new TypeError(reports.reason);
  texts = [...(await generator.generateDailyInsights({ asOf: AS_OF })), ...reports];
}, 120_000);

describe('rows behind a fact', () => {
  it('are as many as the text says, for every number of sales that has rows', async () => {
    let checked = 0;
    for (const insight of texts) {
      for (const fact of insight.facts) {
        const isCount = fact.kind === 'count' && fact.unit === 'sale';
        const isMove = fact.role === 'past' && fact.kind === 'share';
        const rows = isCount || isMove ? await factRows(fact, { stores, asOf: AS_OF, limit: 5 }) : null;
        if (rows === null) continue;
        expect(rows.found, `${insight.title}: ${fact.id}`).toBe(isCount ? fact.value : fact.n);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(15);
  });

  it('stand behind the number of sales of a market and of a segment', () => {
    const rowsOf = (type: MarketInsight['type'], id: string) =>
      texts.filter((text) => text.type === type).map(({ facts }) => facts.find((fact) => fact.id === id)?.source?.rows);
    expect(rowsOf('market_summary', 'market.sales')).toEqual([
      { market: 'sold/USD', from: expect.any(String), to: expect.any(String) },
    ]);
    for (const rows of rowsOf('segment_report', 'segment.sales')) expect(rows?.['segment']).toMatch(/^porsche\//);
  });
});
