import type { MarketIndex } from '../../api/answers.ts';

/** Lower and upper bound of one band in one month. */
export interface Band {
  readonly lower: number;
  readonly upper: number;
}

/** One month of the chart: something observed, something forecast, or both in the month where they meet. */
export interface FanChartPoint {
  readonly month: string;
  readonly observed: number | null;
  /** The 90 % band of what was observed. */
  readonly observed90: Band | null;
  readonly median: number | null;
  readonly bands: { readonly 50: Band; readonly 80: Band; readonly 90: Band } | null;
  readonly saleCount: number | null;
}

export interface FanChartSeriesOptions {
  /** Months of the forecast to show. */
  readonly forecastMonths: number;
  /** Months of the past to show. Default: 36. */
  readonly historyMonths?: number;
  /** Every level is multiplied by this: price of the typical car over its level. Default: 1, the index itself. */
  readonly scale?: number;
}

/**
 * The rows of chart and table, oldest first. The fan opens from the last observed month, where all bands have no
 * width. An index without points answers no rows.
 */
export function fanChartSeries(index: MarketIndex, options: FanChartSeriesOptions): readonly FanChartPoint[] {
  const { forecastMonths, historyMonths = 36, scale = 1 } = options;
  const past = index.points.slice(-historyMonths);
  const steps = index.forecast?.steps.filter((step) => step.monthsAhead <= forecastMonths) ?? [];
  const scaled = (lower: number, upper: number): Band => ({ lower: lower * scale, upper: upper * scale });
  const observed = past.map((point, position): FanChartPoint => {
    const value = point.level * scale;
    const meets = position === past.length - 1 && steps.length > 0;
    const start: Band = { lower: value, upper: value };
    return {
      month: point.month,
      observed: value,
      observed90: scaled(point.lower90, point.upper90),
      median: meets ? value : null,
      bands: meets ? { 50: start, 80: start, 90: start } : null,
      saleCount: point.saleCount,
    };
  });
  const forecast = steps.map((step): FanChartPoint => {
    const band = (confidenceLevel: number): Band => {
      const interval = step.intervals.find((candidate) => Math.abs(candidate.confidenceLevel - confidenceLevel) < 1e-9);
      return interval ? scaled(interval.lower, interval.upper) : scaled(step.level, step.level);
    };
    return {
      month: step.month,
      observed: null,
      observed90: null,
      median: step.level * scale,
      bands: { 50: band(0.5), 80: band(0.8), 90: band(0.9) },
      saleCount: null,
    };
  });
  return [...observed, ...forecast];
}
