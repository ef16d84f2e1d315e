'use client';

import { useMantineTheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { useMemo } from 'react';
import type { SegmentSeason } from '../../api/answers.ts';
import { Chart } from '../../components/chart.tsx';
import { useChartColors } from '../../components/use-chart-colors.ts';
import { percent } from '../../format/percent.ts';

const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The twelve months against the mean of the year. */
export function SeasonChart({ effects }: { readonly effects: SegmentSeason['effects'] }) {
  const { fontFamily } = useMantineTheme();
  const still = useReducedMotion();
  const colors = useChartColors();
  const option = useMemo(
    () => ({
      textStyle: { fontFamily },
      animation: !still,
      grid: { left: 4, right: 8, top: 10, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: SHORT,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: colors.text, fontSize: 11 },
      },
      yAxis: {
        type: 'value',
        axisLabel: { color: colors.text, fontSize: 11, formatter: (value: number) => percent(value, { digits: 1 }) },
        splitLine: { lineStyle: { color: colors.grid } },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 34,
          itemStyle: { color: colors.forecast, borderRadius: 3 },
          data: effects.map(({ effect }) => effect),
        },
      ],
    }),
    [effects, colors, fontFamily, still],
  );
  return (
    <Chart
      option={option}
      heightPx={230}
      label="Each month against the mean of the year. The same figures are in the table below."
    />
  );
}
