import { giveInvestmentConsent, investmentDisclaimer } from '../insights/investment/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { AnomalyDetectionPipeline } from './anomaly-detection-pipeline.ts';
import { MarketAnalysisEngine } from './market-analysis-engine.ts';
import { MarketInsightsGenerator } from './market-insights-generator.ts';
import { runDaily } from './run-daily.ts';
import { analysedMarket } from './testing/analysed-market.ts';

let market: Awaited<ReturnType<typeof analysedMarket>>;
beforeAll(async () => {
  market = await analysedMarket();
});

describe('MarketAnalysisEngine', () => {
  test('shows the index of a segment over the months asked for, with its change and its forecast', async () => {
    const trends = await new MarketAnalysisEngine(market).analyzeMarketTrends({
      model: '911',
      from: '2024-07',
      to: '2025-03',
    });
    if (trends.status !== 'ok') throw new TypeError(trends.reason);
    const [trend] = trends.trends;
    expect(trend!.segment).toBe('porsche/911');
    expect(trend!.points.map(({ month }) => month)).toEqual(
      ['07', '08', '09', '10', '11', '12'].map((n) => `2024-${n}`).concat(['2025-01', '2025-02', '2025-03']),
    );
    const [first, last] = [trend!.points[0]!, trend!.points.at(-1)!];
    expect(trend!.movement?.change).toBeCloseTo(last.level / first.level - 1, 10);
    expect(trend!.forecast).toMatchObject({ status: 'ok', segment: 'porsche/911', originMonth: '2025-06' });
  });

  test('a range outside the data and an unknown car are typed answers', async () => {
    const engine = new MarketAnalysisEngine(market);
    expect(await engine.analyzeMarketTrends({ model: '911', to: '1999-12' })).toMatchObject({
      status: 'not-enough-data',
    });
    expect(await engine.analyzeMarketTrends({ model: '911', trim: 'Spaceship' })).toMatchObject({
      status: 'unknown-vehicle',
    });
  });
});

