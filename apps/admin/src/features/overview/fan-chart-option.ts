import type { EChartsCoreOption } from 'echarts/core';
import { month } from '../../format/calendar.ts';
import type { FanChartPoint } from './fan-chart-series.ts';

export interface FanChartColors {
  readonly observed: string;
  readonly forecast: string;
  readonly grid: string;
  readonly text: string;
  readonly panel: string;
  /** How strongly the 50, 80 and 90 % bands are filled. */
  readonly bandOpacity: { readonly 50: number; readonly 80: number; readonly 90: number };
}

export interface FanChartStyle {
  readonly colors: FanChartColors;
  /** Writes a value in full, for the box at the pointer. */
  readonly formatValue: (value: number) => string;
  /** Writes a value in short, for the axis. */
  readonly formatAxis: (value: number) => string;
  /** What the last observed month is called, such as `today`. */
  readonly originLabel: string;
  readonly fontFamily: string;
  /** Fewer labels for a phone. Default: false. */
  readonly narrow?: boolean;
  /** Draws without movement. Default: false. */
  readonly still?: boolean;
}

type Layer = {
  readonly name: string;
  readonly level: 50 | 80 | 90;
  readonly bounds: (point: FanChartPoint) => readonly [number, number] | null;
};

const layers: readonly Layer[] = [
  { name: '90 %, below', level: 90, bounds: ({ bands }) => bands && [bands[90].lower, bands[80].lower] },
  { name: '80 %, below', level: 80, bounds: ({ bands }) => bands && [bands[80].lower, bands[50].lower] },
  { name: '50 %', level: 50, bounds: ({ bands }) => bands && [bands[50].lower, bands[50].upper] },
  { name: '80 %, above', level: 80, bounds: ({ bands }) => bands && [bands[50].upper, bands[80].upper] },
  { name: '90 %, above', level: 90, bounds: ({ bands }) => bands && [bands[80].upper, bands[90].upper] },
];

/**
 * The ECharts option of a fan chart. The bands are one stack of lines over an invisible floor, each filled down to the
 * one below it, so that no colour lies over another and every band has exactly the shade of the legend.
 */
export function fanChartOption(points: readonly FanChartPoint[], style: FanChartStyle): EChartsCoreOption {
  const { colors, narrow = false, still = false } = style;
  const hidden = {
    type: 'line',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    emphasis: { disabled: true },
  };
  const origin = points.findLast((point) => point.observed !== null);
  const hasForecast = points.some((point) => point.bands !== null);
  const extent = axisExtent(points, { steps: narrow ? 4 : 5 });
  return {
    textStyle: { fontFamily: style.fontFamily },
    animation: !still,
    animationDuration: 350,
    grid: { left: 4, right: narrow ? 10 : 14, top: 26, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colors.panel,
      borderColor: colors.grid,
      padding: [8, 12],
      textStyle: { color: colors.text, fontSize: 12 },
      axisPointer: { lineStyle: { color: colors.text, opacity: 0.5 } },
      formatter: (entries: unknown) => tooltip(entries, points, style.formatValue),
    },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: points.map((point) => point.month),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        color: colors.text,
        fontSize: 11,
        margin: 12,
        hideOverlap: true,
        interval: Math.max(0, Math.ceil(points.length / (narrow ? 4 : 9)) - 1),
        formatter: month,
      },
    },
    yAxis: {
      type: 'value',
      ...extent,
      axisLabel: { color: colors.text, fontSize: 11, formatter: style.formatAxis },
      splitLine: { lineStyle: { color: colors.grid } },
    },
    series: [
      {
        ...hidden,
        name: 'observed floor',
        stack: 'observed',
        stackStrategy: 'all',
        data: points.map((point) => point.observed90?.lower ?? null),
      },
      {
        ...hidden,
        name: 'observed 90 %',
        stack: 'observed',
        stackStrategy: 'all',
        areaStyle: { color: colors.observed, opacity: 0.06 },
        data: points.map(({ observed90 }) => (observed90 ? observed90.upper - observed90.lower : null)),
      },
      {
        ...hidden,
        name: 'floor',
        stack: 'fan',
        stackStrategy: 'all',
        data: points.map((point) => point.bands?.[90].lower ?? null),
      },
      ...layers.map((layer) => ({
        ...hidden,
        name: layer.name,
        stack: 'fan',
        stackStrategy: 'all',
        areaStyle: { color: colors.forecast, opacity: colors.bandOpacity[layer.level] },
        data: points.map((point) => {
          const bounds = layer.bounds(point);
          return bounds ? bounds[1] - bounds[0] : null;
        }),
      })),
      {
        type: 'line',
        name: 'Observed',
        symbol: 'none',
        lineStyle: { color: colors.observed, width: 2 },
        itemStyle: { color: colors.observed },
        data: points.map((point) => point.observed),
        ...(origin && hasForecast
          ? {
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: colors.text, type: 'dotted', width: 1 },
                label: { formatter: style.originLabel, color: colors.text, fontSize: 11, position: 'end' },
                data: [{ xAxis: origin.month }],
              },
            }
          : {}),
      },
      {
        type: 'line',
        name: 'Forecast',
        symbol: 'none',
        lineStyle: { color: colors.forecast, width: 2, type: 'dashed' },
        itemStyle: { color: colors.forecast },
        data: points.map((point) => point.median),
      },
    ],
  };
}

interface AxisExtent {
  readonly min: number;
  readonly max: number;
  readonly interval?: number;
}

/** The value axis from one round number to another, around every line and band. */
function axisExtent(points: readonly FanChartPoint[], { steps }: { readonly steps: number }): AxisExtent {
  const bounds = points.flatMap(({ observed, observed90, bands }) =>
    [observed, observed90?.lower, observed90?.upper, bands?.[90].lower, bands?.[90].upper].filter(
      (value) => typeof value === 'number',
    ),
  );
  if (bounds.length === 0) return { min: 0, max: 1 };
  const min = Math.min(...bounds);
  const max = Math.max(...bounds);
  const interval = niceStep((max - min) / steps || Math.abs(max) / steps || 1);
  return {
    min: Math.max(0, Math.floor(min / interval) * interval),
    max: Math.ceil(max / interval) * interval,
    interval,
  };
}

/** The next step of the form 1, 2, 2.5 or 5 times a power of ten. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough) ?? 10;
  return factor * power;
}

function tooltip(entries: unknown, points: readonly FanChartPoint[], formatValue: (value: number) => string): string {
  const first: unknown = Array.isArray(entries) ? entries[0] : undefined;
  const position =
    typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : Number.NaN;
  const point = points[position];
  if (point === undefined) return '';
  const range = (band: { readonly lower: number; readonly upper: number }) =>
    `${formatValue(band.lower)} – ${formatValue(band.upper)}`;
  const rows: (readonly [string, string])[] = [];
  if (point.observed !== null) rows.push(['Observed', formatValue(point.observed)]);
  if (point.observed !== null && point.saleCount !== null) rows.push(['Sales', String(point.saleCount)]);
  if (point.observed === null && point.median !== null) rows.push(['Median forecast', formatValue(point.median)]);
  if (point.observed === null && point.bands !== null) {
    rows.push(['50%', range(point.bands[50])], ['80%', range(point.bands[80])], ['90%', range(point.bands[90])]);
  }
  const cells = rows.map(([name, value]) => `<tr><td style="padding-right:14px">${name}</td><td>${value}</td></tr>`);
  return `<strong>${month(point.month)}</strong><table style="margin-top:4px">${cells.join('')}</table>`;
}
