import type { EChartsCoreOption } from 'echarts/core';
import type { Comparable, ValuationAnswer } from '../../api/answers.ts';

export interface ScatterStyle {
  readonly colors: {
    readonly observed: string;
    readonly forecast: string;
    readonly grid: string;
    readonly text: string;
    readonly panel: string;
  };
  readonly formatPrice: (value: number) => string;
  readonly formatAxis: (value: number) => string;
  readonly formatMiles: (value: number) => string;
  readonly describe: (comparable: Comparable) => string;
  readonly fontFamily: string;
  readonly narrow: boolean;
  /** Draws without movement. */
  readonly still: boolean;
}

const KILOMETRES_PER_MILE = 1.609344;

/** Price against miles: the curve of this car with its 80 % band, the car on it, and the sales it is compared with. */
export function scatterOption(answer: ValuationAnswer, style: ScatterStyle): EChartsCoreOption {
  const { colors, narrow, still } = style;
  const { mileageCurve, car, amount } = answer;
  const comparables = (answer.comparables?.comparables ?? []).filter(({ mileage }) => mileage !== null);
  const inUnit = ({ mileage, mileageUnit }: Comparable): number => {
    if (mileageUnit === car.mileageUnit) return mileage ?? 0;
    return (mileage ?? 0) * (car.mileageUnit === 'km' ? KILOMETRES_PER_MILE : 1 / KILOMETRES_PER_MILE);
  };
  const band = mileageCurve.flatMap((point) => {
    const interval = point.intervals.find(({ confidenceLevel }) => confidenceLevel === 0.8);
    return interval === undefined ? [] : [{ mileage: point.mileage, ...interval }];
  });
  const hidden = { type: 'line', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, stack: 'band' };
  return {
    textStyle: { fontFamily: style.fontFamily },
    animation: !still,
    animationDuration: 350,
    grid: { left: 4, right: narrow ? 14 : 20, top: 14, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'item',
      confine: true,
      backgroundColor: colors.panel,
      borderColor: colors.grid,
      padding: [8, 12],
      textStyle: { color: colors.text, fontSize: 12 },
      renderMode: 'richText',
    },
    xAxis: {
      type: 'value',
      min: 0,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      splitNumber: narrow ? 3 : 6,
      axisLabel: { color: colors.text, fontSize: 11, formatter: style.formatMiles, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      scale: true,
      splitNumber: narrow ? 4 : 5,
      axisLabel: { color: colors.text, fontSize: 11, formatter: style.formatAxis },
      splitLine: { lineStyle: { color: colors.grid } },
    },
    series: [
      { ...hidden, name: 'floor', data: band.map(({ mileage, lower }) => [mileage, lower]) },
      {
        ...hidden,
        name: '80 %',
        areaStyle: { color: colors.forecast, opacity: 0.16 },
        data: band.map(({ mileage, lower, upper }) => [mileage, upper - lower]),
      },
      {
        type: 'line',
        name: 'This car by its miles',
        symbol: 'none',
        silent: true,
        lineStyle: { color: colors.forecast, width: 2 },
        data: mileageCurve.map((point) => [point.mileage, point.amount]),
      },
      {
        type: 'scatter',
        name: 'Comparable sales',
        symbolSize: 10,
        itemStyle: { color: colors.panel, borderColor: colors.observed, borderWidth: 2 },
        data: comparables.map((comparable) => ({
          value: [inUnit(comparable), comparable.price],
          tooltip: { formatter: () => `${style.describe(comparable)}\n${style.formatPrice(comparable.price)}` },
        })),
      },
      ...(car.mileage === null
        ? []
        : [
            {
              type: 'scatter',
              name: 'This car',
              symbol: 'diamond',
              symbolSize: 18,
              itemStyle: { color: colors.forecast, borderColor: colors.panel, borderWidth: 2 },
              data: [
                {
                  value: [car.mileage, amount],
                  tooltip: { formatter: () => `This car\n${style.formatPrice(amount)}` },
                },
              ],
            },
          ]),
    ],
  };
}