describe('AnomalyDetectionPipeline', () => {
  test('lists the movement of every analysed segment, clear ones first', async () => {
    const result = await new AnomalyDetectionPipeline(market).analyzeMarketMovements({ monthCount: 6 });
    if (result.status !== 'ok') throw new TypeError(result.reason);
    const segments = await market.stores.marketIndices.segments({ market: result.market, asOf: market.asOf });
    expect(result.movements.map(({ segment }) => segment).sort()).toEqual([...segments].sort());
    const flat = result.movements.map(({ direction }) => direction === 'flat');
    expect(flat).toEqual([...flat].sort());
  });

  test('counts the planted faults and what is missing, once in words', async () => {
    const pipeline = new AnomalyDetectionPipeline(market);
    const [report] = await pipeline.validateDataQuality();
    const rows = market.listings.filter(({ status }) => status === 'sold' || status === 'active');
    expect(report!.rowCount).toBe(rows.length);
    expect(report!.faultyRowCount).toBeGreaterThan(0);
    expect(report!.faults.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(report!.faultyRowCount);
    const withoutMileage = rows.filter(({ mileage }) => mileage === null).length;
    expect(report!.missingShares['mileage']).toBeCloseTo(withoutMileage / rows.length, 12);
    expect(report!.insight.type).toBe('data_quality');
    expect(await pipeline.validateDataQuality()).toEqual([report]);
  });
});

describe('MarketInsightsGenerator', () => {
  test('daily insights are the summary of the run and what else is worth telling, the same whenever asked', async () => {
    const generator = new MarketInsightsGenerator(market);
    const insights = await generator.generateDailyInsights();
    const [summary, ...others] = insights;
    expect(summary).toEqual(market.report.markets[0]!.summary);
    expect(others.length).toBeGreaterThan(0);
    const counts = Map.groupBy(others, ({ type }) => type);
    for (const [type, texts] of counts) {
      expect(texts.length, type).toBeLessThanOrEqual(type === 'segment_report' || type === 'anomaly' ? 3 : 1);
    }
    expect(counts.has('option_value')).toBe(true);
    // Nothing was called: the cost is no news.
    expect(counts.has('cost')).toBe(false);
    expect(await generator.generateDailyInsights()).toEqual(insights);
  });

  test('a recommendation has its disclaimer, its losing case and its record, and is not kept', async () => {
    const generator = new MarketInsightsGenerator(market);
    const disclaimer = investmentDisclaimer();
    const consent = giveInvestmentConsent({
      userId: 'reader',
      givenOn: '2026-11-23',
      disclaimerVersion: disclaimer.version,
    });
    const found = await generator.generateRecommendation({ model: '911', horizon: '6m', consent });
    if (found.status !== 'ok') throw new TypeError(found.reason);
    expect(found.insight.summary).toMatch(/The losing case of|the losing case of/);
    expect(found.insight.summary).toContain('no personal advice');
    expect(found.view.disclaimer).toEqual(disclaimer);
    expect(await market.stores.insights.byId(found.insight.id)).toBeNull();
  });

  test('weekly reports are one a model line, then what the engines found beside, written once', async () => {
    const calls = { costs: async () => [] };
    const generator = new MarketInsightsGenerator({ ...market, calls });
    const reports = await generator.generateWeeklyReports();
    if ('status' in reports) throw new TypeError(reports.reason);
    const lines = reports.filter(({ type }) => type === 'segment_report');
    expect(lines.length).toBeGreaterThan(2);
    expect(new Set(lines.map(({ model }) => model)).size).toBe(lines.length);
    expect(lines.every(({ trim }) => trim === null)).toBe(true);
    const found = reports.slice(lines.length);
    const kinds = new Set(found.map(({ type }) => type));
    expect(kinds).toContain('option_value');
    expect(kinds).toContain('cost');
    expect(kinds.has('recommendation')).toBe(false);
    for (const kind of kinds) expect(found.filter(({ type }) => type === kind).length, kind).toBeLessThanOrEqual(3);
    for (const { facts, claims, type } of found) {
      expect(claims.length, type).toBeGreaterThan(0);
      const ids = new Set(facts.map(({ id }) => id));
      expect(claims.every(({ factId }) => ids.has(factId))).toBe(true);
    }
    expect(found.at(-1)?.summary).toContain('no language model was called');
    expect(await generator.generateWeeklyReports()).toEqual(reports);
  });

  test('a week ends with the call on every model line for a reader who has agreed, and for nobody else', async () => {
    const generator = new MarketInsightsGenerator(market);
    const { version } = investmentDisclaimer();
    const consent = giveInvestmentConsent({ userId: 'reader', givenOn: '2026-11-23', disclaimerVersion: version });
    const reports = await generator.generateWeeklyReports({ investment: { horizon: '6m', consent } });
    if ('status' in reports) throw new TypeError(reports.reason);
    const calls = reports.filter(({ type }) => type === 'recommendation');
    expect(calls.length).toBe(reports.filter(({ type }) => type === 'segment_report').length);
    expect(calls.every(({ summary }) => summary.includes('no personal advice'))).toBe(true);
  });

  test('a model-specific analysis is the report of that line', async () => {
    const generator = new MarketInsightsGenerator(market);
    expect(await generator.generateModelSpecificAnalysis('911')).toMatchObject({
      model: '911',
      type: 'segment_report',
    });
    expect(await generator.generateModelSpecificAnalysis('Starship')).toMatchObject({ status: 'unknown-vehicle' });
    expect(await generator.generateInsight({ type: 'segment_report' })).toMatchObject({ status: 'unknown-vehicle' });
    expect(await generator.generateInsight({ type: 'market_summary' })).toMatchObject({ type: 'market_summary' });
  });

  test('previous predictions are settled once', async () => {
    const own = await analysedMarket();
    await runDaily(own, { asOf: '2025-03-31' });
    const generator = new MarketInsightsGenerator(own);
    const [settlement] = await generator.validatePreviousPredictions();
    expect(settlement!.outcomes.length).toBeGreaterThan(0);
    const stored = await own.stores.predictions.list({ settled: true, limit: 10_000 });
    expect(stored.length).toBe(settlement!.outcomes.length);
    const [again] = await generator.validatePreviousPredictions();
    expect(again!.outcomes).toEqual([]);
    expect(again!.openIds).toEqual(settlement!.openIds);
  });
});
