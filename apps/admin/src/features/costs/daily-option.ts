import type { EChartsCoreOption } from 'echarts/core';
import type { Costs } from '../../api/answers.ts';
import type { useChartColors } from '../../components/use-chart-colors.ts';
import { day } from '../../format/calendar.ts';

/** Dollars by day as a stepped line over its own ground. */
export function dailyOption(daily: Costs['daily'], colors: ReturnType<typeof useChartColors>): EChartsCoreOption {
  const dollars = (amount: number) =>
    `$${amount.toLocaleString('en-US', { maximumFractionDigits: amount < 1 ? 4 : 2 })}`;
  return {
    animation: false,
    grid: { left: 8, right: 12, top: 12, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colors.panel,
      borderColor: colors.grid,
      textStyle: { color: colors.observed, fontSize: 12.5 },
      valueFormatter: (value: unknown) => dollars(Number(value)),
    },
    xAxis: {
      type: 'category',
      data: daily.map((each) => day(each.day)),
      axisLine: { lineStyle: { color: colors.grid } },
      axisTick: { show: false },
      axisLabel: { color: colors.text, fontSize: 11, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      axisLabel: { color: colors.text, fontSize: 11, formatter: (amount: number) => dollars(amount) },
      splitLine: { lineStyle: { color: colors.grid } },
    },
    series: [
      {
        name: 'Cost',
        type: 'line',
        step: 'middle',
        showSymbol: daily.length === 1,
        data: daily.map((each) => Number(BigInt(each.costNanoUsd) / 1000n) / 1e6),
        lineStyle: { color: colors.forecast, width: 2 },
        itemStyle: { color: colors.forecast },
        areaStyle: { color: colors.forecast, opacity: 0.14 },
      },
    ],
  };
}
