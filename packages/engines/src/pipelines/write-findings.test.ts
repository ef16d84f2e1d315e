import { describe, expect, it } from 'vitest';
import { addDays } from '../market/calendar.ts';
import type { MarketInsight } from '../market/insight.ts';
import { createMemoryStores } from '../market/memory/create-memory-stores.ts';
import { generateMarket } from '../synthetic-market/generate-market.ts';
import { MarketInsightsGenerator } from './market-insights-generator.ts';
import { runDaily } from './run-daily.ts';
import { subjectOf } from './write-findings.ts';

const FIRST_DAY = '2026-06-24';
const DAYS = 5;
const FOUND = new Set(['cross_market', 'season', 'option_value', 'cost']);

/** The daily texts of some days in a row, and those of the week at their end. */
async function tellDays() {
  const stores = createMemoryStores();
  const { listings } = generateMarket({ preset: 'demo', seed: 3, endsOn: '2026-06-30', months: 14, salesPerMonth: 60 });
  await stores.listings.upsert(listings);
  const calls = {
    costs: async () => [{ key: 'openai', callCount: 4, costNanoUsd: 20_000_000n }] as never,
  };
  const days: MarketInsight[][] = [];
  let asOf = FIRST_DAY;
  const generator = new MarketInsightsGenerator({ stores, calls, now: () => Date.parse(`${asOf}T12:00:00Z`) });
  for (let day = 0; day < DAYS; day += 1) {
    asOf = addDays(FIRST_DAY, day);
    await runDaily({ stores, now: () => Date.parse(`${asOf}T12:00:00Z`) }, { asOf });
    const told = await generator.generateDailyInsights({ asOf });
    expect(await generator.generateDailyInsights({ asOf })).toEqual(told);
    days.push(told.filter(({ type }) => FOUND.has(type)));
  }
  const week = await generator.generateWeeklyReports({ asOf });
  if ('status' in week) throw new TypeError(week.reason);
  return { days, week: week.filter(({ type }) => FOUND.has(type)) };
}

describe('findings beside prices', () => {
  it('are told one a day and three a week, each once, and all of them again at the end of the week', async () => {
    const { days, week } = await tellDays();
    const all = days.flat();
    const options = all.filter(({ type }) => type === 'option_value');
    expect(days.slice(0, 3).map((told) => told.filter(({ type }) => type === 'option_value').length)).toEqual([
      1, 1, 1,
    ]);
    expect(options).toHaveLength(3);
    expect(new Set(options.map(subjectOf)).size).toBe(3);
    expect(all.filter(({ type }) => type === 'cost')).toHaveLength(1);
    for (const insight of options) expect(week).toContainEqual(insight);
    for (const [type, texts] of Map.groupBy(week, (insight) => insight.type)) {
      expect(texts.length, type).toBeLessThanOrEqual(3);
    }
  }, 120_000);
});
