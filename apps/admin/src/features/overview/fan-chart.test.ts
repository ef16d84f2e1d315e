import { describe, expect, it } from 'vitest';
import type { MarketIndex } from '../../api/answers.ts';
import { fanChartOption } from './fan-chart-option.ts';
import { fanChartSeries } from './fan-chart-series.ts';
import { lastSaleMonth } from './last-sale-month.ts';

const disclaimer = 'Estimates, not advice.';
const index: MarketIndex = {
  market: { priceKind: 'sold', currency: 'USD' },
  segment: 'porsche/911',
  asOf: '2026-03-31',
  points: [
    { month: '2026-01', level: 98, lower90: 95, upper90: 101, saleCount: 11, rawMedian: 90_000 },
    { month: '2026-02', level: 99, lower90: 96, upper90: 102, saleCount: 0, rawMedian: null },
    { month: '2026-03', level: 100, lower90: 97, upper90: 103, saleCount: 14, rawMedian: 88_000 },
  ],
  forecast: {
    originMonth: '2026-03',
    method: 'damped trend',
    steps: [1, 2, 3].map((monthsAhead) => ({
      month: `2026-0${3 + monthsAhead}`,
      monthsAhead,
      level: 100 + monthsAhead,
      intervals: [
        { confidenceLevel: 0.5, lower: 100 - monthsAhead, upper: 100 + 3 * monthsAhead },
        { confidenceLevel: 0.8, lower: 100 - 2 * monthsAhead, upper: 100 + 4 * monthsAhead },
        { confidenceLevel: 0.9, lower: 100 - 3 * monthsAhead, upper: 100 + 5 * monthsAhead },
      ],
    })),
    backtest: { originCount: 12, meanAbsoluteError: 0.02, naiveMeanAbsoluteError: 0.03 },
    hasSkill: true,
  },
  forecastRefusal: null,
  liquidity: null,
  repeatSales: null,
  dataRange: { from: '2024-01-02', to: '2026-03-30', saleCount: 400 },
  synthetic: true,
  disclaimer,
};

describe('fanChartSeries', () => {
  it('opens the fan at the last observed month', () => {
    const points = fanChartSeries(index, { forecastMonths: 2 });
    expect(points.map((point) => point.month)).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']);
    expect(points[2]).toMatchObject({ observed: 100, median: 100, bands: { 90: { lower: 100, upper: 100 } } });
    expect(points[4]).toMatchObject({ observed: null, median: 102, bands: { 90: { lower: 94, upper: 110 } } });
  });

  it('scales every value to prices', () => {
    const points = fanChartSeries(index, { forecastMonths: 1, scale: 900 });
    expect(points[0]).toMatchObject({ observed: 88_200, observed90: { lower: 85_500, upper: 90_900 } });
    expect(points[3]?.bands?.[50]).toEqual({ lower: 89_100, upper: 92_700 });
  });

  it('cuts the past to the months asked for', () => {
    const points = fanChartSeries(index, { forecastMonths: 12, historyMonths: 2 });
    expect(points.map((point) => point.month)).toEqual(['2026-02', '2026-03', '2026-04', '2026-05', '2026-06']);
  });

  it('shows the past alone where there is no forecast', () => {
    const points = fanChartSeries({ ...index, forecast: null }, { forecastMonths: 12 });
    expect(points).toHaveLength(3);
    expect(points.every((point) => point.bands === null && point.median === null)).toBe(true);
  });

  it('answers no rows for an empty index', () => {
    expect(fanChartSeries({ ...index, points: [], forecast: null }, { forecastMonths: 3 })).toEqual([]);
  });
});

describe('lastSaleMonth', () => {
  const sold = (saleCounts: readonly number[]) =>
    saleCounts.map((saleCount, position) => ({ ...index.points[0]!, month: `2026-0${position + 1}`, saleCount }));

  it('is silent while sales are fresh', () => {
    expect(lastSaleMonth(sold([4, 0, 2]))).toBeNull();
    expect(lastSaleMonth(sold([4, 2, 0]))).toBeNull();
    expect(lastSaleMonth([])).toBeNull();
  });

  it('names the month after which nothing was sold', () => {
    expect(lastSaleMonth(sold([4, 2, 0, 0]))).toBe('2026-02');
  });
});

describe('fanChartOption', () => {
  const style = {
    colors: {
      observed: '#000',
      forecast: '#00f',
      grid: '#eee',
      text: '#555',
      panel: '#fff',
      bandOpacity: { 50: 0.4, 80: 0.2, 90: 0.1 },
    },
    formatValue: (value: number) => `$${value.toFixed(0)}`,
    formatAxis: (value: number) => `${value}`,
    originLabel: 'today',
    fontFamily: 'Inter',
  };
  const points = fanChartSeries(index, { forecastMonths: 3 });
  const option = fanChartOption(points, style) as {
    series: { name: string; stack?: string; data: (number | null)[]; markLine?: { data: unknown[] } }[];
    yAxis: { min: number; max: number };
    tooltip: { formatter: (entries: unknown) => string };
  };

  it('stacks up to the upper bound of the widest band in every month', () => {
    const fan = option.series.filter((series) => series.stack === 'fan');
    points.forEach((point, position) => {
      const total = fan.reduce((sum, series) => sum + (series.data[position] ?? 0), 0);
      expect(total).toBeCloseTo(point.bands?.[90].upper ?? 0, 9);
    });
  });

  it('never stacks a negative width', () => {
    const widths = option.series.filter((series) => series.stack === 'fan').flatMap((series) => series.data);
    expect(widths.every((width) => width === null || width >= 0)).toBe(true);
  });

  it('marks the last observed month', () => {
    const observed = option.series.find((series) => series.name === 'Observed');
    expect(observed?.markLine?.data).toEqual([{ xAxis: '2026-03' }]);
  });

  it('keeps every line and band inside the axis', () => {
    const shown = points.flatMap((point) => [
      point.observed90?.lower,
      point.observed90?.upper,
      point.bands?.[90].lower,
      point.bands?.[90].upper,
    ]);
    for (const value of shown) {
      if (value === undefined) continue;
      expect(value).toBeGreaterThanOrEqual(option.yAxis.min);
      expect(value).toBeLessThanOrEqual(option.yAxis.max);
    }
  });

  it('says in the box what the month holds', () => {
    expect(option.tooltip.formatter([{ dataIndex: 0 }])).toContain('$98');
    expect(option.tooltip.formatter([{ dataIndex: 5 }])).toContain('$91 – $115');
    expect(option.tooltip.formatter([])).toBe('');
  });

  it('draws nothing for no rows and does not fail', () => {
    expect(fanChartOption([], style).series).toHaveLength(10);
  });
});
