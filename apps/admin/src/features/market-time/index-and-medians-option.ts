import type { EChartsCoreOption } from 'echarts/core';
import type { MarketIndex } from '../../api/answers.ts';
import { month } from '../../format/calendar.ts';

type Point = MarketIndex['points'][number];

export interface MediansStyle {
  readonly colors: {
    readonly observed: string;
    readonly forecast: string;
    readonly grid: string;
    readonly text: string;
    readonly panel: string;
  };
  readonly fontFamily: string;
  readonly narrow: boolean;
  readonly still: boolean;
}

/** Raw medians on the scale of the index: equal to it on average over the months with a sale. */
export function rawLevels(points: readonly Point[]): readonly (number | null)[] {
  let sum = 0;
  let count = 0;
  for (const { level, rawMedian } of points) {
    if (rawMedian === null) continue;
    sum += Math.log(level / rawMedian);
    count++;
  }
  const factor = count === 0 ? 1 : Math.exp(sum / count);
  return points.map(({ rawMedian }) => (rawMedian === null ? null : rawMedian * factor));
}

/** Two lines over bars: levels above, sales of each month below. */
export function indexAndMediansOption(points: readonly Point[], style: MediansStyle): EChartsCoreOption {
  const { colors, narrow } = style;
  const raw = rawLevels(points);
  const months = points.map((point) => point.month);
  const axis = { axisLine: { show: false }, axisTick: { show: false } };
  const label = { color: colors.text, fontSize: 11 };
  return {
    textStyle: { fontFamily: style.fontFamily },
    animation: !style.still,
    animationDuration: 350,
    grid: [
      { left: 44, right: 14, top: 12, height: '58%' },
      { left: 44, right: 14, top: '74%', bottom: 24 },
    ],
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colors.panel,
      borderColor: colors.grid,
      textStyle: { color: colors.text, fontSize: 12 },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? value.toFixed(value % 1 === 0 ? 0 : 1) : '–'),
    },
    xAxis: [
      { type: 'category', gridIndex: 0, data: months, ...axis, axisLabel: { show: false } },
      {
        type: 'category',
        gridIndex: 1,
        data: months,
        ...axis,
        axisLabel: {
          ...label,
          hideOverlap: true,
          interval: Math.max(0, Math.ceil(points.length / (narrow ? 4 : 9)) - 1),
          formatter: month,
        },
      },
    ],
    yAxis: [
      { type: 'value', gridIndex: 0, scale: true, axisLabel: label, splitLine: { lineStyle: { color: colors.grid } } },
      { type: 'value', gridIndex: 1, splitNumber: 2, axisLabel: label, splitLine: { show: false } },
    ],
    series: [
      line('Raw median', raw, colors.observed, 1.5),
      line(
        'Index of like cars',
        points.map(({ level }) => level),
        colors.forecast,
        2.5,
      ),
      {
        type: 'bar',
        name: 'Sales',
        xAxisIndex: 1,
        yAxisIndex: 1,
        itemStyle: { color: colors.text, opacity: 0.55 },
        data: points.map(({ saleCount }) => saleCount),
      },
    ],
  };
}

function line(name: string, data: readonly (number | null)[], color: string, width: number) {
  return { type: 'line', name, symbol: 'none', lineStyle: { color, width }, itemStyle: { color }, data };
}
